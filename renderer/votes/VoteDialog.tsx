import { Input } from 'antd'
import { useEffect } from 'react'
import type { MeetingRow } from '../../shared/meetings/contract.ts'
import type { MatterKind, Roll, VoteRow, VotingRules } from '../../shared/votes/contract.ts'
import { whyCannotVote } from '../../shared/votes/rules.ts'
import { app } from '../app.ts'
import { isUnderWay } from '../applicants/use-development.ts'
import { useAct, useAsk } from '../kit/ask.ts'
import { Dialog } from '../kit/Dialog.tsx'
import { DraftNote } from '../kit/DraftNote.tsx'
import { Field } from '../kit/Field.tsx'
import { PersonField } from '../kit/PersonField.tsx'
import { useDialogForm } from '../kit/use-dialog-form.ts'
import { usePeople } from '../members/use-people.ts'
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

/** 写到一半的样子；filledFor：应到、实到照哪一类事项的名单填过了。 */
type Form = VoteForm & { filledFor: MatterKind }

const kindFor = (kinds: readonly string[]): MatterKind =>
  kinds.includes('election') ? 'election' : kinds[0] === 'committee' ? 'committee' : 'general'

/** 登记或修改一次表决；新登记的等应到、实到的名单到了再开。 */
export function VoteDialog(props: VoteDialogProps) {
  const { meeting, rules, vote } = props
  const kind = vote?.tally.kind ?? kindFor(meeting.kinds)
  const { data: roll, isPending } = useAsk(app.votes.roll, { meetingId: meeting.id, kind })
  if (isPending) return null
  const form = vote ? voteFormOf(vote) : emptyVote(kind, rules, roll?.eligible.length, roll?.present.length)
  return <VoteFormDialog {...props} blank={{ ...form, filledFor: kind }} />
}

/** 登记或修改一次表决：应到、实到照会议的出勤带出，改了要写原因；结论边填边出。 */
function VoteFormDialog({ meeting, rules, vote, blank, onClose }: VoteDialogProps & { blank: Form }) {
  const { form, set, setForm, dirty, note, close } = useDialogForm<Form>(
    vote ? `votes.amend/${vote.id}` : `votes.record/${meeting.id}`,
    blank,
    onClose,
    { amending: vote !== undefined },
  )
  const roll = useAsk(app.votes.roll, { meetingId: meeting.id, kind: form.tally.kind }, { keep: true })
  const members = usePeople(meeting.organizationId)
  const applicants = useAsk(app.applicants.list, { organizationId: meeting.organizationId }).data
  const people = members && applicants && [...applicants.filter(isUnderWay), ...members]
  const record = useAct(app.votes.record, { quiet: true })
  const amend = useAct(app.votes.amend, { quiet: true })
  const [eligible, present] = [roll.data?.eligible.length, roll.data?.present.length]
  // 换了种类：应到、实到照名单
  useEffect(() => {
    if (eligible === undefined || present === undefined || roll.isPlaceholderData || form.filledFor === form.tally.kind) return
    setForm((now) => ({
      ...now,
      filledFor: now.tally.kind,
      tally: { ...now.tally, eligible, present, ballots: now.tally.ballots && { issued: present, returned: present, invalid: 0 } },
    }))
  }, [eligible, present, form.filledFor, form.tally.kind, roll.isPlaceholderData, setForm])
  const { tally } = form
  const changed = eligible !== undefined && (tally.eligible !== eligible || tally.present !== present)
  const person = matterNeedsPerson(tally.kind)
  const ready = form.matter.trim() !== '' && (!changed || form.adjusted.trim() !== '') && !whyCannotVote(tallyOf(form), form.person, rules)
  const save = async () => {
    const draft = draftOf(form, meeting.id)
    const answer = vote ? await amend.run({ id: vote.id, vote: draft }) : await record.run(draft)
    if (answer) close()
  }
  return (
    <Dialog
      title={vote ? '修改表决' : '登记表决'}
      verb={vote ? '保存修改' : '登记表决'}
      width={960}
      dirty={dirty}
      busy={record.busy || amend.busy}
      disabled={!ready}
      refusal={record.refusal ?? amend.refusal}
      onSave={() => void save()}
      onClose={close}
    >
      <DraftNote {...note} />
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
                  onChange={(event) => set({ matter: event.target.value })}
                />
              )}
            </Field>
            {person && (
              <PersonField
                label="表决的是哪一名（一名一名地表决）"
                required
                wide
                maxLength={40}
                value={form.person}
                people={people}
                onChange={(name) => set({ person: name })}
              />
            )}
          </div>
          <TallyFields
            form={form}
            onChange={set}
            rules={rules}
            people={members ?? []}
            {...(roll.data ? { source: sourceOf(roll.data) } : {})}
          />
          {changed && (
            <Field label="应到、实到与会议登记的不同，为什么" required wide>
              {(id) => (
                <Input
                  id={id}
                  maxLength={200}
                  value={form.adjusted}
                  placeholder="例：一名党员在留党察看期间，没有表决权"
                  onChange={(event) => set({ adjusted: event.target.value })}
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
