import { Button, Input, Radio } from 'antd'
import type { Ref } from 'react'
import { AppraisalGrade, type Entry } from '../../shared/appraisal/contract.ts'
import { gradeWords, UNGRADED } from '../../shared/appraisal/words.ts'
import { app } from '../app.ts'
import { useAsk } from '../kit/ask.ts'
import { Field } from '../kit/Field.tsx'
import type { LineForm } from './tally-form.ts'

interface PersonPanelProps {
  entry: Entry
  line: LineForm
  onLine: (next: Partial<LineForm>) => void
  readOnly: boolean
  /** 评定意见那一格。 */
  opinion: Ref<HTMLTextAreaElement>
  /** 写完回到网格。 */
  onBack: () => void
}

/** 网格旁：光标所在的这个人，自评、等次、意见、备注。 */
export function PersonPanel({ entry, line, onLine, readOnly, opinion, onBack }: PersonPanelProps) {
  const standards = useAsk(app.appraisal.standards, {}).data
  const after = line.grade === 'unqualified' || line.grade === 'basicallyQualified' ? standards?.[line.grade] : undefined
  return (
    <aside className="tally-panel" aria-label={`${entry.name}的评议`}>
      <h2>
        {entry.name}
        {entry.aside && <small>{entry.aside}</small>}
      </h2>
      <GradePick label="自评" value={line.selfGrade} onPick={(selfGrade) => onLine({ selfGrade })} disabled={readOnly} />
      {entry.graded ? (
        <GradePick label="支部评定等次" value={line.grade} onPick={(grade) => onLine({ grade })} disabled={readOnly} />
      ) : (
        <p className="hint">预备党员：{UNGRADED}。</p>
      )}
      {after && line.grade && (
        <p className="hint">
          {gradeWords[line.grade]}：{after}。
        </p>
      )}
      <Field label="评定意见" hint={readOnly ? undefined : '网格里按 E 来这里，Esc 回去'}>
        {(id, note) => (
          <textarea
            id={id}
            ref={opinion}
            aria-describedby={note}
            className="ant-input grows tally-text"
            rows={4}
            maxLength={2000}
            readOnly={readOnly}
            value={line.opinion}
            onChange={({ target }) => onLine({ opinion: target.value })}
            onKeyDown={(event) => {
              if (event.key !== 'Escape') return
              event.preventDefault()
              onBack()
            }}
          />
        )}
      </Field>
      <Field label="备注">
        {(id) => (
          <Input id={id} maxLength={200} readOnly={readOnly} value={line.note} onChange={({ target }) => onLine({ note: target.value })} />
        )}
      </Field>
    </aside>
  )
}

interface GradePickProps {
  label: string
  value: AppraisalGrade | null
  onPick: (grade: AppraisalGrade | null) => void
  disabled: boolean
}

/** 四个等次点一个；点错了清空。 */
const GradePick = ({ label, value, onPick, disabled }: GradePickProps) => (
  <fieldset className="tally-pick">
    <legend>
      {label}
      {value && !disabled && (
        <Button type="link" size="small" onClick={() => onPick(null)}>
          清空
        </Button>
      )}
    </legend>
    {disabled ? (
      <p>{value ? gradeWords[value] : '没有填'}</p>
    ) : (
      <Radio.Group
        size="small"
        optionType="button"
        aria-label={label}
        value={value}
        onChange={({ target }) => onPick(target.value)}
        options={AppraisalGrade.options.map((grade) => ({ value: grade, label: gradeWords[grade] }))}
      />
    )}
  </fieldset>
)
