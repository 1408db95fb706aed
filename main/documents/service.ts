import type { Grade, Wanted } from '../../shared/documents/contract.ts'
import { isGraded, whyCannotMake } from '../../shared/documents/rules.ts'
import { ledgers } from '../../shared/ledgers.ts'
import { refuse, refuseWhen } from '../core/refuse.ts'
import type { Service, TaskContext } from '../core/services.ts'
import { composeActivity } from './activity-papers.ts'
import { composeBallots } from './appraisal-papers.ts'
import { composeMatrix } from './attendance-papers.ts'
import { composeMeetingWorkbook, composeSeveral } from './bundle-papers.ts'
import { composeCard, composeCards } from './card-papers.ts'
import { composeBinder, composePack } from './collection-papers.ts'
import { composeReceipts, composeStatement, composeStatements } from './dues-papers.ts'
import { composeQuarterNote, composeVoucher } from './finance-papers.ts'
import { type Composed, composeLedger, composeView } from './ledger-papers.ts'
import { composeMinutes, composeSignIn, recordOf } from './meeting-papers.ts'
import { paperDeskOf } from './paper-desk.ts'
import { plainRecord } from './plain-record.ts'
import { composeResolution } from './resolution-papers.ts'

/** 每种文书由谁来编。 */
const composers: {
  [K in Wanted['kind']]: (context: TaskContext, wanted: Extract<Wanted, { kind: K }>, grade: Grade) => Promise<Composed>
} = {
  ledger: composeLedger,
  view: composeView,
  signInSheet: composeSignIn,
  attendanceMatrix: composeMatrix,
  minutes: composeMinutes,
  resolution: composeResolution,
  severalMeetings: composeSeveral,
  meetingWorkbook: composeMeetingWorkbook,
  pack: composePack,
  binder: composeBinder,
  activity: composeActivity,
  ballots: composeBallots,
  voucher: composeVoucher,
  quarterNote: composeQuarterNote,
  memberCard: composeCard,
  duesReceipts: composeReceipts,
  duesStatement: composeStatement,
  duesStatements: composeStatements,
  memberCards: composeCards,
}

const compose = (context: TaskContext, wanted: Wanted, grade: Grade): Promise<Composed> =>
  composers[wanted.kind](context, wanted as never, grade)

const formatOf = (wanted: Wanted) => ('format' in wanted ? wanted.format : 'pdf')

export const documentsService: Service<'documents'> = {
  async shelf({ rowsAt }, { only, ...scope }) {
    const asked = only ? ledgers.filter(({ id }) => only.includes(id)) : ledgers
    // 同一个来源只查一次。
    const counts = new Map<string, number>()
    for (const source of new Set(asked.map((ledger) => ledger.source))) counts.set(source, (await rowsAt(source, scope)).length)
    return asked.map(({ id, title, source }) => ({
      ledger: id,
      title,
      rows: counts.get(source) ?? 0,
      formats: ['xlsx' as const, 'pdf' as const],
    }))
  },
  async make(context, { wanted, grade, purpose }) {
    const sensitive = grade === 'reported' && isGraded(wanted)
    if (sensitive) refuseWhen(whyCannotMake(grade, purpose))
    context.job.progress(null, '正在取数')
    const { session } = context
    const of = session.file
    const { plan, name, notes } = await session.atOneMoment(() => compose(context, wanted, grade))
    await context.job.checkpoint()
    const paper = await paperDeskOf(context.ports).make(plan, context.job)
    await context.job.checkpoint()
    const { limit } = context.bytes
    if (paper.bytes.byteLength > limit) refuse('documents.tooLarge', { megabytes: limit / 1024 / 1024 })
    // 上报级含完整的个人信息：谁、为什么要，记一笔
    if (sensitive) await session.record({ command: 'documents.make', title: '制作上报文书', subject: `${name}，用途：${purpose}` }, of)
    const file = { name, bytes: paper.bytes }
    return {
      made: context.bytes.hold(file),
      ticket: context.bytes.offer(file),
      name,
      format: formatOf(wanted),
      bytes: paper.bytes.byteLength,
      notes: [...notes, ...paper.notes],
    }
  },
  async text(context, { meetingId }) {
    const { plan } = await context.session.atOneMoment(() => recordOf(context, meetingId))
    return plainRecord(plan)
  },
  save: ({ bytes, ports }, { made }) => ports.desk.save(bytes.held(made) ?? refuse('documents.gone')),
  print: ({ bytes, ports }, { made }) => ports.desk.print(bytes.held(made) ?? refuse('documents.gone')),
  async prewarm({ ports }) {
    await paperDeskOf(ports).warm()
    return {}
  },
}
