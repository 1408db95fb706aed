import type { SheetPreview, UnderstoodRow } from '../../shared/imports/contract.ts'
import { columnsOf, type Ledger } from '../../shared/ledger/define.ts'
import type { CommandContext } from '../core/services.ts'
import { type Known, understanding } from './check.ts'
import type { Entry, Setting, Target } from './target.ts'

/** 规范后的文字读回带类型的值；只有文件里给了的字段。 */
function reader(ledger: Ledger): (values: UnderstoodRow['values']) => Entry['given'] {
  const columns = new Map(columnsOf(ledger).map(({ field, column }) => [field, column]))
  return (values) =>
    Object.fromEntries(
      Object.entries(values).flatMap(([field, text]) => {
        const reading = columns.get(field)?.read(text)
        return reading && 'value' in reading && reading.value !== null ? [[field, reading.value]] : []
      }),
    )
}

interface Tally {
  accepted: number
  added: number
  updated: number
  unchanged: number
}

/** 有疑问的行留下原因；其余的一次录入。 */
export async function enter(
  context: CommandContext,
  sheets: readonly SheetPreview[],
  target: Target,
  { known, setting }: { known: Known; setting: Setting },
) {
  const read = reader(understanding(target, setting, known).ledger)
  const tally: Tally = { accepted: 0, added: 0, updated: 0, unchanged: 0 }
  const rejected: { sheet: string; row: number; reason: string }[] = []
  const entries: Entry[] = []
  for (const { name: sheet, rows } of sheets)
    for (const row of rows) {
      if (row.state === 'doubtful') {
        const reasons = [...row.errors.map(({ cell, text }) => `${cell} ${text}`), ...(row.question ? [row.question.text] : [])]
        rejected.push({ sheet, row: row.row, reason: reasons.join('；') })
        continue
      }
      tally.accepted++
      tally[row.state]++
      if (row.state === 'unchanged') continue
      const taken = new Set(row.changes.filter((change) => change.taken).map(({ field }) => field))
      entries.push({ row, given: read(row.values), id: row.matches?.id ?? null, taken })
    }
  if (entries.length > 0) await target.enter(context, entries, known.existing, setting)
  return { tally, rejected }
}
