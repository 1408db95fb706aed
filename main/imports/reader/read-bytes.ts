import type { ReadFailure, ReadResult } from '../../../shared/imports/raw.ts'
import { decodeText } from './decode-text.ts'
import { textTable } from './text-table.ts'
import { compoundOf, readBinary, readMarkup, readParts } from './workbook.ts'
import { openArchive } from './zip-guard.ts'

const startsWith = (bytes: Uint8Array, ...head: number[]) => head.every((byte, at) => bytes[at] === byte)
const failed = (failure: ReadFailure['failed']): ReadFailure => ({ failed: failure }) as ReadFailure

function readZip(bytes: Uint8Array): ReadResult {
  const archive = openArchive(bytes)
  if ('hostile' in archive) return { failed: 'hostile', why: archive.hostile }
  if ('broken' in archive) return failed('unreadable')
  const names = [...archive.entries.keys()]
  const workbook = names.some((name) => /(^|\/)workbook\.(xml|bin)$/i.test(name)) || archive.entries.has('content.xml')
  return workbook ? readParts(archive.entries) : failed('notAWorkbook')
}

function readCompound(bytes: Uint8Array): ReadResult {
  const kind = compoundOf(bytes)
  if (kind === 'encrypted') return failed('locked')
  return kind === 'workbook' ? readBinary(bytes) : failed('notAWorkbook')
}

/** 内容是文字时，扩展名也要像表格；程序和说明文件不当作名册。 */
const textual = /\.(csv|tsv|tab|txt|prn|xls|xlsx|et|html?|xml)$|^[^.]*$/i

function readText(bytes: Uint8Array, name: string): ReadResult {
  if (!textual.test(name)) return failed('notAWorkbook')
  const text = decodeText(bytes)
  if (text === undefined) return failed('notAWorkbook')
  const head = text.slice(0, 4000).trimStart()
  if (head.startsWith('{\\rtf') || head.startsWith('%PDF')) return failed('notAWorkbook')
  if (/^<(\?xml|!doctype|html|table|meta|head|body|style|workbook|div)/i.test(head)) {
    return /<table|<(ss:)?workbook/i.test(text) ? readMarkup(text.trimStart()) : failed('notAWorkbook')
  }
  return { sheets: [textTable(text, name.replace(/\.[^.]*$/, '').slice(0, 31) || 'Sheet1')] }
}

/** 名册再大也没有这么多格；再多，界面和导入都受不了。 */
const MOST_CELLS = 600_000

const bounded = (result: ReadResult): ReadResult =>
  'sheets' in result &&
  result.sheets.reduce((sum, { rows }) => sum + rows.reduce((cells, row) => cells + row.cells.length, 0), 0) > MOST_CELLS
    ? failed('tooSlow')
    : result

/** 读取器遇到口令时的各种说法。 */
const passwordWords = /password|encrypt/i

/**
 * 不看扩展名，只看内容：压缩包（xlsx、et）、复合文档（xls）、裸 BIFF、网页或 XML、分隔符文本。
 * @example readBytes(bytes, '名册.xls') //=> { sheets: [...] } 或 { failed: 'locked' }
 */
export function readBytes(bytes: Uint8Array, name: string): ReadResult {
  try {
    return bounded(readAny(bytes, name))
  } catch (error) {
    return failed(passwordWords.test(String((error as Error)?.message ?? error)) ? 'locked' : 'unreadable')
  }
}

function readAny(bytes: Uint8Array, name: string): ReadResult {
  if (startsWith(bytes, 0x50, 0x4b)) return readZip(bytes)
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return readCompound(bytes)
  if (startsWith(bytes, 0x09) && [0x00, 0x02, 0x04, 0x08].includes(bytes[1] ?? -1) && bytes[2] !== undefined && bytes[2] < 0x20)
    return readBinary(bytes)
  return readText(bytes, name)
}
