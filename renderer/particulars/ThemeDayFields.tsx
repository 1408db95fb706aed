import { Button, Checkbox, Input } from 'antd'
import { useState } from 'react'
import type { ThemeDay } from '../../shared/particulars/contract.ts'
import { app } from '../app.ts'
import { useAsk } from '../kit/ask.ts'
import { Field } from '../kit/Field.tsx'

interface ThemeDayFieldsProps {
  form: ThemeDay
  onChange: (next: Partial<ThemeDay>) => void
}

/** 主题党日：做了哪几样（常做的勾上，别的自己添）、学习篇目、亮点与不足。 */
export function ThemeDayFields({ form, onChange }: ThemeDayFieldsProps) {
  const usual = useAsk(app.particulars.standards, {}).data?.themeDayParts ?? []
  const own = form.parts.filter((part) => !usual.includes(part))
  const turn = (part: string, on: boolean) => onChange({ parts: on ? [...form.parts, part] : form.parts.filter((one) => one !== part) })
  const prose = (key: 'highlights' | 'reading' | 'shortcomings', label: string, placeholder: string) => (
    <Field label={label} wide={key === 'reading'}>
      {(id) => (
        <Input.TextArea
          id={id}
          className="grows"
          rows={2}
          value={form[key]}
          placeholder={placeholder}
          onChange={({ target }) => onChange({ [key]: target.value })}
        />
      )}
    </Field>
  )
  return (
    <section aria-label="主题党日">
      <h2>主题党日</h2>
      <fieldset className="particulars-parts">
        <legend>活动内容</legend>
        {[...usual, ...own].map((part) => (
          <Checkbox key={part} checked={form.parts.includes(part)} onChange={({ target }) => turn(part, target.checked)}>
            {part}
          </Checkbox>
        ))}
        <OwnPart onAdd={(part) => !form.parts.includes(part) && turn(part, true)} />
      </fieldset>
      <div className="particulars-grid">
        {prose('reading', '学习篇目', '一行一篇')}
        {prose('highlights', '亮点', '')}
        {prose('shortcomings', '不足', '')}
      </div>
    </section>
  )
}

/** 规则包里没有的一样：写上，Enter 添进去。 */
function OwnPart({ onAdd }: { onAdd: (part: string) => void }) {
  const [text, setText] = useState('')
  const add = () => {
    if (text.trim() === '') return
    onAdd(text.trim())
    setText('')
  }
  return (
    <span className="particulars-own">
      <Input
        size="small"
        aria-label="其他内容"
        placeholder="其他，如 植树"
        maxLength={60}
        value={text}
        onChange={({ target }) => setText(target.value)}
        onPressEnter={add}
      />
      <Button size="small" disabled={text.trim() === ''} onClick={add}>
        添上
      </Button>
    </span>
  )
}
