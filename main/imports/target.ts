import type { Ask, CellNote, FieldChange, ImportTarget, PreviewRow, Question, UnderstoodRow } from '../../shared/imports/contract.ts'
import type { RawSheet } from '../../shared/imports/raw.ts'
import type { Understanding } from '../../shared/imports/read-body.ts'
import type { Understood } from '../../shared/imports/understand.ts'
import type { Day, Fen } from '../../shared/kit/values.ts'
import type { Ledger } from '../../shared/ledger/define.ts'
import type { CommandContext, Reader } from '../core/services.ts'

/** 这次导入：导到哪个组织，人定了的几项，今天是哪天。 */
export interface Setting {
  organizationId: ImportTarget['organizationId']
  choices: ImportTarget['choices']
  today: Day
}

/** 要对照的一行；line 是给人看的位置：第 5 行，几张表一起导入时是 “二支部”第 5 行。 */
export type ReadLine = UnderstoodRow & { line: string }

/** 一项变化，由各房间说出；要不要改由人选（settle.ts）。 */
export type Difference = Omit<FieldChange, 'taken'>

/**
 * 一行与已有的对照得出什么：
 * 新增（settled 是由人的回答、由已有的定下的几栏）；就是已有的那一条，附会变的各项；要人回答；不能导入。每一种都可以另附提醒。
 */
export type Finding = { warnings?: CellNote[] } & (
  | { is: 'new'; settled?: Record<string, string> }
  | { is: 'known'; record: { id: number; name: string }; differences: Difference[] }
  | { is: 'unsure'; question: Question }
  | { is: 'wrong'; errors: CellNote[] }
)

/** 要录入的一行：读回带类型的值（只有文件里给了的）；已有的附 id 与选定要改的字段。 */
export interface Entry {
  row: UnderstoodRow
  given: Record<string, unknown>
  id: number | null
  taken: ReadonlySet<string>
}

/**
 * 一本能导入的台账怎样接收外来的行，由台账自己的房间写（如 main/members/import.ts），在 targets.ts 登记。
 * 读文件、对应表头、记住对应、取舍、数目、操作记录都由 imports 做；这里只说本房间的三件事。
 */
export interface Target<Existing = unknown> {
  ledger: Ledger
  /** 怎样看懂一张表；没有说的照一人一行的名单看（shared/imports/understand.ts）。 */
  reading?: SheetReading
  /** 对照要的底，一次查完；预览与录入用的是同一份。 */
  existing(db: Reader, setting: Setting): Promise<Existing>
  /** 文件里没有、要人先定的几项；chosen 是没有回答时的默认。 */
  asks?(db: Reader, organizationId: number, today: Day): Promise<Ask[]>
  /**
   * 要对得上的合计：一行上这一项是多少分；一行里只有一部分要记的，由 split 说记入、原有各多少（不然整行算）。
   * 记入的再从账上读一遍，与这里差一分，整次导入都不算。
   */
  sums?: readonly { label: string; of(values: UnderstoodRow['values']): Fen; split?(row: PreviewRow): { entered: Fen; already: Fen } }[]
  /** 逐行对照，与 rows 一一对应；rows 里没有读不懂的行。answer 是人对这一行的回答；没有回答为 undefined。 */
  compare(rows: readonly ReadLine[], existing: Existing, setting: Setting, answer: Answer): Finding[]
  /** 录入：与本房间的命令同一套函数、同一套规矩，一批一次。有 sums 的，给出账上真记了多少，次序相同。 */
  enter(context: CommandContext, entries: readonly Entry[], existing: Existing, setting: Setting): Promise<void> | Promise<readonly Fen[]>
}

/** 一种表的读法，纯函数；existing 是对照用的底。 */
export interface SheetReading {
  understand(sheet: RawSheet, given: Understanding, existing: unknown): Understood
  /** 人改过的列所在的表头，导入后记住。 */
  chosenHeaders(sheet: RawSheet, given: Understanding): { headerPath: string; field: string | null }[]
}

/** 人说这一行是已有的哪一条；null 为都不是。 */
export type Answer = (row: ReadLine) => number | null | undefined
