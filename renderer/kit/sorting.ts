import { columnsOf, type Ledger } from '../../shared/ledger/define.ts'

export interface Sort {
  field: string
  /** 从大到小。 */
  down: boolean
}

const collator = new Intl.Collator('zh-Hans-CN-u-co-pinyin', { numeric: true })

/** 按一列排序：数与日子按值，说法按说法的次序写出来的字，汉字按拼音；没有填的总在最后。 */
export function sorted<Row extends object>(rows: readonly Row[], ledger: Ledger, sort: Sort | undefined): readonly Row[] {
  const column = sort && columnsOf(ledger).find(({ field }) => field === sort.field)?.column
  if (!sort || !column) return rows
  const cellOf = (row: Row) => (row as Record<string, unknown>)[sort.field]
  const numeric = column.kind === 'number' || column.kind === 'percent' || column.kind === 'money'
  const keyed = rows.map((row) => ({ row, value: cellOf(row), text: column.show(cellOf(row)) }))
  keyed.sort((a, b) => {
    if (a.text === '' || b.text === '') return Number(a.text === '') - Number(b.text === '')
    const order = numeric ? Number(a.value) - Number(b.value) : collator.compare(a.text, b.text)
    return sort.down ? -order : order
  })
  return keyed.map(({ row }) => row)
}
