import { Button } from 'antd'
import { type DragEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import type { Attachment, AttachmentKind, Owner } from '../../shared/attachments/contract.ts'
import { canTurn, turned, whyCannotAlter } from '../../shared/attachments/rules.ts'
import { app } from '../app.ts'
import { useAct, useAsk } from '../kit/ask.ts'
import { RefusalNote } from '../kit/RefusalNote.tsx'
import { Waiting } from '../kit/Waiting.tsx'
import { Card } from './Card.tsx'
import { useAttach } from './use-attach.ts'
import { Viewer } from './Viewer.tsx'
import './attachments.css'

const ACCEPT = 'image/*,.heic,.heif,.pdf'

interface AttachmentsPanelProps extends Owner {
  /** 已归档：只能补充签到扫描件与材料。 */
  archived: boolean
  /** 一进来就看见的几个入口，如“签好字的签到表”。 */
  slots: readonly { kind: AttachmentKind; label: string; hint: string }[]
  empty: ReactNode
}

/** 一处的附件：选、拖、粘贴都能添加；缩略图排成格，点开看大的。 */
export function AttachmentsPanel({ owner, ownerId, archived, slots, empty }: AttachmentsPanelProps) {
  const list = useAsk(app.attachments.list, { owner, ownerId })
  const arrange = useAct(app.attachments.arrange)
  const rotate = useAct(app.attachments.turn)
  const { add, stop, progress, problems, refusal } = useAttach({ owner, ownerId }, archived)
  const input = useRef<HTMLInputElement>(null)
  const asked = useRef<AttachmentKind>(undefined)
  const [open, setOpen] = useState<number>()
  const [over, setOver] = useState(false)
  usePasted((files) => void add(files))
  if (!list.data) return <Waiting error={list.error} />
  const all = list.data
  const shown = all.find(({ id }) => id === open)

  const pick = (kind: AttachmentKind | undefined) => {
    asked.current = kind
    input.current?.click()
  }
  const move = (from: number, to: number) => {
    const ids = all.map(({ id }) => id)
    ids.splice(to, 0, ...ids.splice(from, 1))
    void arrange.run({ owner, ownerId, ids })
  }
  const movable = (at: number) => {
    const other = all[at]
    return other !== undefined && whyCannotAlter({ archived }, other) === undefined
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    void add([...event.dataTransfer.files])
  }
  const turnable = (one: Attachment) => canTurn(one.media) && whyCannotAlter({ archived }, one) === undefined

  return (
    <section
      className={over ? 'attachments is-over' : 'attachments'}
      aria-label="附件"
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <div className="attachment-slots">
        {slots.map(({ kind, label, hint }) => (
          <div key={kind} className="attachment-slot">
            <Button disabled={progress !== undefined} onClick={() => pick(kind)}>
              {label}
            </Button>
            <span className="hint">{hint}</span>
          </div>
        ))}
      </div>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept={ACCEPT}
        aria-label="选择附件"
        onChange={(event) => {
          void add([...(event.target.files ?? [])], asked.current)
          event.target.value = ''
        }}
      />
      {progress && (
        <div className="job" role="status" aria-live="polite">
          <progress aria-label="添加附件" value={progress.done / progress.all} />
          <span>
            正在缩小、存入第 {progress.done + 1} 份，共 {progress.all} 份
          </span>
          <Button size="small" onClick={stop}>
            取消
          </Button>
        </div>
      )}
      <RefusalNote refusal={refusal} />
      {problems.length > 0 && (
        <div className="attachment-problems" role="alert">
          <ul>
            {problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </div>
      )}
      {all.length === 0 ? (
        <div className="attachment-empty">{empty}</div>
      ) : (
        <ul className="attachment-grid">
          {all.map((one, at) => (
            <Card
              key={`${one.id}/${one.caption}`}
              attachment={one}
              archived={archived}
              onOpen={() => setOpen(one.id)}
              onMove={{
                back: at > 0 && movable(at - 1) ? () => move(at, at - 1) : undefined,
                forth: at < all.length - 1 && movable(at + 1) ? () => move(at, at + 1) : undefined,
              }}
            />
          ))}
        </ul>
      )}
      {shown && (
        <Viewer
          list={all}
          at={shown}
          onGo={setOpen}
          onClose={() => setOpen(undefined)}
          onTurn={turnable(shown) ? () => void rotate.run({ id: shown.id, turn: turned(shown.turn) }) : undefined}
        />
      )}
    </section>
  )
}

/** 粘贴进来的图片与文件（在文字框里粘贴文字不算）。 */
function usePasted(take: (files: File[]) => void) {
  const latest = useRef(take)
  latest.current = take
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])]
      if (files.length === 0) return
      event.preventDefault()
      latest.current(files)
    }
    window.addEventListener('paste', paste)
    return () => window.removeEventListener('paste', paste)
  }, [])
}
