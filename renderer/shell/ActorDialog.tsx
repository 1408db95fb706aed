import { Button, Input } from 'antd'
import { useState } from 'react'
import { app } from '../app.ts'
import { useAsk, useTask } from '../kit/ask.ts'
import { Dialog } from '../kit/Dialog.tsx'
import { Field } from '../kit/Field.tsx'
import { useWhere } from './where.ts'

/** 谁在操作：写进每一条操作记录。用过的名字一点就换。required 时不填就关上台账。 */
export function ActorDialog({ required = false, onClose }: { required?: boolean; onClose: () => void }) {
  const { ledger } = useWhere()
  const [name, setName] = useState('')
  const [post, setPost] = useState('')
  const known = useAsk(app.files.actors, {})
  const switchTo = useTask(app.files.actAs, { quiet: true })
  const act = async (actor: { name: string; post: string }) => {
    if ((await switchTo.run({ actor })) && !required) onClose()
  }
  const others = (known.data ?? []).filter((one) => one.name !== ledger.actor?.name || one.post !== ledger.actor?.post)
  return (
    <Dialog
      title={required ? '谁在操作？' : '切换操作人'}
      verb="就是我"
      onSave={() => void act({ name: name.trim(), post: post.trim() })}
      onClose={onClose}
      dirty={name.trim() !== '' || post.trim() !== ''}
      disabled={name.trim() === ''}
      busy={switchTo.busy}
      refusal={switchTo.refusal}
      width={420}
    >
      <p className="hint">姓名和职务记在每一条操作后面，交接时查得清。</p>
      {others.length > 0 && (
        <div className="chips">
          {others.map((one) => (
            <Button key={`${one.name}/${one.post}`} onClick={() => void act(one)}>
              {one.name} {one.post}
            </Button>
          ))}
        </div>
      )}
      <Field label="姓名" required>
        {(id) => <Input id={id} value={name} onChange={(event) => setName(event.target.value)} maxLength={40} autoFocus />}
      </Field>
      <Field label="职务" hint="如：支部书记、组织委员、党务干事">
        {(id) => <Input id={id} value={post} onChange={(event) => setPost(event.target.value)} maxLength={40} />}
      </Field>
    </Dialog>
  )
}
