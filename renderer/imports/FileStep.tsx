import { Button } from 'antd'
import { type ReactNode, useRef, useState } from 'react'
import { app, uploadTicket } from '../app.ts'
import { sentenceOf, useTask } from '../kit/ask.ts'
import { RefusalNote } from '../kit/RefusalNote.tsx'
import { Progress } from '../kit/Waiting.tsx'
import type { Import } from './use-import.ts'

const accept = ['.xlsx', '.xls', '.et', '.csv']

/** 送一个文件进来：票、上传、领取。 */
export async function bring(file: File, ticket: string) {
  await uploadTicket(ticket, file)
  return app.files.received({ ticket, name: file.name })
}

interface FileStepProps {
  work: Import
  /** 拖放或上传没有成功的一句话。 */
  problem: string | undefined
  onProblem: (problem: string | undefined) => void
  /** 要导入的叫什么。 */
  what: string
  children?: ReactNode
}

/** 选文件：桌面版用系统的对话框，浏览器里上传；拖进来也行。 */
export function FileStep({ work, problem, onProblem, what, children }: FileStepProps) {
  const choose = useTask(app.files.choose, { quiet: true, unchanging: true })
  const input = useRef<HTMLInputElement>(null)
  const ticket = useRef<string>(undefined)
  const [sending, setSending] = useState(false)
  const { reading } = work
  const busy = reading.busy || sending

  const pick = async () => {
    onProblem(undefined)
    const chosen = await choose.run({ accept })
    if (chosen?.kind === 'chosen') return work.open(chosen.file, chosen.name)
    if (chosen?.kind !== 'upload') return
    ticket.current = chosen.ticket
    input.current?.click()
  }
  const upload = async (file: File | undefined) => {
    if (!file || !ticket.current) return
    setSending(true)
    try {
      const { file: id, name } = await bring(file, ticket.current)
      await work.open(id, name)
    } catch (error) {
      onProblem(sentenceOf(error))
    } finally {
      setSending(false)
    }
  }

  return (
    <div className="import-file">
      {children}
      <p className="import-lead">把手头的{what}拖到这里，或者</p>
      <Button type="primary" size="large" autoFocus loading={busy || choose.busy} onClick={() => void pick()}>
        选择文件
      </Button>
      <p className="hint">
        在 WPS、Excel 或 Word 里选中表格、复制，回到这里按 Ctrl+V 也行，一样往下走。
        <br />
        Excel、WPS 表格（.xlsx .xls .et）和 .csv 都可以，标题、说明行、合并的表头都不用先删。
        <br />
        先看每一行怎么读，再决定导入；导入之后一步就能撤销。
      </p>
      <input
        ref={input}
        type="file"
        hidden
        accept={accept.join(',')}
        aria-label={`选择${what}文件`}
        onChange={(event) => {
          void upload(event.target.files?.[0])
          event.target.value = ''
        }}
      />
      <Progress state={reading.progress} onCancel={reading.cancel} />
      <RefusalNote refusal={reading.refusal ?? choose.refusal} />
      {problem && (
        <p className="import-problem" role="alert">
          {problem}
        </p>
      )}
    </div>
  )
}
