import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { AttendanceRow } from '../../shared/attendance/contract.ts'
import type { MeetingRow } from '../../shared/meetings/contract.ts'
import type { Particulars } from '../../shared/particulars/contract.ts'
import { particularKindsOf } from '../../shared/particulars/words.ts'
import { app } from '../app.ts'
import { useAct, useAsk } from '../kit/ask.ts'
import { DraftNote } from '../kit/DraftNote.tsx'
import { useKeys } from '../kit/keys.ts'
import { RefusalNote } from '../kit/RefusalNote.tsx'
import { say } from '../kit/say.ts'
import { useDraftedForm } from '../kit/use-draft.ts'
import { Waiting } from '../kit/Waiting.tsx'
import { MeetingItems } from '../rectification/MeetingItems.tsx'
import { LectureFields } from './LectureFields.tsx'
import { OrgLifeFields } from './OrgLifeFields.tsx'
import { ParticularsFacts } from './ParticularsFacts.tsx'
import { changedKinds, formOf, hoursOf, orgLifeOf, type ParticularsForm, problemsOf } from './particulars-form.ts'
import { ThemeDayFields } from './ThemeDayFields.tsx'
import './particulars.css'

interface ParticularsStepProps {
  meeting: MeetingRow
  sheet: readonly AttendanceRow[]
  readOnly: boolean
  /** 归档之后要补：到能取消归档的那一步。 */
  onAmend: () => void
}

/** 专项：党课、主题党日、组织生活会各自的几项；组织生活会提出的整改也从这里记，归档之后照样能记。 */
export function ParticularsStep({ meeting, sheet, readOnly, onAmend }: ParticularsStepProps) {
  const page = useAsk(app.particulars.page, { meetingId: meeting.id })
  if (!page.data) return <Waiting error={page.error} />
  const items = meeting.kinds.includes('orgLife') && meeting.voidedReason === null && <MeetingItems meeting={meeting} people={sheet} />
  if (readOnly)
    return (
      <div className="particulars">
        <div className="particulars-sheet">
          <ParticularsFacts particulars={page.data} kinds={meeting.kinds} onAmend={meeting.voidedReason === null ? onAmend : undefined} />
          {items}
        </div>
      </div>
    )
  return <WriteParticulars meeting={meeting} sheet={sheet} particulars={page.data} items={items} />
}

interface WriteProps extends Omit<ParticularsStepProps, 'readOnly' | 'onAmend'> {
  particulars: Particulars
  items: ReactNode
}

function WriteParticulars({ meeting, sheet, particulars, items }: WriteProps) {
  const { id: meetingId, kinds } = meeting
  const saved = formOf(particulars)
  const { form, setForm, dirty, note, startOver, discard } = useDraftedForm<ParticularsForm>(`meetings.particulars/${meetingId}`, saved, {
    amending: true,
  })
  const lecture = useAct(app.particulars.writeLecture, { quiet: true })
  const themeDay = useAct(app.particulars.writeThemeDay, { quiet: true })
  const orgLife = useAct(app.particulars.writeOrgLife, { quiet: true })
  const changed = changedKinds(form, saved, kinds)
  const problems = problemsOf(form, changed)
  const [sentence] = Object.values(problems)
  const write = {
    lecture: () => lecture.run({ meetingId, lecture: { ...form.lecture, hours: hoursOf(form.lecture.hours) ?? 0 } }),
    themeDay: () => themeDay.run({ meetingId, themeDay: form.themeDay }),
    orgLife: () => orgLife.run({ meetingId, orgLife: orgLifeOf(form.orgLife) }),
  }
  const save = async () => {
    if (!dirty || sentence) return
    for (const kind of changed) if (!(await write[kind]())) return
    discard()
    say.done('专项已保存')
  }
  useKeys({ 'ctrl+s': () => void save() })
  const change = {
    lecture: (next: Partial<ParticularsForm['lecture']>) => setForm((now) => ({ ...now, lecture: { ...now.lecture, ...next } })),
    themeDay: (next: Partial<ParticularsForm['themeDay']>) => setForm((now) => ({ ...now, themeDay: { ...now.themeDay, ...next } })),
    orgLife: (next: Partial<ParticularsForm['orgLife']>) => setForm((now) => ({ ...now, orgLife: { ...now.orgLife, ...next } })),
  }
  const shown = particularKindsOf(kinds)
  const written = shown.some((kind) => particulars[kind])
  return (
    <div className="particulars">
      <div className="particulars-sheet">
        <DraftNote {...note} />
        {shown.includes('lecture') && <LectureFields form={form.lecture} onChange={change.lecture} people={sheet} problems={problems} />}
        {shown.includes('themeDay') && <ThemeDayFields form={form.themeDay} onChange={change.themeDay} />}
        {shown.includes('orgLife') && <OrgLifeFields meetingId={meetingId} form={form.orgLife} onChange={change.orgLife} people={sheet} />}
        {items}
      </div>
      <div className="saved-line">
        <span role="status">{!dirty ? (written ? '已保存' : '还没有填') : (sentence ?? '有还没保存的内容，草稿随打随存')}</span>
        <RefusalNote refusal={lecture.refusal ?? themeDay.refusal ?? orgLife.refusal} />
        {dirty && <Button onClick={startOver}>还原</Button>}
        <Button
          type="primary"
          disabled={!dirty || sentence !== undefined}
          loading={lecture.busy || themeDay.busy || orgLife.busy}
          onClick={() => void save()}
          title="Ctrl+S"
        >
          保存专项
        </Button>
      </div>
    </div>
  )
}
