import type { Ink } from '../ink.ts'
import { ruled } from '../ink.ts'
import { type Definition, mm, type Piece } from '../layout.ts'

/** 一张收据上的字；金额大写与小写都已写好。 */
export interface Receipt {
  no: string
  day: string
  name: string
  months: string
  words: string
  figure: string
  method: string
  payer: string
  collector: string
  unit: string
  voided: boolean
  /** 印过的再印，写“补打”。 */
  reprint: boolean
}

export interface ReceiptsPlan {
  receipts: Receipt[]
  /** 一页四张，或一张一页。 */
  perPage: 1 | 4
  demo: boolean
}

const MARGIN = { x: mm(15), y: mm(10) }
const SLIP = mm(66)

/** 一张：抬头、编号，收谁的哪几个月、多少，落款盖章处。 */
function slip(receipt: Receipt, ink: Ink): Piece {
  const label = (text: string) => ink.cell(text, { role: 'heading', size: 11, align: 'center' })
  const value = (text: string, colSpan = 1) => ink.cell(text, { size: 12, leading: 16, colSpan })
  const marks = [receipt.reprint ? '（补打）' : '', receipt.voided ? '（作废）' : ''].join('')
  const by = receipt.payer === '' ? '' : `（${receipt.payer} 代交）`
  return {
    stack: [
      {
        columns: [
          ink.text(receipt.day, { size: 11, margin: [0, 6, 0, 0] }),
          ink.text(`党费收据${marks}`, { role: 'title', size: 17, align: 'center' }),
          ink.text(`No. ${receipt.no}`, { size: 11, align: 'right', margin: [0, 6, 0, 0] }),
        ],
        margin: [0, 0, 0, mm(1.5)],
      },
      {
        table: {
          widths: [mm(24), '*', mm(22), mm(42)],
          heights: mm(9),
          body: [
            [label('今收到'), value(`${receipt.name} 同志${by}`), label('交费方式'), value(receipt.method)],
            [label('事由'), value(`${receipt.months}党费`, 3), '', ''],
            [label('金额（大写）'), value(receipt.words), label('小写'), value(`￥${receipt.figure}`)],
          ],
        },
        layout: ruled({ x: 5, y: 3 }),
      },
      {
        columns: [
          ink.text(`收款人：${receipt.collector}`, { size: 11 }),
          ink.text(`${receipt.unit}（盖章）`, { size: 11, align: 'right' }),
        ],
        margin: [0, mm(3), 0, 0],
      },
      ink.text('本收据为支部内部凭证，正式票据以上级要求为准。', { size: 8, margin: [0, mm(1.5), 0, 0] }),
    ],
  }
}

/** 收据，A4 竖：一页四张，中间留裁线；或一张一页。 */
export function duesReceipts({ receipts, perPage, demo }: ReceiptsPlan, ink: Ink): Definition {
  const pages = Array.from({ length: Math.ceil(receipts.length / perPage) }, (_, at) => receipts.slice(at * perPage, (at + 1) * perPage))
  return {
    title: '党费收据',
    margins: [MARGIN.x, MARGIN.y, MARGIN.x, MARGIN.y],
    content: pages.map((page, at) => ({
      table: { widths: ['*'], heights: SLIP, dontBreakRows: true, body: page.map((receipt) => [slip(receipt, ink)]) },
      layout: {
        hLineWidth: (line: number) => (line === 0 || line === page.length ? 0 : 0.5),
        vLineWidth: () => 0,
        hLineStyle: () => ({ dash: { length: 3, space: 3 } }),
        paddingTop: () => mm(2),
        paddingBottom: () => mm(1),
        paddingLeft: () => 0,
        paddingRight: () => 0,
      },
      ...(at > 0 ? { pageBreak: 'before' } : {}),
    })),
    footer: () => ink.text('', {}),
    ...(demo ? { watermark: ink.watermark('演示') } : {}),
  }
}
