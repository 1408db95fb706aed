import { useEffect, useRef, useState } from 'react'
import type { CellNote } from '../../shared/imports/contract.ts'

interface PreviewCellProps {
  label: string
  text: string
  note: CellNote | undefined
  wrong: boolean
  /** 原表里的地址，如 F12；推不出来就不能改。 */
  address: string | null
  editing: boolean
  /** 可以选的几种读法。 */
  offers: readonly string[]
  onBegin: () => void
  /** 改完：新的文字；没改为 undefined。 */
  onEnd: (text: string | undefined) => void
}

/** 说明里引着的原文，如 “1979/13/1”的月份不对。 */
const quoted = (note: CellNote | undefined) => /“([^”]+)”/.exec(note?.text ?? '')?.[1]

/** 检查表的一格：读成什么；可疑的写明原因与地址，点了就改。 */
export function PreviewCell({ label, text, note, wrong, address, editing, offers, onBegin, onEnd }: PreviewCellProps) {
  if (editing && address)
    return <Editor label={`${label} ${address}`} initial={text || (quoted(note) ?? '')} offers={offers} onEnd={onEnd} />
  if (!note)
    return (
      // biome-ignore lint/a11y/noStaticElementInteractions: 双击是捷径；可疑的格才是按钮
      <span className="import-value" title={address ? `${address}，双击可改` : undefined} onDoubleClick={address ? onBegin : undefined}>
        {text}
      </span>
    )
  return (
    <button
      type="button"
      className={wrong ? 'import-doubt is-wrong' : 'import-doubt'}
      disabled={!address}
      title={`${note.cell}，点了改`}
      onClick={onBegin}
    >
      <span>
        <span aria-hidden="true">{wrong ? '✕ ' : '△ '}</span>
        {text || quoted(note) || '（空）'}
      </span>
      <span className="import-note">
        {note.text}（{note.cell}）
      </span>
    </button>
  )
}

interface EditorProps {
  label: string
  initial: string
  offers: readonly string[]
  onEnd: (text: string | undefined) => void
}

function Editor({ label, initial, offers, onEnd }: EditorProps) {
  const [text, setText] = useState(initial)
  const input = useRef<HTMLInputElement>(null)
  const done = useRef(false)
  useEffect(() => {
    input.current?.focus()
    input.current?.select()
  }, [])
  const end = (given: string | undefined) => {
    if (done.current) return
    done.current = true
    onEnd(given === undefined || given.trim() === initial.trim() ? undefined : given.trim())
  }
  return (
    <>
      <input
        ref={input}
        className="import-editor"
        aria-label={`改 ${label}`}
        value={text}
        maxLength={2000}
        onChange={(event) => setText(event.target.value)}
        onBlur={(event) => {
          if (!event.relatedTarget?.closest('.import-offers')) end(text)
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') end(text)
          if (event.key === 'Escape') {
            event.stopPropagation()
            end(undefined)
          }
        }}
      />
      {offers.length > 0 && (
        <span className="import-offers">
          {offers.map((offer) => (
            // 按下就选定：先松开输入框会当作没有改
            <button key={offer} type="button" onMouseDown={(event) => event.preventDefault()} onClick={() => end(offer)}>
              {offer}
            </button>
          ))}
        </span>
      )}
    </>
  )
}
