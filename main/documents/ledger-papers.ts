import type { Path } from '../../shared/contract.ts'
import type { Grade, Wanted } from '../../shared/documents/contract.ts'
import { gradeWords, veil } from '../../shared/documents/rules.ts'
import { withCustomFields } from '../../shared/fields/columns.ts'
import type { LedgerScope } from '../../shared/kit/scope.ts'
import { showDay } from '../../shared/ledger/columns.ts'
import type { Ledger } from '../../shared/ledger/define.ts'
import { ledgerNamed } from '../../shared/ledgers.ts'
import { refuse } from '../core/refuse.ts'
import type { TaskContext } from '../core/services.ts'
import { dictionary } from '../rules/packs.ts'
import { fileName } from './file-name.ts'
import { type GradedColumn, gradedColumns } from './grades.ts'
import { ledgerSheet } from './ledger-sheet.ts'
import type { Plan } from './plans.ts'

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

const markOf = (grade: Grade, demo: boolean) =>
  [demo ? '演示' : '', grade === 'reported' ? '' : `${gradeWords[grade]}版`].filter((word) => word !== '').join('　')

/** 这个级别里哪些没有写出来。 */
export const hiddenNotes: Record<Grade, string[]> = {
  posted: ['公示版：不含证件号、电话、住址和备注等个人信息。'],
  internal: ['内部版：证件号和电话已打码，住址到县；要完整的请选“上报”。'],
  reported: [],
}

const isPersonal = (ledger: Ledger) => Object.values(ledger.columns).some((column) => column !== undefined && column.privacy !== 'open')

const withheld = (count: number): string[] => (count > 0 ? [`有 ${count} 行（困难、处分）只在上报版里，这一份没有写出来。`] : [])

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

async function written(context: TaskContext, { ledger, scope, format, columns, rows: all }: Chosen, grade: Grade): Promise<Composed> {
  const unit = await organizationName(context, scope.organizationId)
  const rows = all.filter((row) => veil(ledger.rowPrivacy?.(row) ?? 'open', grade) !== undefined)
  const demo = context.session.describe()?.demo ?? false
  const sheet = ledgerSheet(
    ledger,
    columns,
    rows,
    { unit, year: scope.year, on: showDay(context.today), mark: markOf(grade, demo) },
    encode,
  )
  return {
    plan: format === 'xlsx' ? { kind: 'workbook', sheets: [sheet] } : { kind: 'ledgerTable', sheets: [sheet], demo },
    name: fileName(
      [unit, ledger.title, String(scope.year), ...(grade === 'internal' ? [] : [`${gradeWords[grade]}版`])],
      context.today,
      format,
    ),
    notes: [...(isPersonal(ledger) ? hiddenNotes[grade] : []), ...withheld(all.length - rows.length)],
  }
}

/** 一本台账的工作簿或 PDF。 */
export async function composeLedger(context: TaskContext, wanted: Extract<Wanted, { kind: 'ledger' }>, grade: Grade): Promise<Composed> {
  const ledger = await known(context, wanted.ledger)
  const rows = await rowsOf(context.app, ledger.source)(wanted.scope)
  return written(context, { ...wanted, ledger, columns: gradedColumns(ledger, grade), rows }, grade)
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
