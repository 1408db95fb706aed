import type { Path, RowsAt } from '../contract.ts'
import type { Column, Privacy } from './columns.ts'

/** 对一本台账的描述：界面表格、工作簿、PDF 与导入对应都只读它。 */
export interface Ledger<Row = Record<string, unknown>> {
  /** 代号：控制台与地址里用，如 'members'。 */
  id: string
  title: string
  /** 取数的查询，输入是 LedgerScope。 */
  source: Path
  /** 导入的一行怎样找到已有的一行；依次尝试每一组。 */
  keys: readonly (readonly (keyof Row & string)[])[]
  orientation: 'portrait' | 'landscape'
  columns: { readonly [K in keyof Row & string]?: Column<never> }
  /** 外来的表能导入成这本台账：人说的叫法，数它的量词。没有就只出不进；怎样录入见 main/imports/targets.ts。 */
  importable?: Importable
  /** 一行的级别：困难、处分的行是 private，只在上报级里；没有就都公开。 */
  rowPrivacy?: (row: Row) => Privacy
  /** 合计的各列数的是什么，写进表头的“单位”；各列不同、没有合计的不写，金额的总是元。 */
  counts?: Counted
  /** 夹在中间的结转、合计行：加粗，不编序号，导入时不当作一行。 */
  ruled?: (row: Row) => boolean
  /** 合计行里除了求和另写的话：字段 → 话。 */
  totalWords?: (rows: readonly Row[]) => Readonly<Record<string, string>>
  /** 屏幕上列的行来自哪里（比台账本身全，如还在筹备的会议）；没有就是 source。行以 id 相认。 */
  viewSource?: Path
  /** 接着自设字段（shared/fields/columns.ts 的 withCustomFields）。 */
  takesCustomFields: boolean
}

type Counted = '人' | '人次' | '次' | '票'

/** 例：{ what: '党员名册', unit: '人' } */
interface Importable {
  what: string
  unit: string
  /** 逐行检查时各栏照台账的次序，可疑的不提到前面：日记账要连着看。 */
  inOrder?: boolean
}

type ColumnsOf<Row> = { readonly [K in keyof Row & string]?: Column<Row[K]> | Column<Row[K] | null> }

interface Description<P extends Path, Row> {
  id: string
  title: string
  source: P
  keys: readonly (readonly (keyof Row & string)[])[]
  orientation?: 'portrait' | 'landscape'
  columns: ColumnsOf<Row>
  importable?: Importable
  rowPrivacy?: (row: Row) => Privacy
  counts?: Counted
  ruled?: (row: Row) => boolean
  totalWords?: (rows: readonly Row[]) => Readonly<Record<string, string>>
  viewSource?: Path
  takesCustomFields?: boolean
}

/**
 * 描述一本台账。列的类型必须与来源查询的行相符，写错不能编译。
 * @example defineLedger({ id: 'register', title: '三会一课台账', source: 'meetings.register', keys: [['day', 'topic']], columns: { day: day('日期') } })
 */
export const defineLedger = <P extends Path>(description: Description<P, RowsAt<P>>): Ledger =>
  ({ orientation: 'landscape', takesCustomFields: false, ...description }) as unknown as Ledger

/** 只进不出的台账：照外来表格的样子描述，导入之后归到 like 那本里。 */
export const defineIncoming = (
  like: Ledger,
  description: Required<Pick<Ledger, 'id' | 'importable'>> & { columns: Record<string, Column<never> | Column<string | null>> },
): Ledger => ({ ...like, ...description }) as unknown as Ledger

/** 台账的各列，按描述的顺序，附字段名。例：columnsOf(registerLedger)[0]?.field → 'kindNames' */
export const columnsOf = (ledger: Ledger): { field: string; column: Column<unknown> }[] =>
  Object.entries(ledger.columns).map(([field, column]) => ({ field, column: column as Column<unknown> }))
