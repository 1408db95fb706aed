import type { ImportSum, SheetPreview, UnderstoodRow } from '../../shared/imports/contract.ts'
import { sumOf } from '../../shared/kit/money.ts'
import { columnsOf, type Ledger } from '../../shared/ledger/define.ts'
import type { CommandContext } from '../core/services.ts'
import { whyDoubtful } from './dry-run.ts'
import type { Entry, Setting, Target } from './target.ts'

/** 规范后的文字读回带类型的值；只有文件里给了的字段。同一栏里同样的文字只读一次。 */
function reader(ledger: Ledger): (values: UnderstoodRow['values']) => Entry['given'] {
  const columns = new Map(columnsOf(ledger).map(({ field, column }) => [field, { column, known: new Map<string, unknown>() }]))
  const typed = (field: string, text: string): unknown => {
    const found = columns.get(field)
    if (!found) return null
    if (!found.known.has(text)) {
      const reading = found.column.read(text)
      found.known.set(text, 'value' in reading ? reading.value : null)
    }
    return found.known.get(text)
  }
  return (values) =>
    Object.fromEntries(
      Object.entries(values).flatMap(([field, text]) => {
        const value = typed(field, text)
        return value === null ? [] : [[field, value]]
      }),
    )
}

interface Tally {
  accepted: number
  added: number
  updated: number
  unchanged: number
}

interface Entering {
  ledger: Ledger
  existing: unknown
  setting: Setting
  /** 人要新增的字段现在的键：new-血型 → custom-7。 */
  founded: ReadonlyMap<string, string>
}

/** 文件里的每一分都有去处：记入的、原来就有的、没有导入的。 */
function sumsOf({ sums = [] }: Target, sheets: readonly SheetPreview[]): ImportSum[] {
  const rows = sheets.flatMap((sheet) => sheet.rows)
  return sums.map(({ label, of, split }) => {
    const parts = rows.map((row) => {
      const file = of(row.values)
      if (row.state === 'doubtful') return { file, entered: 0, already: 0 }
      const whole = row.state === 'unchanged' ? { entered: 0, already: file } : { entered: file, already: 0 }
      return { file, ...(split?.(row) ?? whole) }
    })
    const total = (part: 'file' | 'entered' | 'already') => sumOf(parts.map((each) => each[part]))
    const [file, entered, already] = [total('file'), total('entered'), total('already')]
    return { label, file, entered, already, left: file - entered - already }
  })
}

/** 有疑问的行留下原因；其余的一次录入。 */
export async function enter(context: CommandContext, sheets: readonly SheetPreview[], target: Target, entering: Entering) {
  const read = reader(entering.ledger)
  const known = (field: string) => entering.founded.get(field) ?? field
  const tally: Tally = { accepted: 0, added: 0, updated: 0, unchanged: 0 }
  const rejected: { sheet: string; row: number; reason: string }[] = []
  const entries: Entry[] = []
  for (const { name: sheet, rows } of sheets)
    for (const row of rows) {
      if (row.state === 'doubtful') {
        rejected.push({ sheet, row: row.row, reason: whyDoubtful(row).join('；') })
        continue
      }
      tally.accepted++
      tally[row.state]++
      if (row.state === 'unchanged') continue
      const given = Object.fromEntries(Object.entries(read(row.values)).map(([field, value]) => [known(field), value]))
      const taken = new Set(row.changes.filter((change) => change.taken).map(({ field }) => known(field)))
      entries.push({ row, given, id: row.matches?.id ?? null, taken })
    }
  const sums = sumsOf(target, sheets)
  const written = entries.length > 0 ? await target.enter(context, entries, entering.existing, entering.setting) : undefined
  for (const [at, { label, entered }] of sums.entries())
    if ((written?.[at] ?? 0) !== entered) throw new Error(`${label}: ${entered} in the file, ${written?.[at]} in the books`)
  return { tally, rejected, sums }
}
