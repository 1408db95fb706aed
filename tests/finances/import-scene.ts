import type { z } from 'zod'
import type { Adjustments } from '../../shared/imports/contract.ts'
import { rowsBook } from '../imports/sheets.ts'
import type { OpenApp } from '../support/open-app.ts'

/** 像人那样选好一份收支台账、读出预览；再照它导入。 */
export async function readJournal({ app, core, make }: OpenApp, bytes: Uint8Array, choices: Record<string, string> = {}) {
  const target = { ledger: 'finances', organizationId: await make.root(), choices }
  const { reading, sheets } = await app.imports.read({ file: core.bytes.hold({ name: '收支.xlsx', bytes }), target })
  const [sheet] = sheets
  if (!sheet) throw new Error('没有读到工作表')
  const apply = (adjustments: z.input<typeof Adjustments> = {}) =>
    app.imports.apply({ reading, target, parts: [{ sheet: sheet.name, adjustments }] })
  return { reading, target, sheets, sheet, apply }
}

export const journalSheet = async (open: OpenApp, rows: unknown[][], choices?: Record<string, string>, name = '日记账') =>
  readJournal(open, await rowsBook(rows, name), choices)

export const heads = [
  '日期',
  '凭证号',
  '摘要',
  '收入',
  '支出',
  '结余',
  '科目',
  '资金来源',
  '经手人',
  '证明人',
  '审批人',
  '附件张数',
  '备注',
]
