import { type PastedTable, textRows } from '../../shared/imports/pasted.ts'

/** 一格里的文字：换行的照换，别的空白合成一个。 */
function textOf(cell: Element): string {
  const copy = cell.cloneNode(true) as Element
  for (const line of copy.querySelectorAll('br')) line.replaceWith('\u2028')
  for (const block of [...copy.querySelectorAll('p, div')].slice(1)) block.prepend('\u2028')
  return (copy.textContent ?? '')
    .replace(/\s*\u2028\s*/g, '\n')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/\n+/g, '\n')
    .trim()
}

/** 网页里的表 → 行与合并的格；占了几行几列的，后面的格让开。 */
function tableRows(table: HTMLTableElement): PastedTable {
  const rows: string[][] = []
  const merges: PastedTable['merges'] = []
  const covered = new Set<string>()
  for (const [at, line] of [...table.rows].entries()) {
    const row: string[] = []
    for (const cell of line.cells) {
      while (covered.has(`${at} ${row.length}`)) row.push('')
      const left = row.length
      const bottom = Math.min(at + Math.max(1, cell.rowSpan), table.rows.length) - 1
      const right = left + Math.max(1, cell.colSpan) - 1
      if (bottom > at || right > left) merges.push({ top: at, left, bottom, right })
      for (let r = at; r <= bottom; r += 1) for (let c = left; c <= right; c += 1) covered.add(`${r} ${c}`)
      row.push(textOf(cell), ...Array<string>(right - left).fill(''))
    }
    rows.push(row)
  }
  return { rows, merges }
}

/**
 * 剪贴板里的表：WPS、Excel、Word 放的是网页的表，没有就用制表符分开的文字；什么也没有为 undefined。
 * 里面的脚本、图片不会执行、不会取来：只解析，不显示。
 */
export function pastedTable(data: DataTransfer): PastedTable | undefined {
  const page = new DOMParser().parseFromString(data.getData('text/html'), 'text/html')
  const tables = [...page.querySelectorAll('table')].filter((table) => !table.querySelector('table'))
  const [largest] = tables.sort((a, b) => b.rows.length - a.rows.length)
  if (largest && largest.rows.length > 0) return tableRows(largest)
  const text = data.getData('text/plain')
  return text.trim() === '' ? undefined : { rows: textRows(text), merges: [] }
}
