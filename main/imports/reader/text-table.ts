import type { RawCell, RawRow, RawSheet } from '../../../shared/imports/raw.ts'

const separators = ['\t', ',', ';', '|', '，', '；'] as const
/** 顿号、空两格以上也有人用来隔开（从网页、Word 粘出来的）：正文里也常见，每一行都有才算。 */
const weak = ['、', '  '] as const

/** 引号以外每种分隔符在前几十行里出现的行数，取最多的；一个也没有就当只有一列。 */
function separatorOf(text: string): string {
  const told = /^sep=(.)\r?\n/i.exec(text)?.[1]
  if (told) return told
  const lines = text
    .slice(0, 20_000)
    .replace(/"(?:[^"]|"")*"/g, '')
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, 40)
  let [best, most] = [',', 0]
  for (const separator of separators) {
    const counts = lines.map((line) => line.split(separator).length - 1)
    const score = counts.filter((count) => count > 0).length + Math.min(...counts, 1) * 0.5
    if (score > most) [best, most] = [separator, score]
  }
  const all = weak.find((separator) => lines.length > 1 && lines.every((line) => line.trim().includes(separator)))
  return most < lines.length * 0.5 && all ? all : best
}

/** 逐字读：引号里可以有分隔符和换行，两个引号是一个引号。 */
function* recordsOf(text: string, separator: string): Generator<string[]> {
  let [record, cell, quoted, fresh]: [string[], string, boolean, boolean] = [[], '', false, true]
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at)
    if (quoted) {
      if (char !== '"') cell += char
      else if (text.charAt(at + 1) === '"') cell += text.charAt(at++)
      else quoted = false
    } else if (char === '"' && fresh) [quoted, fresh] = [true, false]
    else if (char === separator) {
      record.push(cell)
      ;[cell, fresh] = ['', true]
    } else if (char === '\n' || char === '\r') {
      if (char === '\r' && text.charAt(at + 1) === '\n') at++
      yield [...record, cell]
      ;[record, cell, fresh] = [[], '', true]
    } else [cell, fresh] = [cell + char, false]
  }
  if (cell !== '' || record.length > 0) yield [...record, cell]
}

/** Excel 为保住长数字写成的 ="110…" 与 '110… 都还原成里面的字。 */
const unarmoured = (text: string) => /^="([^"]*)"$/.exec(text)?.[1] ?? (/^'\d/.test(text) ? text.slice(1) : text)

/**
 * 分隔符文本 → 原样表格；每一格都是文字，数字不动（身份证号、电话的零头都在）。
 * @example textTable('姓名,电话\n张三,0571-8888', 'Sheet1').rows[1]?.cells //=> [[0, { kind: 'text', text: '张三' }], …]
 */
export function textTable(text: string, name: string): RawSheet {
  const separator = separatorOf(text)
  const rows: RawRow[] = []
  let at = 0
  const body = text.replace(/^sep=.\r?\n/i, '')
  const records = separator === '  ' ? recordsOf(body.replace(/[^\S\r\n]{2,}/g, '\t'), '\t') : recordsOf(body, separator)
  for (const record of records) {
    const cells = record.flatMap((value, column): [number, RawCell][] =>
      value.trim() === '' ? [] : [[column, { kind: 'text', text: unarmoured(value.trim()) }]],
    )
    if (cells.length > 0) rows.push({ at, cells })
    at++
  }
  return { name, hidden: false, rows, merges: [], hiddenRows: [], hiddenColumns: [] }
}
