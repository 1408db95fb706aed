import { Button, Input } from 'antd'
import { useState } from 'react'
import type { Actor } from '../../../shared/files/contract.ts'
import type { Refusal } from '../../../shared/kit/refusal.ts'
import { Field } from '../../kit/Field.tsx'
import { RefusalNote } from '../../kit/RefusalNote.tsx'

const usual = ['支部书记', '副书记', '组织委员', '党务干事']

interface ActorPageProps {
  busy: boolean
  refusal: Refusal | undefined
  onBack: () => void
  onNext: (actor: Actor) => void
}

/** 您是哪位。 */
export function ActorPage({ busy, refusal, onBack, onNext }: ActorPageProps) {
  const [name, setName] = useState('')
  const [post, setPost] = useState('')
  const ready = name.trim() !== '' && !busy
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (ready) onNext({ name: name.trim(), post: post.trim() })
      }}
    >
      <h1>您是哪位？</h1>
      <Field label="姓名" hint="记在每一条操作后面，交接时查得清；随时可以切换。" required>
        {(id) => <Input id={id} size="large" autoFocus maxLength={40} value={name} onChange={(event) => setName(event.target.value)} />}
      </Field>
      <Field label="职务">
        {(id) => <Input id={id} size="large" maxLength={40} value={post} onChange={(event) => setPost(event.target.value)} />}
      </Field>
      <div className="chips">
        {usual.map((word) => (
          <Button key={word} size="small" onClick={() => setPost(word)}>
            {word}
          </Button>
        ))}
      </div>
      <RefusalNote refusal={refusal} />
      <div className="first-run-steps">
        <Button size="large" onClick={onBack}>
          上一步
        </Button>
        <Button size="large" type="primary" htmlType="submit" disabled={!ready} loading={busy}>
          建好台账
        </Button>
      </div>
    </form>
  )
}
