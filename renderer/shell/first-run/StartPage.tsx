import { Button, Input } from 'antd'
import { useState } from 'react'
import { app } from '../../app.ts'
import { useAsk, useTask } from '../../kit/ask.ts'
import { instantWords, localToday } from '../../kit/days.ts'
import { Field } from '../../kit/Field.tsx'
import { RefusalNote } from '../../kit/RefusalNote.tsx'

/** 从哪里开始：打开已有的，新建，或看演示。 */
export function StartPage({ onNew }: { onNew: () => void }) {
  const shelf = useAsk(app.files.shelf, {})
  const open = useTask(app.files.open, { quiet: true })
  const pick = useTask(app.files.pick, { quiet: true })
  const demo = useTask(app.files.createDemo, { quiet: true })
  const [path, setPath] = useState('')
  const busy = open.busy || pick.busy || demo.busy
  const ledgers = shelf.data?.ledgers ?? []
  const today = localToday()
  return (
    <>
      <h1>{ledgers.length > 0 ? '打开哪一本台账？' : '从哪里开始？'}</h1>
      {ledgers.length > 0 && (
        <ul className="shelf">
          {ledgers.map((one) => (
            <li key={one.path}>
              <button
                type="button"
                className="shelf-ledger"
                disabled={busy}
                onClick={() => void open.run({ path: one.path })}
                title={one.path}
              >
                <strong>{one.title}</strong>
                <span>上次改动 {instantWords(one.modifiedAt, today)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className="first-run-choices">
        <Button type={ledgers.length > 0 ? 'default' : 'primary'} size="large" disabled={busy} onClick={onNew}>
          新建一本台账
        </Button>
        <Button size="large" disabled={busy} loading={demo.busy} onClick={() => void demo.run({})}>
          先看演示
        </Button>
        {shelf.data?.nativeDialogs && (
          <Button size="large" disabled={busy} onClick={() => void pick.run({})}>
            打开别处的台账…
          </Button>
        )}
      </div>
      <RefusalNote refusal={open.refusal ?? pick.refusal ?? demo.refusal} />
      {shelf.data && (
        <p className="hint">
          一个支部一本台账，就是一个文件，存在 <code>{shelf.data.folder}</code>；拷走这个文件就是拷走全部记录。演示里的人和事都是编的。
        </p>
      )}
      {shelf.data && !shelf.data.nativeDialogs && (
        <details className="elsewhere">
          <summary>台账在别处（如 U 盘）</summary>
          <form
            onSubmit={(event) => {
              event.preventDefault()
              if (path.trim()) void open.run({ path: path.trim() })
            }}
          >
            <Field label="文件的完整路径" hint="以 .taizhang 结尾。">
              {(id) => <Input id={id} value={path} onChange={(event) => setPath(event.target.value)} />}
            </Field>
            <Button htmlType="submit" disabled={busy || path.trim() === ''}>
              打开
            </Button>
          </form>
        </details>
      )}
    </>
  )
}
