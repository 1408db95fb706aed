import { Button, InputNumber, Radio } from 'antd'
import type { VotingRules } from '../../shared/votes/contract.ts'
import { leastCandidates } from '../../shared/votes/election.ts'
import { Field } from '../kit/Field.tsx'
import { type Named, NameInput } from '../kit/NameInput.tsx'
import { CountField } from './CountField.tsx'
import { type CandidateEntry, newCandidate, type VoteForm } from './vote-form.ts'

interface CandidateFieldsProps {
  form: VoteForm
  onChange: (form: VoteForm) => void
  rules: VotingRules
  people: readonly Named[]
}

const counts = [
  ['inFavour', '赞成'],
  ['against', '反对'],
  ['abstained', '弃权'],
] as const

/** 应选几名，候选人各得多少票。 */
export function CandidateFields({ form, onChange, rules, people }: CandidateFieldsProps) {
  const { tally, candidates } = form
  const set = (mark: number, next: Partial<CandidateEntry>) =>
    onChange({ ...form, candidates: candidates.map((one) => (one.mark === mark ? { ...one, ...next } : one)) })
  const least = leastCandidates(tally.seats, tally.office, rules.differencePercent.value)
  return (
    <>
      <CountField
        label="应选名额"
        value={tally.seats}
        hint={`候选人至少 ${least} 名`}
        onChange={(seats) => onChange({ ...form, tally: { ...tally, seats } })}
      />
      <Field label="选举的职务">
        {(id) => (
          <Radio.Group
            id={id}
            value={tally.office}
            onChange={(event) => onChange({ ...form, tally: { ...tally, office: event.target.value } })}
            options={[
              { value: 'members', label: '委员（差额）' },
              { value: 'secretary', label: '书记、副书记（等额）' },
            ]}
          />
        )}
      </Field>
      <ol className="candidates field-wide" aria-label="候选人">
        {candidates.map((one, index) => (
          <li key={one.mark}>
            <NameInput
              aria-label={`第 ${index + 1} 名候选人`}
              placeholder="候选人姓名"
              maxLength={40}
              value={one.name}
              people={people}
              onChange={(name) => set(one.mark, { name })}
            />
            {counts.map(([key, word]) => (
              <span key={key} className="candidate-count">
                <span aria-hidden="true">{word}</span>
                <InputNumber
                  aria-label={`第 ${index + 1} 名候选人 ${word}`}
                  min={0}
                  precision={0}
                  value={one[key]}
                  onChange={(next) => set(one.mark, { [key]: next ?? 0 })}
                />
              </span>
            ))}
            <Button
              type="text"
              size="small"
              aria-label={`删去第 ${index + 1} 名候选人`}
              onClick={() => onChange({ ...form, candidates: candidates.filter(({ mark }) => mark !== one.mark) })}
            >
              删去
            </Button>
          </li>
        ))}
        <li>
          <Button type="dashed" onClick={() => onChange({ ...form, candidates: [...candidates, newCandidate(candidates)] })}>
            ＋ 添加候选人
          </Button>
        </li>
      </ol>
    </>
  )
}
