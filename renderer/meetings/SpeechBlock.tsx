import { Button, Input, Select } from 'antd'
import type { TextAreaRef } from 'antd/es/input/TextArea'
import { useEffect, useRef, useState } from 'react'
import type { AttendanceRow } from '../../shared/attendance/contract.ts'
import type { Speech } from '../../shared/meetings/contract.ts'
import { fitsName, type NameChoice, NameInput, nameChoices } from '../kit/NameInput.tsx'
import type { SpeechEntry } from './minutes-form.ts'

interface SpeechBlockProps {
  speech: SpeechEntry
  people: readonly AttendanceRow[]
  readOnly: boolean
  /** 刚加的一段：光标放进来。 */
  focused: boolean
  onChange: (next: Partial<Speech>) => void
  /** 在这一段之后另起一段。 */
  onNext: (speaker: string, text: string) => void
  onRemove: () => void
}

/** 一段发言：谁，说了什么。打 @ 选下一位发言人。 */
export function SpeechBlock({ speech, people, readOnly, focused, onChange, onNext, onRemove }: SpeechBlockProps) {
  const area = useRef<TextAreaRef>(null)
  const [asking, setAsking] = useState<number>()
  useEffect(() => {
    if (focused) area.current?.focus()
  }, [focused])

  const write = (text: string) => {
    const caret = area.current?.resizableTextArea?.textArea.selectionStart ?? text.length
    const at = text.length === speech.text.length + 1 && text[caret - 1] === '@'
    if (!at) return onChange({ text })
    onChange({ text: text.slice(0, caret - 1) + text.slice(caret) })
    setAsking(caret - 1)
  }
  const speakNext = (name: string) => {
    const caret = asking ?? speech.text.length
    setAsking(undefined)
    if (speech.text.trim() === '' && speech.speaker === '') {
      onChange({ speaker: name })
      area.current?.focus()
      return
    }
    onChange({ text: speech.text.slice(0, caret).trimEnd() })
    onNext(name, speech.text.slice(caret).trimStart())
  }
  if (readOnly)
    return (
      <p className="speech-read">
        {speech.speaker && <b>{speech.speaker}：</b>}
        {speech.text}
      </p>
    )
  return (
    <div className="speech">
      <NameInput
        aria-label="发言人"
        className="speech-who"
        variant="borderless"
        placeholder="发言人"
        value={speech.speaker}
        people={people}
        onChange={(speaker) => onChange({ speaker })}
        onPick={() => area.current?.focus()}
      />
      <div className="speech-body">
        <Input.TextArea
          ref={area}
          aria-label={speech.speaker ? `${speech.speaker}的发言` : '发言内容'}
          variant="borderless"
          className="grows"
          rows={1}
          value={speech.text}
          placeholder="照原话记；打 @ 选发言人"
          onChange={(event) => write(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !event.ctrlKey) return
            event.preventDefault()
            event.stopPropagation()
            onNext('', '')
          }}
        />
        {asking !== undefined && (
          <Select<string, NameChoice>
            className="speech-ask"
            aria-label="选发言人"
            autoFocus
            defaultOpen
            placeholder="姓名或首字母"
            options={nameChoices(people)}
            showSearch={{ filterOption: fitsName }}
            onSelect={(name) => speakNext(name)}
            onBlur={() => setAsking(undefined)}
            onKeyDown={(event) => {
              if (event.key !== 'Escape') return
              event.stopPropagation()
              event.preventDefault()
              setAsking(undefined)
              area.current?.focus()
            }}
          />
        )}
      </div>
      <Button type="text" size="small" aria-label="删去这一段" title="删去这一段" onClick={onRemove} className="speech-remove">
        ✕
      </Button>
    </div>
  )
}
