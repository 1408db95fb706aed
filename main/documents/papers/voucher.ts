import { showFen } from '../../../shared/kit/money.ts'
import { moneyWords } from '../../../shared/kit/money-words.ts'
import type { Fen } from '../../../shared/kit/values.ts'
import type { Ink } from '../ink.ts'
import { ruled } from '../ink.ts'
import { type Definition, mm, type Piece } from '../layout.ts'

export interface VoucherPlan {
  unit: string
  /** “收入凭证”“支出凭证”“转账凭证”。 */
  title: string
  /** 2026 年第 12 号。 */
  number: string
  day: string
  summary: string
  amount: Fen
  /** 借方、贷方各写哪几个账户、科目。 */
  debit: string
  credit: string
  facts: [string, string][]
  papers: string
  recipients: { name: string; amount: Fen }[]
  demo: boolean
}

const SIZE = { size: 12, leading: 17 }

const factRows = (facts: readonly [string, string][], label: (text: string) => Piece, value: (text: string, span?: number) => Piece) => {
  const rows: (Piece | string)[][] = []
  for (let at = 0; at < facts.length; at += 2) {
    const [[name, text], second] = [facts[at] ?? ['', ''], facts[at + 1]]
    rows.push(second ? [label(name), value(text), label(second[0]), value(second[1])] : [label(name), value(text, 3), '', ''])
  }
  return rows
}

function grid(plan: VoucherPlan, ink: Ink): Piece {
  const label = (text: string) => ink.cell(text, { role: 'heading', ...SIZE, align: 'center' })
  const value = (text: string, colSpan = 1) => ink.cell(text, { ...SIZE, align: 'center', colSpan })
  const wide = (name: string, text: string) => [label(name), value(text, 3), '', '']
  return {
    table: {
      widths: [mm(28), '*', mm(28), '*'],
      dontBreakRows: true,
      heights: mm(11),
      body: [
        wide('摘要', plan.summary),
        [label('借方'), value(plan.debit), label('贷方'), value(plan.credit)],
        wide('金额（大写）', moneyWords(plan.amount)),
        [label('金额（小写）'), value(`￥${showFen(plan.amount)}`), label('附件'), value(plan.papers)],
        ...factRows(plan.facts, label, value),
      ],
    },
    layout: ruled({ x: 3, y: 2 }),
  }
}

/** 慰问金要本人签收。 */
const signedFor = (plan: VoucherPlan, ink: Ink): Piece[] =>
  plan.recipients.length === 0
    ? []
    : [
        ink.text('慰问对象签收', { role: 'heading', ...SIZE, margin: [0, mm(6), 0, mm(2)] }),
        {
          table: {
            headerRows: 1,
            dontBreakRows: true,
            widths: [mm(14), '*', mm(32), mm(50)],
            heights: mm(10),
            body: [
              ['序号', '姓名', '金额（元）', '签名'].map((text) => ink.cell(text, { role: 'heading', ...SIZE, align: 'center' })),
              ...plan.recipients.map(({ name, amount }, at) =>
                [String(at + 1), name, showFen(amount), ''].map((text) => ink.cell(text, { ...SIZE, align: 'center' })),
              ),
            ],
          },
          layout: ruled({ x: 3, y: 2 }),
        },
      ]

/** 党建经费凭证：大写小写俱全，签字处够写字；慰问另附签收。 */
export function voucherPaper(plan: VoucherPlan, ink: Ink): Definition {
  const signatures = ['审批人：', '证明人：', '经手人：', '会计：', '出纳：']
  return {
    title: `${plan.title}${plan.number}`,
    margins: [mm(20), mm(20), mm(20), mm(16)],
    content: [
      ink.text(`${plan.unit}党建经费${plan.title}`, { role: 'title', size: 20, leading: 28, align: 'center', margin: [0, 0, 0, mm(4)] }),
      {
        columns: [ink.text(`日期：${plan.day}`, SIZE), ink.text(plan.number, { ...SIZE, align: 'right' })],
        margin: [0, 0, 0, mm(2)],
      },
      grid(plan, ink),
      { columns: signatures.map((text) => ink.text(text, SIZE)), margin: [0, mm(5), 0, 0] },
      ...signedFor(plan, ink),
    ],
    footer: (page, pages) => ink.text(pages > 1 ? `第 ${page} 页　共 ${pages} 页` : '', { size: 9, align: 'center' }),
    ...(plan.demo ? { watermark: ink.watermark('演示') } : {}),
  }
}
