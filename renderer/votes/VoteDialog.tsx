import { Input } from 'antd'
import { useEffect, useState } from 'react'
import type { MeetingRow } from '../../shared/meetings/contract.ts'
import type { Roll, VoteRow, VotingRules } from '../../shared/votes/contract.ts'
import { whyCannotVote } from '../../shared/votes/rules.ts'
import { app } from '../app.ts'
import { useAct, useAsk } from '../kit/ask.ts'
import { Dialog } from '../kit/Dialog.tsx'
import { Field } from '../kit/Field.tsx'
import { TallyFields } from './TallyFields.tsx'
import { VerdictBox } from './VerdictBox.tsx'
import { draftOf, emptyVote, matterNeedsPerson, tallyOf, type VoteForm, voteFormOf } from './vote-form.ts'

interface VoteDialogProps {
  meeting: MeetingRow
  rules: VotingRules
  /** 要修改的；新登记的为空。 */
  vote?: VoteRow | undefined
  onClose: () => void
}

const names = (some: readonly string[]) => (some.length > 12 ? `${some.slice(0, 12).join('、')} 等` : some.join('、'))

const sourceOf = (roll: Roll) => ({
  eligible: (
    <>
      会议登记 {roll.eligible.length} 人：{names(roll.eligible) || '没有'}
      {roll.without.length > 0 && `。不在内：${names(roll.without.map(({ name, why }) => `${name}（${why}）`))}`}
    </>
  ),
  present: (
    <>
      会议登记 {roll.present.length} 人：{names(roll.present) || '没有'}
      {roll.online.length > 0 && `。其中线上 ${roll.online.length} 人，能否线上表决按上级规定`}
    </>
  ),
})

/** 登记或修改一次表决：应到、实到照会议的出勤带出，改了要写原因；结论边填边出。 */
export function VoteDialog({ meeting, rules, vote, onClose }: VoteDialogProps) {
  const [blank] = useState<VoteForm>(() =>
    vote
      ? voteFormOf(vote)
      : emptyVote(meeting.kinds.includes('election') ? 'election' : meeting.kinds[0] === 'committee' ? 'committee' : 'general', rules),
  )
  const [form, setForm] = useState(blank)
  const [filled, setFilled] = useState(vote?.tally.kind)
  const roll = useAsk(app.votes.roll, { meetingId: meeting.id, kind: form.tally.kind }, { keep: true })
  const record = useAct(app.votes.record, { quiet: true })
  const amend = useAct(app.votes.amend, { quiet: true })
  const [eligible, present] = [roll.data?.eligible.length, roll.data?.present.length]
  // 换了种类或名单刚到：应到、实到照名单
  useEffect(() => {
    if (eligible === undefined || present === undefined || roll.isPlaceholderData || filled === form.tally.kind) return
    setFilled(form.tally.kind)
    setForm((now) => ({
      ...now,
      tally: { ...now.tally, eligible, present, ballots: now.tally.ballots && { issued: present, returned: present, invalid: 0 } },
    }))
  }, [eligible, present, filled, form.tally.kind, roll.isPlaceholderData])
  const { tally } = form
  const changed = eligible !== undefined && (tally.eligible !== eligible || tally.present !== present)
  const person = matterNeedsPerson(tally.kind)
  const ready = form.matter.trim() !== '' && (!changed || form.adjusted.trim() !== '') && !whyCannotVote(tallyOf(form), form.person, rules)
  const save = async () => {
    const draft = draftOf(form, meeting.id)
    const answer = vote ? await amend.run({ id: vote.id, vote: draft }) : await record.run(draft)
    if (answer) onClose()
  }
  return (
    <Dialog
      title={vote ? '修改表决' : '登记表决'}
      verb={vote ? '保存修改' : '登记表决'}
      width={960}
      dirty={JSON.stringify(form.candidates.concat()) !== JSON.stringify(blank.candidates) || form.matter !== blank.matter}
      busy={record.busy || amend.busy}
      disabled={!ready}
      refusal={record.refusal ?? amend.refusal}
      onSave={() => void save()}
      onClose={onClose}
    >
      <div className="vote-desk">
        <div>
          <div className="tally">
            <Field label="表决事项" required wide>
              {(id) => (
                <Input
                  id={id}
                  autoFocus
                  maxLength={200}
                  value={form.matter}
                  placeholder="例：讨论通过年度工作计划"
                  onChange={(event) => setForm({ ...form, matter: event.target.value })}
                />
              )}
            </Field>
            {person && (
              <Field label="表决的是哪一名（一名一名地表决）" required wide>
                {(id) => (
                  <Input
                    id={id}
                    maxLength={40}
                    value={form.person}
                    onChange={(event) => setForm({ ...form, person: event.target.value })}
                  />
                )}
              </Field>
            )}
          </div>
          <TallyFields form={form} onChange={setForm} rules={rules} {...(roll.data ? { source: sourceOf(roll.data) } : {})} />
          {changed && (
            <Field label="应到、实到与会议登记的不同，为什么" required wide>
              {(id) => (
                <Input
                  id={id}
                  maxLength={200}
                  value={form.adjusted}
                  placeholder="例：一名党员在留党察看期间，没有表决权"
                  onChange={(event) => setForm({ ...form, adjusted: event.target.value })}
                />
              )}
            </Field>
          )}
        </div>
        <VerdictBox tally={tallyOf(form)} person={form.person} rules={rules} />
      </div>
    </Dialog>
  )
}
