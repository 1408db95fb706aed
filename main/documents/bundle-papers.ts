import type { Wanted } from '../../shared/documents/contract.ts'
import type { TaskContext } from '../core/services.ts'
import { fileName } from './file-name.ts'
import type { Composed } from './ledger-papers.ts'
import { composeMinutes, composeSignIn } from './meeting-papers.ts'
import type { OnePaper } from './plans.ts'

/** 几次会议的记录或签到表合成一份，各自另起一页，次序照给的。 */
export async function composeSeveral(
  context: TaskContext,
  { what, meetingIds, signIn }: Extract<Wanted, { kind: 'severalMeetings' }>,
): Promise<Composed> {
  const composed: Composed[] = []
  for (const [at, meetingId] of meetingIds.entries()) {
    context.job.checkpoint()
    context.job.progress(at / meetingIds.length, '正在取数')
    composed.push(
      what === 'minutes'
        ? await composeMinutes(context, { kind: 'minutes', meetingId })
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
