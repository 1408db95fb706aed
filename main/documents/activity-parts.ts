import type { Grade } from '../../shared/documents/contract.ts'
import type { LedgerScope } from '../../shared/kit/scope.ts'
import type { Id } from '../../shared/kit/values.ts'
import { showDay } from '../../shared/ledger/columns.ts'
import { activityTitles, type ParticularKind } from '../../shared/particulars/words.ts'
import type { TaskContext } from '../core/services.ts'
import { activityForm } from './activity-form.ts'
import { composeActivity } from './activity-papers.ts'
import type { ActivityPlan } from './papers/activity-record.ts'
import type { BinderPart, PackedFile } from './plans.ts'

/** 编好的一份活动记录。 */
export interface Activity {
  of: ParticularKind
  topic: string
  day: string
  plan: ActivityPlan & { kind: 'activity' }
  name: string
}

/** 这一年填了专项的主题党日、党课、组织生活会，各编一份记录，按日期先后。 */
export async function activitiesOf(
  context: TaskContext,
  scope: LedgerScope,
  grade: Grade,
): Promise<{ activities: Activity[]; notes: string[] }> {
  const { app, job } = context
  const [lecture, themeDay, orgLife] = await Promise.all([
    app.particulars.lectures(scope),
    app.particulars.themeDays(scope),
    app.particulars.orgLives(scope),
  ])
  const held = Object.entries({ lecture, themeDay, orgLife })
    .flatMap(([of, rows]) =>
      rows
        .filter(({ filled }) => filled)
        .map(({ meetingId, day, topic }) => ({ of: of as ParticularKind, meetingId: meetingId as Id, day, topic })),
    )
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.meetingId - b.meetingId))
  const activities: Activity[] = []
  const notes = new Set<string>()
  for (const [at, { of, meetingId, day, topic }] of held.entries()) {
    await job.checkpoint()
    job.progress(at / held.length, `正在取数：活动记录 ${at + 1}/${held.length}`)
    const { plan, name, notes: said } = await composeActivity(context, { kind: 'activity', meetingId, of, format: 'pdf' }, grade)
    for (const note of said) notes.add(note)
    activities.push({ of, topic, day, plan: plan as Activity['plan'], name })
  }
  return { activities, notes: [...notes] }
}

/** 册子里的一份；照片只印表里留的位置，其余附在会议记录后面。 */
export const activityPart = ({ of, topic, day, plan }: Activity, pictures: boolean): BinderPart => ({
  chapter: '活动记录',
  title: `${activityTitles[of]}：${topic.replace(/^(党课|主题党日|组织生活会)：/, '')}`,
  extent: showDay(day),
  paper: { ...plan, photos: pictures ? plan.photos.slice(0, plan.slots) : [] },
})

/** 包里的一份：编了号，不重名；要 PDF 的另有一份。 */
export const activityFiles = ({ of, topic, plan, name }: Activity, at: number, pdf: boolean): PackedFile[] => {
  const path = `活动记录/${String(at + 1).padStart(2, '0')} ${name}`
  const title = `${activityTitles[of]} ${topic}`
  return [
    { path: path.replace(/pdf$/, 'xlsx'), title, plan: { kind: 'workbook', sheets: [activityForm(plan)] } },
    ...(pdf ? [{ path: `PDF/${path}`, title: `${title} PDF`, plan }] : []),
  ]
}
