import type { AttendanceState } from '../attendance/contract.ts'
import { stateWords } from '../attendance/words.ts'
import type { SheetFacts } from './attendance-facts.ts'
import type { AttendanceBlock, AttendanceHead, MarkColumn } from './attendance-head.ts'
import type { Meaning } from './attendance-marks.ts'
import type { SheetPreview } from './contract.ts'
import type { Grid } from './grid.ts'
import type { Occasion } from './occasions.ts'

/** 空着的格、没有图例的记号在“表头对应”里的代号，人在那里定它们的意思。 */
export const BLANK = '空格'
export const SYMBOL = '记号 '
export const SKIP = 'skip'

export const isState = (value: string): value is AttendanceState => Object.hasOwn(stateWords, value)

/** 一列记号，和它记到哪次会；undecided 是还没有定，人没有说不导入。 */
export interface Listed {
  mark: MarkColumn
  block: AttendanceBlock
  occasion: Occasion
  chosen: string | null
  undecided: boolean
}

/** 看懂了的表：表头、各列说的会、记号的意思。 */
export interface Sheet {
  grid: Grid
  head: AttendanceHead
  facts: SheetFacts
  /** 一列一次会（考勤表），还是整张一次（签到表）。 */
  dated: boolean
  columns: Listed[]
  people: Person[]
  skipped: SheetPreview['skipped']
  legend: Map<string, Meaning>
  /** 表下另列的请假、缺席的人。 */
  footnotes: Map<string, Meaning>
}

export interface Person {
  row: number
  block: AttendanceBlock
  name: string
  cell: string
  warning: string | undefined
  problem: string | undefined
  groupName: string
  branchName: string
  reason: string
  /** 在“列席人员”下面。 */
  observing: boolean
}

/** 数过各格的记号：空格按什么读，没有图例的记号各几格，空着几格。 */
export type Sheeted = Sheet & { blank: string | null; unknown: Map<string, number>; blanks: number }

export const personOf = ({ people }: Sheet, block: AttendanceBlock) => people.filter((person) => person.block === block)
