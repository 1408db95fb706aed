import ExcelJS from 'exceljs'
import type { z } from 'zod'
import type { Adjustments } from '../../shared/imports/contract.ts'
import { checkDigitOf } from '../../shared/members/id-number.ts'
import type { OpenApp } from '../support/open-app.ts'

/** 虚构而校验正确的身份证号：区划 999001，末位奇男偶女。例：fictionalId('19800301', 1) */
export const fictionalId = (birth: string, order: number): string => {
  const first17 = `999001${birth}${String(order).padStart(3, '0')}`
  return first17 + checkDigitOf(first17)
}

/** 做一份 xlsx：每张表一个函数。 */
export async function workbook(sheets: Record<string, (sheet: ExcelJS.Worksheet) => void>): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  for (const [name, fill] of Object.entries(sheets)) fill(book.addWorksheet(name))
  return new Uint8Array(await book.xlsx.writeBuffer())
}

/** 一张只有若干行的 xlsx。 */
export const rowsBook = (rows: unknown[][], name = '名册') => workbook({ [name]: (sheet) => void sheet.addRows(rows) })

export const csv = (text: string): Uint8Array => new TextEncoder().encode(text)

/** 像人那样选好文件、读出预览；返回此后导入要用的一切。 */
export async function read({ app, core, make }: OpenApp, name: string, bytes: Uint8Array, ledger = 'members') {
  const target = { ledger, organizationId: await make.root() }
  const { reading, sheets } = await app.imports.read({ file: core.bytes.hold({ name, bytes }), target })
  const [sheet] = sheets
  if (!sheet) throw new Error('没有读到工作表')
  const adjusted = (adjustments: z.input<typeof Adjustments>) => ({ reading, target, parts: [{ sheet: sheet.name, adjustments }] })
  return { reading, sheets, sheet, target, adjusted, given: adjusted({}) }
}

/** 像人那样粘贴一张表；比文件快，一样往下走。 */
export async function pasted({ app, make }: OpenApp, rows: readonly (readonly (string | number)[])[], ledger: string) {
  const target = { ledger, organizationId: await make.root() }
  const table = { rows: rows.map((row) => row.map(String)) }
  const { reading, sheets } = await app.imports.paste({ table, target })
  const [sheet] = sheets
  if (!sheet) throw new Error('没有读到工作表')
  return { sheet, given: { reading, target, parts: [{ sheet: sheet.name, adjustments: {} }] } }
}
