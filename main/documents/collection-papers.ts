import type { Grade, Wanted } from '../../shared/documents/contract.ts'
import { gradeWords, isBindable } from '../../shared/documents/rules.ts'
import { showDay } from '../../shared/ledger/columns.ts'
import type { MeetingRow } from '../../shared/meetings/contract.ts'
import { refuse } from '../core/refuse.ts'
import type { TaskContext } from '../core/services.ts'
import { activitiesOf, activityFiles, activityPart } from './activity-parts.ts'
import { type Composed, demoOf, type FilledLedger, filledLedgers, ledgerFileName, markOf, organizationName } from './ledger-papers.ts'
import { recordOf } from './meeting-papers.ts'
import { listedTitle } from './meeting-titles.ts'
import type { BinderPart, PackedFile } from './plans.ts'
import type { SheetCell, SheetPlan } from './workbook.ts'

const CATALOGUE = '目录.xlsx'

/** 包里的目录：每本台账、每份活动记录一行，多少行、叫什么文件；holds 是一共多少。 */
const catalogueOf = (
  unit: string,
  year: number,
  on: string,
  mark: string,
  files: readonly SheetCell[][],
  holds: string,
  pdf: boolean,
): SheetPlan => {
  const column = (label: string, width: number, format: 'text' | 'number' = 'text') => ({
    ...{ label, width, format, total: false },
    align: format === 'number' ? ('center' as const) : ('left' as const),
  })
  const longest = Math.max(...files.map((row) => String(row[3]).length))
  const name = Math.min(70, 12 + longest * 1.6)
  return {
    name: '目录',
    title: `${unit}${year}年度台账目录`,
    heading: [`填报单位（盖章）：${unit}`, `填报日期：${on}`, `共 ${holds}`],
    columns: [
      column('序号', 6, 'number'),
      column('名称', 36),
      column('行数', 8, 'number'),
      column('Excel 文件', name),
      ...(pdf ? [column('PDF 文件', name)] : []),
    ],
    rows: files.map((row) => [...row]),
    headerHeight: 26,
    rowHeights: files.map(() => 24),
    closing: ['填表人：', '审核人：', '负责人：'],
    mark,
    orientation: pdf ? 'landscape' : 'portrait',
    secondPageAt: null,
    frozenColumns: 2,
  }
}

/** 全部打包：有内容的台账、填了专项的活动记录各一个工作簿（另可各一份 PDF），连目录装进一个压缩包。 */
export async function composePack(
  context: TaskContext,
  { scope, pdf }: Extract<Wanted, { kind: 'pack' }>,
  grade: Grade,
): Promise<Composed> {
  const unit = await organizationName(context, scope.organizationId)
  const { filled, notes } = await filledLedgers(context, scope, grade)
  const { activities, notes: said } = await activitiesOf(context, scope, grade)
  if (filled.length + activities.length === 0) refuse('documents.nothingToPack', { year: scope.year, unit })
  const demo = demoOf(context)
  const nameOf = (title: string, format: 'xlsx' | 'pdf') => ledgerFileName(context, unit, title, scope.year, grade, format)
  const packed = [
    ...filled.map(({ ledger: { title }, sheet }) => ({
      title,
      rows: sheet.rows.length,
      files: [
        { path: nameOf(title, 'xlsx'), title, plan: { kind: 'workbook', sheets: [sheet] } },
        ...(pdf
          ? [{ path: `PDF/${nameOf(title, 'pdf')}`, title: `${title} PDF`, plan: { kind: 'ledgerTable', sheets: [sheet], demo } }]
          : []),
      ] as PackedFile[],
    })),
    ...activities.map((one, at) => ({ title: activityPart(one, false).title, rows: null, files: activityFiles(one, at, pdf) })),
  ]
  const holds = held(filled.length, activities.length)
  const lines = packed.map(({ title, rows, files }, at) => [at + 1, title, rows, ...files.map(({ path }) => path)])
  const catalogue = catalogueOf(unit, scope.year, showDay(context.today), markOf(grade, demo), lines, holds, pdf)
  const files = packed.flatMap(({ files }) => files)
  return {
    plan: { kind: 'pack', files: [{ path: CATALOGUE, title: '目录', plan: { kind: 'workbook', sheets: [catalogue] } }, ...files] },
    name: ledgerFileName(context, unit, '全部台账', scope.year, grade, 'zip'),
    notes: [`装了${holds}，另有一张目录。`, ...notes, ...said],
  }
}

/** 一共多少。例：held(25, 12) // '台账 25 本，活动记录 12 份' */
const held = (ledgers: number, activities: number, minutes = 0) =>
  [`台账 ${ledgers} 本`, ...(activities > 0 ? [`活动记录 ${activities} 份`] : []), ...(minutes > 0 ? [`会议记录 ${minutes} 次`] : [])].join(
    '，',
  )

const ledgerPart = ({ ledger: { title }, sheet }: FilledLedger, demo: boolean): BinderPart => ({
  chapter: '台账',
  title,
  extent: `${sheet.rows.length} 行`,
  paper: { kind: 'ledgerTable', sheets: [sheet], demo },
})

async function minutesParts(context: TaskContext, meetings: readonly MeetingRow[], pictures: boolean) {
  const parts: BinderPart[] = []
  const notes = new Set<string>()
  for (const [at, meeting] of meetings.entries()) {
    await context.job.checkpoint()
    context.job.progress(at / meetings.length, `正在取数：会议记录 ${at + 1}/${meetings.length}`)
    const { plan, notes: said } = await recordOf(context, meeting.id)
    for (const note of said) notes.add(note)
    const paper = pictures ? plan : { ...plan, attached: { ...plan.attached, photos: [], scans: [] } }
    parts.push({ chapter: '会议记录', title: listedTitle(meeting), extent: showDay(meeting.day), paper })
  }
  return { parts, notes: [...notes] }
}

/** 年度台账册：选好的台账照架子上的次序，后面可附这一年的活动记录、会议记录，各按日期先后。 */
export async function composeBinder(
  context: TaskContext,
  { scope, ledgers, activities, minutes, pictures }: Extract<Wanted, { kind: 'binder' }>,
  grade: Grade,
): Promise<Composed> {
  const unit = await organizationName(context, scope.organizationId)
  const demo = demoOf(context)
  const { filled, notes } = await filledLedgers(context, scope, grade, ledgers)
  const all = minutes ? await context.app.meetings.listByYear(scope) : []
  const meetings = all.filter(isBindable).sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.id - b.id))
  const records = await minutesParts(context, meetings, pictures)
  const done = activities ? await activitiesOf(context, scope, grade) : { activities: [], notes: [] }
  const parts = [
    ...filled.map((one) => ledgerPart(one, demo)),
    ...done.activities.map((one) => activityPart(one, pictures)),
    ...records.parts,
  ]
  if (parts.length === 0) refuse('documents.nothingToPack', { year: scope.year, unit })
  const left = all.length - meetings.length
  return {
    plan: {
      kind: 'binder',
      cover: {
        unit,
        year: scope.year,
        title: '台账册',
        holds: held(filled.length, done.activities.length, meetings.length),
        on: showDay(context.today),
        grade: grade === 'reported' ? '' : `${gradeWords[grade]}版`,
      },
      parts,
      mark: markOf(grade, demo),
      demo,
    },
    name: ledgerFileName(context, unit, '年度台账册', scope.year, grade, 'pdf'),
    notes: [
      ...notes,
      ...(grade === 'posted' && done.activities.length + meetings.length > 0
        ? ['活动记录、会议记录不分级别，照原样附在后面；张贴、发群请不要附。']
        : []),
      ...(left > 0 ? [`筹备中或已作废的 ${left} 次会议没有装订。`] : []),
      ...new Set([...done.notes, ...records.notes]),
    ],
  }
}
