import { Checkbox, Radio, Select } from 'antd'
import type { ReactNode } from 'react'
import type { VotingRules } from '../../shared/votes/contract.ts'
import { citation, matterOf, quorumOf } from '../../shared/votes/rules.ts'
import { Field } from '../kit/Field.tsx'
import type { Named } from '../kit/NameInput.tsx'
import { CandidateFields } from './CandidateFields.tsx'
import { CountField } from './CountField.tsx'
import { ballotsFollowing, ofKind, type VoteForm } from './vote-form.ts'

interface TallyFieldsProps {
  form: VoteForm
  onChange: (form: VoteForm) => void
  rules: VotingRules
  /** 候选人从这些人里选。 */
  people: readonly Named[]
  /** 应到、实到的数字从哪里来。 */
  source?: { eligible: ReactNode; present: ReactNode }
  autoFocus?: boolean
}

/** 一次表决的数字：种类、应到实到、书面意见、三种票；无记名另有选票，选举另有候选人。 */
export function TallyFields({ form, onChange, rules, people, source, autoFocus = false }: TallyFieldsProps) {
  const { tally } = form
  const matter = matterOf(rules, tally.kind)
  const set = (next: Partial<VoteForm['tally']>) => onChange({ ...form, tally: { ...tally, ...next } })
  const election = tally.kind === 'election'
  const right = election ? '选举权' : '表决权'
  const ballots = tally.ballots ?? { issued: tally.present, returned: tally.present, invalid: 0 }
  const half = quorumOf({ ...tally, halfCounts: null }, matter) === 'ask' && tally.eligible > 0
  return (
    <div className="tally">
      <Field label="事项种类" wide hint={`到会：${citation(matter.quorum)}`}>
        {(id, note) => (
          <Select
            id={id}
            aria-describedby={note}
            autoFocus={autoFocus}
            value={tally.kind}
            options={rules.matters.map(({ code, name }) => ({ value: code, label: name }))}
            onChange={(kind) => onChange(ofKind(form, kind, rules))}
          />
        )}
      </Field>
      <CountField label={`应到有${right}`} value={tally.eligible} hint={source?.eligible} onChange={(eligible) => set({ eligible })} />
      <CountField
        label={`实到有${right}`}
        value={tally.present}
        hint={source?.present}
        onChange={(present) =>
          set({
            present,
            ballots: ballotsFollowing(present, tally),
          })
        }
      />
      {half && (
        <Field label="实到恰好是应到的半数，算不算“半数以上”到会，由书记定" wide hint="算到会够，就接着表决；不算，就改期再开。">
          {(id) => (
            <Radio.Group
              id={id}
              value={tally.halfCounts}
              onChange={(event) => set({ halfCounts: event.target.value })}
              options={[
                { value: true, label: '算，接着表决' },
                { value: false, label: '不算，改期再开' },
              ]}
            />
          )}
        </Field>
      )}
      <div className="field-wide">
        <Checkbox
          checked={tally.secret}
          onChange={(event) => set({ secret: event.target.checked, ballots: event.target.checked ? ballots : null })}
        >
          无记名投票（只记票数，不记谁投了什么）
        </Checkbox>
      </div>
      {tally.secret && (
        <div className="tally-three">
          <CountField label="发出选票" value={ballots.issued} onChange={(issued) => set({ ballots: { ...ballots, issued } })} />
          <CountField label="收回选票" value={ballots.returned} onChange={(returned) => set({ ballots: { ...ballots, returned } })} />
          <CountField label="其中无效" value={ballots.invalid} onChange={(invalid) => set({ ballots: { ...ballots, invalid } })} />
        </div>
      )}
      {election ? (
        <CandidateFields form={form} onChange={onChange} rules={rules} people={people} />
      ) : (
        <>
          <div className="tally-three">
            <CountField label="赞成" value={tally.inFavour} onChange={(inFavour) => set({ inFavour })} />
            <CountField label="反对" value={tally.against} onChange={(against) => set({ against })} />
            <CountField label="弃权" value={tally.abstained} onChange={(abstained) => set({ abstained })} />
          </div>
          {matter.written.value && <WrittenFields form={form} onChange={onChange} hint={citation(matter.written)} />}
        </>
      )}
    </div>
  )
}

function WrittenFields({ form, onChange, hint }: { form: VoteForm; onChange: (form: VoteForm) => void; hint: string }) {
  const { written } = form.tally
  const set = (next: Partial<typeof written>) => onChange({ ...form, tally: { ...form.tally, written: { ...written, ...next } } })
  const some = written.inFavour + written.against + written.abstained > 0
  return (
    <>
      <div className="tally-three">
        <CountField label="书面赞成" value={written.inFavour} onChange={(inFavour) => set({ inFavour })} />
        <CountField label="书面反对" value={written.against} onChange={(against) => set({ against })} />
        <CountField label="书面弃权" value={written.abstained} onChange={(abstained) => set({ abstained })} />
      </div>
      {some && (
        <div className="field-wide">
          <Checkbox checked={written.beforehand} onChange={(event) => set({ beforehand: event.target.checked })}>
            书面意见都是开会之前正式书面提出的（不是的不计入）
          </Checkbox>
          <p className="hint">{hint}</p>
        </div>
      )}
    </>
  )
}
