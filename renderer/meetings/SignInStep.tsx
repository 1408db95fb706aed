import { Button, Checkbox, InputNumber, Radio, Select } from 'antd'
import { useEffect, useId, useState } from 'react'
import { SignInOptions } from '../../shared/documents/contract.ts'
import type { MeetingRow } from '../../shared/meetings/contract.ts'
import { PaperActions } from '../documents/PaperActions.tsx'
import { PaperView } from '../documents/PaperView.tsx'
import { PreviewDialog } from '../documents/PreviewDialog.tsx'
import { usePaper } from '../documents/use-paper.ts'
import { useSignInOptions } from '../documents/use-sign-in.ts'
import { useFirstSteps } from '../home/first-steps.ts'

const PAUSE_MS = 400
const usual = SignInOptions.parse({})

const abouts: { value: SignInOptions['about']; label: string }[] = [
  { value: 'unit', label: '单位/职务' },
  { value: 'phone', label: '联系方式' },
  { value: 'place', label: '所在地' },
]
const ticks = [
  ['byGroup', '按党小组分'],
  ['online', '线上参加勾选'],
  ['makeup', '补课登记栏'],
] as const

/** 签到表：看到的就是要打印的那一份；栏数、列、分组、每页几行随手调，这本台账里记住。 */
export function SignInStep({ meeting }: { meeting: MeetingRow }) {
  const [spareId, rowsId] = [useId(), useId()]
  const [options, keep] = useSignInOptions()
  const [steps, noteSteps] = useFirstSteps()
  const change = (part: Partial<SignInOptions>) => keep({ ...options, ...part })
  const [settled, setSettled] = useState(options)
  const [workbook, setWorkbook] = useState(false)
  const text = JSON.stringify(options)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(JSON.parse(text)), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [text])
  const { topic, day, startsAt, place, host, expected, organizationName, observers, superiors, excluded } = meeting
  const revision = JSON.stringify([topic, day, startsAt, place, host, expected, organizationName, observers, superiors, excluded])
  const state = usePaper({ wanted: { kind: 'signInSheet', meetingId: meeting.id, ...settled }, grade: 'internal', purpose: '' }, revision)
  return (
    <div className="paper-step">
      <div className="paper-tools">
        <Radio.Group
          aria-label="栏数"
          optionType="button"
          value={options.columns}
          disabled={options.makeup}
          onChange={(event) => change({ columns: event.target.value as 1 | 2 })}
          options={[
            { value: 1, label: '一栏' },
            { value: 2, label: '两栏' },
          ]}
        />
        <Select
          aria-label="姓名后面写"
          style={{ width: 116 }}
          value={options.about}
          onChange={(about) => change({ about })}
          options={abouts}
        />
        {ticks.map(([key, label]) => (
          <Checkbox key={key} checked={options[key]} onChange={(event) => change({ [key]: event.target.checked })}>
            {label}
          </Checkbox>
        ))}
        <label htmlFor={rowsId}>每页行数</label>
        <InputNumber
          id={rowsId}
          min={10}
          max={20}
          value={options.mostRows}
          onChange={(value) => change({ mostRows: value ?? usual.mostRows })}
          style={{ width: 64 }}
        />
        <label htmlFor={spareId}>留空行</label>
        <InputNumber
          id={spareId}
          min={3}
          max={20}
          value={options.spareRows}
          onChange={(value) => change({ spareRows: value ?? usual.spareRows })}
          style={{ width: 64 }}
        />
        <span className="paper-actions">
          <Button onClick={() => setWorkbook(true)}>Excel</Button>
          <PaperActions paper={state.paper} busy={state.busy} onDelivered={() => noteSteps({ ...steps, printed: true })} />
        </span>
      </div>
      <p className="hint">应到 {expected} 人的名字已印好，空行给列席的人签。</p>
      <div className="paper-step-body">
        <PaperView state={state} label="签到表" />
      </div>
      {workbook && (
        <PreviewDialog
          label="签到表 Excel "
          wanted={{ kind: 'signInSheet', meetingId: meeting.id, ...options, format: 'xlsx' }}
          onClose={() => setWorkbook(false)}
        />
      )}
    </div>
  )
}
