import { Checkbox, Select } from 'antd'
import type { Entry, Round } from '../../shared/appraisal/contract.ts'
import { UNGRADED } from '../../shared/appraisal/words.ts'
import type { Id } from '../../shared/kit/values.ts'
import { asidesOf, calledIn } from '../../shared/members/namesakes.ts'
import { app } from '../app.ts'
import { useAct, useAsk, useAskEach } from '../kit/ask.ts'
import { DayInput, problemOfDay } from '../kit/DayInput.tsx'
import { Dialog } from '../kit/Dialog.tsx'
import { DraftNote } from '../kit/DraftNote.tsx'
import { Field } from '../kit/Field.tsx'
import { useDialogForm } from '../kit/use-dialog-form.ts'

interface RoundDialogProps {
  organizationId: Id
  year: number
  /** 要改的一轮；没有为新开一轮。 */
  standing?: { round: Round; entries: readonly Entry[] }
  onClose: () => void
}

interface Course {
  day: string | null
  meetingId: Id | null
  /** 还没动过名单时为空：那天党籍正常的都参加。 */
  chosen: readonly Id[] | undefined
}

/** 开展一轮，或改它的日期、会议、参加的人：名单照那天的名册，不参加的去掉勾。 */
export function RoundDialog({ organizationId, year, standing, onClose }: RoundDialogProps) {
  const start = useAct(app.appraisal.start, { quiet: true })
  const amend = useAct(app.appraisal.amend, { quiet: true })
  const { form, set, dirty, note, close } = useDialogForm<Course>(
    standing ? `appraisal.amend/${standing.round.id}` : `appraisal.start/${organizationId}/${year}`,
    {
      day: standing?.round.day ?? null,
      meetingId: standing?.round.meetingId ?? null,
      chosen: standing?.entries.map(({ memberId }) => memberId),
    },
    onClose,
    { amending: standing !== undefined },
  )
  const { day, meetingId, chosen } = form
  const choose = (next: readonly Id[]) => set({ chosen: next })
  const known = day !== null && problemOfDay(day) === undefined ? day : undefined
  const people = useAsk(
    app.members.list,
    { organizationId, ...(known ? { day: known } : {}) },
    { enabled: known !== undefined, keep: true },
  )
  const normal = (people.data ?? []).filter(({ standing }) => standing === 'normal')
  const asides = asidesOf(normal)
  const ids = normal.map(({ id }) => id)
  const picked = chosen === undefined ? ids : ids.filter((id) => chosen.includes(id))
  const lost = (standing?.entries ?? []).filter(({ memberId, votes, grade }) => !picked.includes(memberId) && (votes || grade))
  const save = async () => {
    if (!known) return
    const course = { day: known, meetingId, memberIds: picked }
    const answer = standing ? await amend.run({ id: standing.round.id, ...course }) : await start.run({ organizationId, year, ...course })
    if (answer) close()
  }
  return (
    <Dialog
      title={standing ? '改这一轮民主评议' : `开展 ${year} 年度民主评议`}
      verb={standing ? '保存' : '开展'}
      width={640}
      dirty={dirty}
      disabled={!known || picked.length === 0 || people.data === undefined}
      busy={start.busy || amend.busy}
      refusal={start.refusal ?? amend.refusal}
      onSave={() => void save()}
      onClose={close}
    >
      <DraftNote {...note} />
      <div className="form-grid">
        <Field label="在哪次会上" hint="可以以后再选；先评议、后补会议记录也行" wide>
          {(id, described) => (
            <MeetingPick
              id={id}
              note={described}
              organizationId={organizationId}
              year={year}
              value={meetingId}
              onPick={(meeting) => {
                set({ meetingId: meeting?.id ?? null, ...(meeting && day === null ? { day: meeting.day } : {}) })
              }}
            />
          )}
        </Field>
        <Field label="评议日期" required>
          {(id) => <DayInput id={id} autoFocus value={day} onChange={(next) => set({ day: next })} />}
        </Field>
      </div>
      {known && people.data && (
        <fieldset className="round-people">
          <legend>
            <Checkbox
              checked={picked.length === ids.length}
              indeterminate={picked.length > 0 && picked.length < ids.length}
              onChange={({ target }) => choose(target.checked ? ids : [])}
            >
              参加评议的党员
            </Checkbox>
            <span>
              {picked.length} / {ids.length} 人
            </span>
          </legend>
          <div>
            {normal.map(({ id, name, category }, at) => (
              <Checkbox
                key={id}
                checked={picked.includes(id)}
                onChange={({ target }) => choose(target.checked ? [...picked, id] : picked.filter((one) => one !== id))}
              >
                {calledIn({ name, aside: asides[at] ?? '' })}
                {category === 'probationary' && <small title={UNGRADED}>预备</small>}
              </Checkbox>
            ))}
          </div>
          {normal.length === 0 && <p className="note-warning">那天名册上没有党籍正常的党员。</p>}
          {lost.length > 0 && <p className="note-warning">去掉 {lost.map(({ name }) => name).join('、')}，已录的票数和等次也一起去掉。</p>}
          <p className="hint">预备党员参加评议，不评定等次，不在测评票上。</p>
        </fieldset>
      )}
    </Dialog>
  )
}

interface MeetingPickProps {
  id: string
  note: string
  organizationId: Id
  year: number
  value: Id | null
  onPick: (meeting: { id: Id; day: string } | undefined) => void
}

/** 这一年与下一年年初的会议，组织生活会、民主评议排在前面。 */
function MeetingPick({ id, note, organizationId, year, value, onPick }: MeetingPickProps) {
  const years = useAskEach(
    app.meetings.listByYear,
    [year, year + 1].map((one) => ({ organizationId, year: one })),
  )
  const rank = (kinds: readonly string[]) => (kinds.includes('appraisal') ? 0 : kinds.includes('orgLife') ? 1 : 2)
  const meetings = years
    .flatMap(({ data }) => data ?? [])
    .filter((row) => row.organizationId === organizationId && row.groupName === null && row.voidedReason === null)
    .sort((a, b) => rank(a.kinds) - rank(b.kinds) || b.day.localeCompare(a.day))
  return (
    <Select<Id | 0>
      id={id}
      aria-describedby={note}
      value={value ?? 0}
      onChange={(next) => onPick(meetings.find((meeting) => meeting.id === next))}
      options={[
        { value: 0, label: '没有选' },
        ...meetings.map((meeting) => ({ value: meeting.id, label: `${meeting.day}　${meeting.topic}　${meeting.kindNames}` })),
      ]}
    />
  )
}
