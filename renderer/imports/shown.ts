import type { CellNote, FieldChange, PreviewRow, SheetPreview } from '../../shared/imports/contract.ts'
import { importableNamed } from '../../shared/imports/incoming.ts'
import { newFieldOf } from '../../shared/imports/new-fields.ts'
import type { Column } from '../../shared/ledger/columns.ts'
import { columnsOf } from '../../shared/ledger/define.ts'
import type { TargetField } from './ColumnsStep.tsx'

/** 检查表上的一栏。 */
export interface Shown {
  field: string
  label: string
  width: number
  /** 对应的列；左右并排几块时，一块一列，次序相同。 */
  letters: readonly string[]
  /** 台账里这一栏怎样读；自设字段没有。 */
  column: Column<never> | undefined
}

const HANZI = 14
const WIDEST = 16
const NOTED = 200

/** 要显示的栏：姓名在前，有错的、有变化的、有提醒的接着（原因不用横着找），其余按台账的次序；有说明的放宽。 */
export function columnsShown(ledger: string, sheet: SheetPreview, fields: readonly TargetField[]): Shown[] {
  const letters = new Map<string, string[]>()
  for (const { field, letter } of sheet.columns) if (field) letters.set(field, [...(letters.get(field) ?? []), letter])
  const wrong = new Set(sheet.rows.flatMap(({ errors }) => errors.map(({ field }) => field)))
  const changed = new Set<string | null>(sheet.rows.flatMap(({ changes }) => changes.map(({ field }) => field)))
  const noted = new Set([...wrong, ...changed, ...sheet.rows.flatMap(({ warnings }) => warnings.map(({ field }) => field))])
  const described = importableNamed(ledger)
  const inOrder = described?.importable?.inOrder ?? false
  const rank = (field: string) =>
    inOrder || field === 'name' ? 0 : wrong.has(field) ? 1 : changed.has(field) ? 2 : noted.has(field) ? 3 : 4
  const columns = new Map(described ? columnsOf(described).map(({ field, column }) => [field, column as unknown as Column<never>]) : [])
  const derived = new Set(sheet.rows.flatMap(({ values }) => Object.keys(values)))
  const added = [...letters.keys()].flatMap((field) => {
    const label = newFieldOf(field)
    return label === undefined ? [] : [{ field, label, required: false }]
  })
  return [...fields, ...added]
    .filter(({ field }) => letters.has(field) || derived.has(field))
    .sort((a, b) => rank(a.field) - rank(b.field))
    .map(({ field, label }) => {
      const column = columns.get(field)
      const width = column && column.kind !== 'money' ? Math.min(column.width, WIDEST) * HANZI + 24 : 120
      return { field, label, width: Math.max(width, noted.has(field) ? NOTED : 0), letters: letters.get(field) ?? [], column }
    })
}

/** 一格在原表里的地址；左右并排时，姓名在第几块，别的栏也在第几块。推不出来为 null。 */
export function addressIn(shown: readonly Shown[], { letters }: Shown, { at, row }: PreviewRow): string | null {
  const names = shown.find(({ field }) => field === 'name')?.letters ?? []
  const block = names.indexOf(at.replace(/\d+$/, ''))
  const letter = letters.length === 1 ? letters[0] : letters.length === names.length ? letters[block] : undefined
  return letter ? `${letter}${row}` : null
}

/** 这一格的说明；错的先说。 */
export const noteFor = (row: PreviewRow, field: string): { note: CellNote; wrong: boolean } | undefined => {
  const wrong = row.errors.find((note) => note.field === field)
  const warned = row.warnings.find((note) => note.field === field)
  return wrong ? { note: wrong, wrong: true } : warned && { note: warned, wrong: false }
}

export const changeIn = ({ changes }: PreviewRow, field: string): FieldChange | undefined =>
  changes.find((change) => change.field === field)
