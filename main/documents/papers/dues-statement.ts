import type { Ink } from '../ink.ts'
import { pageNumber, ruled } from '../ink.ts'
import { type Definition, mm, type Piece } from '../layout.ts'

/** 一人一年的党费明细，一人一页。 */
export interface StatementPlan {
  title: string
  sheets: Statement[]
  on: string
  demo: boolean
}

export interface Statement {
  unit: string
  name: string
  /** 各行：月份、应交、实交、状态、交费日期与收据。 */
  months: { month: string; payable: string; paid: string; state: string; remarks: string }[]
  total: { payable: string; paid: string; owing: string }
  /** 基数的来历，一条一行。 */
  bases: string[]
}

const MARGIN = { x: mm(20), top: mm(20), bottom: mm(18) }

/** 一人的一页：十二个月、合计、基数的来历，本人与收款人签字。 */
function sheetOf({ title, on }: StatementPlan, plan: Statement, ink: Ink): Piece[] {
  const head = (text: string) => ink.cell(text, { role: 'heading', size: 11, align: 'center' })
  const cell = (text: string, align: 'left' | 'right' | 'center' = 'center') => ink.cell(text, { size: 11, leading: 15, align })
  const rows = plan.months.map(({ month, payable, paid, state, remarks }) => [
    cell(month),
    cell(payable, 'right'),
    cell(paid, 'right'),
    cell(state),
    cell(remarks, 'left'),
  ])
  return [
    ink.text(title, { role: 'title', size: 20, align: 'center', margin: [0, 0, 0, mm(4)] }),
    {
      columns: [ink.text(`姓名：${plan.name}`, { size: 11 }), ink.text(`党支部：${plan.unit}`, { size: 11, align: 'right' })],
      margin: [0, 0, 0, mm(2)],
    },
    {
      table: {
        headerRows: 1,
        dontBreakRows: true,
        widths: [mm(20), mm(26), mm(26), mm(20), '*'],
        heights: mm(8),
        body: [
          ['月份', '应交（元）', '实交（元）', '状态', '交费日期、方式、收据'].map(head),
          ...rows,
          [
            head('合计'),
            cell(plan.total.payable, 'right'),
            cell(plan.total.paid, 'right'),
            cell(''),
            cell(`欠交 ${plan.total.owing} 元`, 'left'),
          ],
        ],
      },
      layout: ruled({ x: 4, y: 2 }),
    },
    ...(plan.bases.length > 0 ? [ink.text('应交的来历', { role: 'heading', size: 12, margin: [0, mm(5), 0, mm(1)] })] : []),
    ...plan.bases.map((line) => ink.text(line, { size: 10.5, leading: 16 })),
    {
      columns: ['本人：', '收款人：', on].map((text, at) => ink.text(text, { size: 11, align: at === 2 ? 'right' : 'left' })),
      margin: [0, mm(10), 0, 0],
    },
  ]
}

/** 一人一年明细，A4 竖，一人一页。 */
export function duesStatement(plan: StatementPlan, ink: Ink): Definition {
  const content = plan.sheets.map((sheet, at) => ({
    stack: sheetOf(plan, sheet, ink),
    ...(at > 0 ? { pageBreak: 'before' } : {}),
  }))
  return {
    title: plan.title,
    margins: [MARGIN.x, MARGIN.top, MARGIN.x, MARGIN.bottom],
    content,
    footer: pageNumber(ink, mm(2)),
    ...(plan.demo ? { watermark: ink.watermark('演示') } : {}),
  }
}
