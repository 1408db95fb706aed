import type { Grade, Wanted } from '../../shared/documents/contract.ts'
import { gradeWords, isBindable } from '../../shared/documents/rules.ts'
import { showDay } from '../../shared/ledger/columns.ts'
import type { MeetingRow } from '../../shared/meetings/contract.ts'
import { refuse } from '../core/refuse.ts'
import type { TaskContext } from '../core/services.ts'
import { type Composed, demoOf, type FilledLedger, filledLedgers, ledgerFileName, markOf, organizationName } from './ledger-papers.ts'
import { recordOf } from './meeting-papers.ts'
import { listedTitle } from './meeting-titles.ts'
import type { BinderPart, PackedFile } from './plans.ts'
import type { SheetPlan } from './workbook.ts'

const CATALOGUE = '目录.xlsx'

/** 包里的目录：每本台账一行，多少行、叫什么文件。 */
const catalogueOf = (
  unit: string,
  year: number,
  on: string,
  mark: string,
  files: readonly (string | number)[][],
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
    heading: [`填报单位（盖章）：${unit}`, `填报日期：${on}`, `共 ${files.length} 本`],
    columns: [
      column('序号', 6, 'number'),
      column('台账', 28),
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

/** 全部打包：有内容的台账各一个工作簿（另可各一份 PDF），连目录装进一个压缩包。 */
export async function composePack(
  context: TaskContext,
  { scope, pdf }: Extract<Wanted, { kind: 'pack' }>,
  grade: Grade,
): Promise<Composed> {
  const unit = await organizationName(context, scope.organizationId)
  const { filled, notes } = await filledLedgers(context, scope, grade)
  if (filled.length === 0) refuse('documents.nothingToPack', { year: scope.year, unit })
  const demo = demoOf(context)
  const nameOf = (title: string, format: 'xlsx' | 'pdf') => ledgerFileName(context, unit, title, scope.year, grade, format)
  const files = filled.flatMap(({ ledger: { title }, sheet }): PackedFile[] => [
    { path: nameOf(title, 'xlsx'), title, plan: { kind: 'workbook', sheets: [sheet] } },
    ...(pdf
      ? [{ path: `PDF/${nameOf(title, 'pdf')}`, title: `${title} PDF`, plan: { kind: 'ledgerTable' as const, sheets: [sheet], demo } }]
      : []),
  ])
  const lines = filled.map(({ ledger: { title }, sheet }, at) => [
    at + 1,
    title,
    sheet.rows.length,
    nameOf(title, 'xlsx'),
    ...(pdf ? [`PDF/${nameOf(title, 'pdf')}`] : []),
  ])
  const catalogue = catalogueOf(unit, scope.year, showDay(context.today), markOf(grade, demo), lines, pdf)
  return {
    plan: { kind: 'pack', files: [{ path: CATALOGUE, title: '目录', plan: { kind: 'workbook', sheets: [catalogue] } }, ...files] },
    name: ledgerFileName(context, unit, '全部台账', scope.year, grade, 'zip'),
    notes: [`装了 ${filled.length} 本台账和一张目录。`, ...notes],
  }
}

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
    context.job.checkpoint()
    context.job.progress(at / meetings.length, `正在取数：会议记录 ${at + 1}/${meetings.length}`)
    const { plan, notes: said } = await recordOf(context, meeting.id)
    for (const note of said) notes.add(note)
    const paper = pictures ? plan : { ...plan, attached: { ...plan.attached, photos: [], scans: [] } }
    parts.push({ chapter: '会议记录', title: listedTitle(meeting), extent: showDay(meeting.day), paper })
  }
  return { parts, notes: [...notes] }
}

/** 年度台账册：选好的台账照架子上的次序，后面可附这一年的会议记录，按日期先后。 */
export async function composeBinder(
  context: TaskContext,
  { scope, ledgers, minutes, pictures }: Extract<Wanted, { kind: 'binder' }>,
  grade: Grade,
): Promise<Composed> {
  const unit = await organizationName(context, scope.organizationId)
  const demo = demoOf(context)
  const { filled, notes } = await filledLedgers(context, scope, grade, ledgers)
  const all = minutes ? await context.app.meetings.listByYear(scope) : []
  const meetings = all.filter(isBindable).sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.id - b.id))
  const records = await minutesParts(context, meetings, pictures)
  const parts = [...filled.map((one) => ledgerPart(one, demo)), ...records.parts]
  if (parts.length === 0) refuse('documents.nothingToPack', { year: scope.year, unit })
  const left = all.length - meetings.length
  return {
    plan: {
      kind: 'binder',
      cover: {
        unit,
        year: scope.year,
        title: '台账册',
        holds: [`台账 ${filled.length} 本`, ...(meetings.length > 0 ? [`会议记录 ${meetings.length} 次`] : [])].join('，'),
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
      ...(grade === 'posted' && meetings.length > 0 ? ['会议记录不分级别，照原样附在后面；张贴、发群请不要附。'] : []),
      ...(left > 0 ? [`筹备中或已作废的 ${left} 次会议没有装订。`] : []),
      ...records.notes,
    ],
  }
}
