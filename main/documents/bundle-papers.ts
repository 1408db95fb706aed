import type { Wanted } from '../../shared/documents/contract.ts'
import { showDay } from '../../shared/ledger/columns.ts'
import type { MeetingRow } from '../../shared/meetings/contract.ts'
import type { TaskContext } from '../core/services.ts'
import { fileName } from './file-name.ts'
import { type Composed, organizationName } from './ledger-papers.ts'
import { CATALOGUE, meetingCatalogue, sheetOfMeeting } from './meeting-catalogue.ts'
import { composeSignIn, recordOf, withoutPictures } from './meeting-papers.ts'
import { minutesForm } from './minutes-form.ts'
import type { OnePaper } from './plans.ts'

/** 几次会议的记录或签到表合成一份，各自另起一页，次序照给的。 */
export async function composeSeveral(
  context: TaskContext,
  { what, meetingIds, signIn }: Extract<Wanted, { kind: 'severalMeetings' }>,
): Promise<Composed> {
  const composed: Composed[] = []
  for (const [at, meetingId] of meetingIds.entries()) {
    await context.job.checkpoint()
    context.job.progress(at / meetingIds.length, '正在取数')
    composed.push(
      what === 'minutes'
        ? await recordOf(context, meetingId)
        : await composeSignIn(context, { kind: 'signInSheet', meetingId, ...signIn, format: 'pdf' }),
    )
  }
  const title = `${what === 'minutes' ? '会议记录' : '签到表'}${meetingIds.length}次`
  const { meeting } = await context.app.meetings.page({ id: meetingIds[0] ?? 0 })
  return {
    plan: { kind: 'bundle', title, papers: composed.map(({ plan }) => plan as OnePaper) },
    name: fileName([meeting.organizationName, title], context.today, 'pdf'),
    notes: [...new Set(composed.flatMap(({ notes }) => notes))],
  }
}

/** 几次会议的记录在一个工作簿里：第一张是目录，点主题到那一次，每张都能点回目录。 */
export async function composeMeetingWorkbook(
  context: TaskContext,
  { meetingIds }: Extract<Wanted, { kind: 'meetingWorkbook' }>,
): Promise<Composed> {
  const records: Awaited<ReturnType<typeof recordOf>>[] = []
  for (const [at, meetingId] of meetingIds.entries()) {
    await context.job.checkpoint()
    context.job.progress(at / meetingIds.length, '正在取数')
    records.push(await recordOf(context, meetingId))
  }
  const meetings = records.map(({ meeting }) => meeting)
  const unit = await unitOf(context, meetings)
  const mark = context.session.describe()?.demo ? '演示' : ''
  return {
    plan: {
      kind: 'workbook',
      sheets: [
        meetingCatalogue(meetings, unit, showDay(context.today), mark),
        ...records.map(({ plan, meeting }, at) => minutesForm(plan, meeting, sheetOfMeeting(meeting, at), CATALOGUE)),
      ],
    },
    name: fileName([unit, `会议记录${meetings.length}次`], context.today, 'xlsx'),
    notes: [...new Set(records.flatMap(({ notes }) => notes)), ...withoutPictures(records.map(({ plan }) => plan))],
  }
}

/** 都是一个支部的会就写这个支部，几个支部的写最上面的组织。 */
const unitOf = async (context: TaskContext, meetings: readonly MeetingRow[]): Promise<string> => {
  const [first, ...others] = [...new Set(meetings.map(({ organizationId }) => organizationId))]
  const top = (await context.app.organizations.tree({})).find(({ parentId }) => parentId === null)
  return organizationName(context, (others.length === 0 ? first : top?.id) ?? 0)
}
