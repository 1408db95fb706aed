import { pastAttendanceLedger } from '../attendance/past-ledger.ts'
import { registerImport } from '../dues/import-ledger.ts'
import { journalImport } from '../finances/import-ledger.ts'
import type { Ledger } from '../ledger/define.ts'
import { ledgers } from '../ledgers.ts'
import { pastMeetingsLedger } from '../meetings/past-ledger.ts'

/** 只进不出的：照外来表格的样子描述，导入之后归到自己的台账里。 */
export const incoming: readonly Ledger[] = [pastMeetingsLedger, journalImport, registerImport, pastAttendanceLedger]

/** 能导入的台账，按代号；没有为 undefined。 */
export const importableNamed = (id: string): Ledger | undefined =>
  [...ledgers, ...incoming].find((ledger) => ledger.id === id && ledger.importable)
