import type { Day, Instant } from '../../../shared/kit/values.ts'
import type { Job } from '../../core/jobs.ts'
import type { Apart } from '../../core/services.ts'
import { afterwards } from './afterwards.ts'
import { applicantsSteps } from './applicants.ts'
import { appraisalSteps, appraiseAt } from './appraisal.ts'
import { attachTo } from './attachments.ts'
import { duesSteps } from './dues.ts'
import { financesSteps } from './finances.ts'
import { type Addition, meetingSteps } from './meetings.ts'
import { admitMembers, changesOf } from './members.ts'
import { appointPosts, foundOrganizations } from './organizations.ts'
import { particularsAt } from './particulars.ts'
import { keepRecords } from './records.ts'
import { orgLifeAt, rectificationSteps } from './rectification.ts'
import { monthsBefore, type Scene, type Step } from './scene.ts'
import { demoSource } from './source.ts'
import { talkSteps } from './talks.ts'
import { voteAt } from './votes.ts'

/** 那天下午办公的时候（北京时间）。 */
const afternoonOf = (day: Day): Instant => new Date(`${day}T17:20:00+08:00`).toISOString()

/** 别的房间在会议上添的。 */
const additions: readonly Addition[] = [attachTo, voteAt, orgLifeAt, particularsAt, appraiseAt]

/** 各房间一年里的事；新房间把自己的接在后面。 */
const stepsOf = (scene: Scene, source: ReturnType<typeof demoSource>): Step[] =>
  [
    ...source.members.flatMap((member) => changesOf(scene, member)),
    ...source.meetings.flatMap((meeting) => meetingSteps(scene, meeting, additions)),
    ...duesSteps(scene),
    ...financesSteps(scene),
    ...applicantsSteps(scene),
    ...appraisalSteps(scene),
    ...talkSteps(scene, source),
    ...rectificationSteps(scene, source.meetings),
  ].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))

/**
 * 用真的命令填满演示台账：一个总支、三个支部、六十名虚构的党员、近一年的事。
 * 各步按日子先后进行；moveClockTo 在每一步之前拨到那天下午，省略时都记作现在录入。
 * @throws Refused 底稿与规则不合时，与人手录入一样被拒绝
 */
export async function fillDemo(
  { app, bytes }: Pick<Apart, 'app' | 'bytes'>,
  today: Day,
  job: Pick<Job, 'progress' | 'checkpoint'>,
  moveClockTo: (at: Instant) => void = () => {},
): Promise<void> {
  const source = demoSource()
  const scene: Scene = { app, hold: bytes.hold, today, organizations: new Map(), members: new Map() }
  const start = monthsBefore(today, 12, 1)
  moveClockTo(afternoonOf(start))
  job.progress(0, '建立组织与名册')
  await foundOrganizations(scene, source.organizations)
  await admitMembers(scene, source.members)
  await appointPosts(scene, source.posts)
  await keepRecords(scene)
  const steps = stepsOf(scene, source)
  for (const [at, { day, what, take }] of steps.entries()) {
    job.progress(at / steps.length, what)
    await job.checkpoint()
    if (day > start) moveClockTo(afternoonOf(day))
    await take()
  }
  await afterwards(scene)
}
