import { Input } from 'antd'
import { useState } from 'react'
import type { AttendanceRow } from '../../shared/attendance/contract.ts'
import { Dialog } from '../kit/Dialog.tsx'
import { Field } from '../kit/Field.tsx'
import { matchNames } from './names.ts'

interface PasteNamesProps {
  people: readonly AttendanceRow[]
  onPaste: (text: string) => void
  onClose: () => void
}

/** 粘贴到会名单：先看对上几人，再记为出席。 */
export function PasteNames({ people, onPaste, onClose }: PasteNamesProps) {
  const [text, setText] = useState('')
  const { found, unknown, ambiguous } = matchNames(text, people)
  const others = [unknown.length > 0 && `没有对上：${unknown.join('、')}`, ambiguous.length > 0 && `同名：${ambiguous.join('、')}`]
    .filter(Boolean)
    .join('；')
  return (
    <Dialog
      title="粘贴到会名单"
      verb={`${found.length} 人记为出席`}
      dirty={text.trim() !== ''}
      disabled={found.length === 0}
      onSave={() => onPaste(text)}
      onClose={onClose}
    >
      <Field
        label="名单"
        hint="从微信接龙、表格或文档复制来的都可以，姓名之间用顿号、逗号、空格或换行隔开。"
        {...(others ? { warning: others } : {})}
      >
        {(id, note) => (
          <Input.TextArea
            id={id}
            aria-describedby={note}
            autoFocus
            rows={8}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
    </Dialog>
  )
}
