import type { Path } from '../../shared/contract.ts'
import type { Grade, PaperFormat, Wanted } from '../../shared/documents/contract.ts'
import { gradeWords, veil } from '../../shared/documents/rules.ts'
import { withCustomFields } from '../../shared/fields/columns.ts'
import type { LedgerScope } from '../../shared/kit/scope.ts'
import { showDay } from '../../shared/ledger/columns.ts'
import type { Ledger } from '../../shared/ledger/define.ts'
import { ledgerNamed, ledgers } from '../../shared/ledgers.ts'
import { refuse } from '../core/refuse.ts'
import type { TaskContext } from '../core/services.ts'
import { dictionary } from '../rules/packs.ts'
import { fileName } from './file-name.ts'
import { type GradedColumn, gradedColumns } from './grades.ts'
import { ledgerSheet } from './ledger-sheet.ts'
import type { Plan } from './plans.ts'
import type { SheetPlan } from './workbook.ts'

/** 定好的一份：交给工人的活与文件名。 */
export interface Composed {
  plan: Plan
  name: string
  notes: string[]
}

type Rows = (scope: { organizationId: number; year: number; meetingKind?: string }) => Promise<Record<string, unknown>[]>

/** 台账的行：与界面上的是同一个查询。 */
const rowsOf = (app: TaskContext['app'], source: Path): Rows => {
  const [room = '', name = ''] = source.split('.')
  return (app as unknown as Record<string, Record<string, Rows>>)[room]?.[name] as Rows
}

export const organizationName = async ({ app }: TaskContext, id: number): Promise<string> =>
  (await app.organizations.tree({})).find((organization) => organization.id === id)?.name ?? refuse('organizations.notFound')

/** 只看一类会议的，表名前面写上那一类；全部的为空。 */
export const kindNamed = async ({ app }: TaskContext, code: string | null): Promise<string> =>
  code === null ? '' : ((await app.meetings.kinds({})).find((kind) => kind.code === code)?.name ?? '')

/** 代码列写代码；对照表里没有的词照写文字。 */
const encode = (name: string, word: string): string => dictionary(name).codes.get(word) ?? word

export const markOf = (grade: Grade, demo: boolean) =>
  [demo ? '演示' : '', grade === 'reported' ? '' : `${gradeWords[grade]}版`].filter((word) => word !== '').join('　')

/** 这个级别里哪些没有写出来。 */
export const hiddenNotes: Record<Grade, string[]> = {
  posted: ['公示版：不含证件号、电话、住址和备注等个人信息。'],
  internal: ['内部版：证件号和电话已打码，住址到县；要完整的请选“上报”。'],
  reported: [],
}

const isPersonal = (ledger: Ledger) => Object.values(ledger.columns).some((column) => column !== undefined && column.privacy !== 'open')

const withheldNote = (count: number): string[] => (count > 0 ? [`有 ${count} 行（困难、处分）只在上报版里，这一份没有写出来。`] : [])

/** 比架子上少了哪几本、为什么。 */
const missingNote = (count: number, titles: readonly string[]): string[] =>
  titles.length > 0
    ? [`有内容的台账 ${count + titles.length} 本，装了 ${count} 本：${titles.map((title) => `“${title}”`).join('')}整本只在上报版里。`]
    : []

/** 要写成一份的台账：哪些列、哪些行、标题里的话。 */
interface Chosen {
  ledger: Ledger
  scope: LedgerScope
  format: 'xlsx' | 'pdf'
  columns: readonly GradedColumn[]
  rows: readonly Record<string, unknown>[]
}

const known = async ({ app }: TaskContext, id: string): Promise<Ledger> =>
  withCustomFields(ledgerNamed(id) ?? refuse('documents.unknownLedger', { ledger: id }), await app.fields.list({}))

export const demoOf = ({ session }: TaskContext) => session.describe()?.demo ?? false

/** 一张表：这个级别里该有的列与行；withheld 是没有写出来的几行。 */
async function sheetOf(context: TaskContext, { ledger, scope, columns, rows: all }: Omit<Chosen, 'format'>, grade: Grade) {
  const unit = await organizationName(context, scope.organizationId)
  const rows = all.filter((row) => veil(ledger.rowPrivacy?.(row) ?? 'open', grade) !== undefined)
  const heading = { unit, year: scope.year, on: showDay(context.today), mark: markOf(grade, demoOf(context)) }
  return { sheet: ledgerSheet(ledger, columns, rows, heading, encode), unit, withheld: all.length - rows.length }
}

/** 单位_表名_年度_级别_导出日期；内部版不写级别。 */
export const ledgerFileName = (
  { today }: Pick<TaskContext, 'today'>,
  unit: string,
  title: string,
  year: number,
  grade: Grade,
  format: PaperFormat,
) => fileName([unit, title, String(year), ...(grade === 'internal' ? [] : [`${gradeWords[grade]}版`])], today, format)

async function written(context: TaskContext, { format, ...chosen }: Chosen, grade: Grade): Promise<Composed> {
  const { ledger, scope } = chosen
  const { sheet, unit, withheld } = await sheetOf(context, chosen, grade)
  return {
    plan: format === 'xlsx' ? { kind: 'workbook', sheets: [sheet] } : { kind: 'ledgerTable', sheets: [sheet], demo: demoOf(context) },
    name: ledgerFileName(context, unit, ledger.title, scope.year, grade, format),
    notes: [...(isPersonal(ledger) ? hiddenNotes[grade] : []), ...withheldNote(withheld)],
  }
}

/** 一本台账的工作簿或 PDF。 */
export async function composeLedger(context: TaskContext, wanted: Extract<Wanted, { kind: 'ledger' }>, grade: Grade): Promise<Composed> {
  const ledger = await known(context, wanted.ledger)
  const rows = await rowsOf(context.app, ledger.source)(wanted.scope)
  return written(context, { ...wanted, ledger, columns: gradedColumns(ledger, grade), rows }, grade)
}

/** 一本台账与它的表；行数是这个级别里写出来的。 */
export interface FilledLedger {
  ledger: Ledger
  sheet: SheetPlan
}

/**
 * 这一年有内容的台账，照架子上的次序；only 只要这几本。同一个来源只查一次；在这个级别里一行也不出现的不算有内容。
 * @example (await filledLedgers(context, { organizationId: 1, year: 2026 }, 'internal')).filled.map(({ ledger }) => ledger.title)
 */
export async function filledLedgers(
  context: TaskContext,
  scope: LedgerScope,
  grade: Grade,
  only?: readonly string[],
): Promise<{ filled: FilledLedger[]; notes: string[] }> {
  const { job, app } = context
  const wanted = ledgers.filter(({ id }) => only?.includes(id) ?? true)
  const bySource = new Map<Path, Record<string, unknown>[]>()
  const filled: FilledLedger[] = []
  const [withheldRows, withheldWhole] = [[] as number[], [] as string[]]
  for (const [at, { id, title, source }] of wanted.entries()) {
    await job.checkpoint()
    job.progress(at / wanted.length, `正在取数：${title}`)
    const rows = bySource.get(source) ?? (await rowsOf(app, source)(scope))
    bySource.set(source, rows)
    const ledger = await known(context, id)
    const { sheet, withheld } = await sheetOf(context, { ledger, scope, columns: gradedColumns(ledger, grade), rows }, grade)
    if (sheet.rows.length > 0) filled.push({ ledger, sheet })
    if (withheld > 0) withheldRows.push(withheld)
    if (withheld > 0 && sheet.rows.length === 0) withheldWhole.push(title)
  }
  const left = withheldRows.reduce((sum, count) => sum + count, 0)
  return { filled, notes: [...hiddenNotes[grade], ...withheldNote(left), ...missingNote(filled.length, withheldWhole)] }
}

/** 照屏幕上所见：列与次序、行与次序都是人选好的；级别里不该出现的照样不出现。 */
export async function composeView(context: TaskContext, wanted: Extract<Wanted, { kind: 'view' }>, grade: Grade): Promise<Composed> {
  const described = await known(context, wanted.ledger)
  const { meetingKind, scope } = wanted
  const ledger = { ...described, title: `${await kindNamed(context, meetingKind)}${described.title}` }
  const all = await rowsOf(context.app, ledger.viewSource ?? ledger.source)(meetingKind === null ? scope : { ...scope, meetingKind })
  const byKey = new Map(all.map((row) => [row.id, row] as const))
  const rows = wanted.keys.map((key) => byKey.get(key)).filter((row) => row !== undefined)
  const graded = gradedColumns(ledger, grade)
  const columns = wanted.columns.flatMap((field) => graded.find((one) => one.field === field) ?? [])
  if (columns.length === 0) refuse('documents.nothingToShow')
  return written(context, { ...wanted, ledger, columns, rows }, grade)
}
