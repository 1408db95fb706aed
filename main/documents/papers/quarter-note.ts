import type { Ink } from '../ink.ts'
import { pageNumber, ruled } from '../ink.ts'
import { type Definition, mm, type Piece } from '../layout.ts'

/** 一张表的各行，已写成文字；最后一列之前的左对齐与否由表定。 */
type Rows = string[][]

export interface QuarterNotePlan {
  unit: string
  title: string
  lead: string
  overview: string
  /** 来源、金额、占比。 */
  income: Rows
  incomeTotal: string
  /** 科目、笔数、金额、占比。 */
  expense: Rows
  expenseTotal: string
  budgetLead: string
  /** 科目、预算、执行、余（超）、执行率。 */
  budget: Rows
  /** 日期、凭证号、摘要、审批人、金额。 */
  largest: Rows
  checks: string[]
  day: string
  demo: boolean
}

const BODY = { size: 14, leading: 22 }
const CELL = { size: 11, leading: 14 }

interface Column {
  label: string
  width: number | '*'
  align: 'left' | 'center' | 'right'
}

const name = (label: string): Column => ({ label, width: '*', align: 'left' })
const middle = (label: string, width: number): Column => ({ label, width: mm(width), align: 'center' })
const money = (label: string): Column => ({ label, width: mm(26), align: 'right' })

/** 季度经费情况报告，A4 竖：总的、收入、支出、预算、大额、核对，监事会意见与签字处。 */
export function quarterNote(plan: QuarterNotePlan, ink: Ink): Definition {
  const said = (text: string) => ink.text(text, { ...BODY, indent: 2 })
  const heading = (text: string) => ink.text(text, { role: 'heading', ...BODY, indent: 2, margin: [0, mm(2), 0, 0] })
  const table = (columns: readonly Column[], rows: Rows, total?: string[]): Piece => ({
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: columns.map(({ width }) => width),
      body: [
        columns.map(({ label }) => ink.cell(label, { role: 'heading', ...CELL, align: 'center' })),
        ...rows.map((row) => row.map((text, at) => ink.cell(text, { ...CELL, align: columns[at]?.align ?? 'left' }))),
        ...(total ? [total.map((text, at) => ink.cell(text, { role: 'heading', ...CELL, align: columns[at]?.align ?? 'left' }))] : []),
      ],
    },
    layout: ruled({ x: 4, y: 2 }),
    margin: [0, mm(1), 0, mm(1)],
  })
  /** 没有一行的，说一句；表不空着印。 */
  const orNone = (rows: Rows, none: string, made: () => Piece) => (rows.length === 0 ? said(none) : made())
  const sign = (left: string, right: string): Piece => ({
    columns: [ink.text(left, BODY), ink.text(right, BODY)],
    margin: [mm(8), mm(4), 0, 0],
  })
  const content: Piece[] = [
    ink.text(plan.title, { role: 'title', size: 20, leading: 30, align: 'center', margin: [0, 0, 0, mm(5)] }),
    ink.text('监事会：', BODY),
    said(plan.lead),
    heading('一、基本情况'),
    said(plan.overview),
    heading('二、收入'),
    orNone(plan.income, '本季度没有收入。', () =>
      table([name('资金来源'), money('金额（元）'), middle('占比', 24)], plan.income, ['合计', plan.incomeTotal, '']),
    ),
    heading('三、支出'),
    orNone(plan.expense, '本季度没有支出。', () =>
      table([name('科目'), middle('笔数', 18), money('金额（元）'), middle('占比', 24)], plan.expense, ['合计', '', plan.expenseTotal, '']),
    ),
    heading('四、预算执行'),
    said(plan.budgetLead),
    ...(plan.budget.length === 0
      ? []
      : [table([name('科目'), money('全年预算'), money('累计执行'), money('余（超）'), middle('执行率', 20)], plan.budget)]),
    heading('五、支出较大的各笔'),
    orNone(plan.largest, '本季度没有支出。', () =>
      table([middle('日期', 24), middle('凭证号', 18), name('摘要'), middle('审批人', 22), money('金额（元）')], plan.largest),
    ),
    heading('六、核对'),
    ...plan.checks.map(said),
    {
      unbreakable: true,
      stack: [
        ink.text('以上报告，请审阅。', { ...BODY, indent: 2, margin: [0, mm(2), 0, mm(2)] }),
        sign('书记：', '经办人：'),
        ink.text(`${plan.unit}\n${plan.day}`, { ...BODY, align: 'right', margin: [0, mm(6), mm(6), mm(4)] }),
        {
          table: {
            widths: ['*'],
            heights: mm(34),
            body: [
              [
                {
                  stack: [
                    ink.text('监事会意见：', BODY),
                    ink.text('监事（签字）：　　　　　　　　年　　月　　日', { ...BODY, align: 'right', margin: [0, mm(15), mm(4), 0] }),
                  ],
                },
              ],
            ],
          },
          layout: ruled({ x: 6, y: 4 }),
        },
      ],
    },
  ]
  return {
    title: plan.title,
    margins: [mm(28), mm(26), mm(26), mm(24)],
    content,
    footer: pageNumber(ink, mm(6)),
    ...(plan.demo ? { watermark: ink.watermark('演示') } : {}),
  }
}
