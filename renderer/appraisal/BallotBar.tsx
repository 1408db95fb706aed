import { Input, Select } from 'antd'
import { useId } from 'react'
import type { Round, ShareBasis } from '../../shared/appraisal/contract.ts'
import { validBallots } from '../../shared/appraisal/rules.ts'
import { basisWords } from '../../shared/appraisal/words.ts'
import { app } from '../app.ts'
import { useAct, useAsk } from '../kit/ask.ts'
import { ballotsOf, type TallyForm } from './tally-form.ts'

interface BallotBarProps {
  round: Round
  form: TallyForm
  /** 现在选了几名优秀，没存的也算。 */
  excellent: number
  onForm: (next: Partial<TallyForm>) => void
  readOnly: boolean
}

const boxes = [
  ['issued', '发出'],
  ['returned', '收回'],
  ['spoiled', '作废'],
] as const

/** 网格上面一条：票发出、收回、作废几张；优秀几名、最多几名、按什么算。 */
export function BallotBar({ round, form, excellent, onForm, readOnly }: BallotBarProps) {
  const id = useId()
  const choose = useAct(app.appraisal.chooseBasis)
  const article = useAsk(app.appraisal.standards, {}).data?.article
  const ballots = ballotsOf(form)
  const wrong = ballots && (ballots.returned > ballots.issued || ballots.spoiled > ballots.returned)
  return (
    <div className="tally-bar">
      {boxes.map(([field, label]) => (
        <label key={field} htmlFor={`${id}-${field}`}>
          {label}
          <Input
            id={`${id}-${field}`}
            inputMode="numeric"
            autoComplete="off"
            readOnly={readOnly}
            value={form[field]}
            status={wrong ? 'error' : ''}
            onChange={({ target }) => onForm({ [field]: target.value.replace(/\D/g, '').slice(0, 5) })}
          />
        </label>
      ))}
      <span role="status" className={wrong ? 'note-problem' : ''}>
        {wrong ? '收回不能多于发出，作废不能多于收回' : ballots ? `有效票 ${validBallots(ballots)}` : '张测评票'}
      </span>
      <span className="tally-spring" />
      <span className={excellent > round.excellentMost ? 'note-problem' : ''}>
        优秀 <b className="num">{excellent}</b> 名，最多 <b className="num">{round.excellentMost}</b> 名
      </span>
      <label htmlFor={`${id}-basis`} title={article}>
        按
        <Select<ShareBasis>
          id={`${id}-basis`}
          aria-label="优秀比例口径"
          size="small"
          disabled={readOnly || choose.busy}
          value={round.basis}
          onChange={(basis) => void choose.run({ id: round.id, basis })}
          options={(['participants', 'everyone'] as const).map((value) => ({
            value,
            label: `${basisWords[value]} ${round[value]} 名`,
          }))}
        />
        的三分之一
      </label>
    </div>
  )
}
