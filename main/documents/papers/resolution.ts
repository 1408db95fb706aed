import type { Ink, Style } from '../ink.ts'
import { pageNumber } from '../ink.ts'
import { type Definition, mm } from '../layout.ts'
import { evenLines } from '../text-width.ts'

/** 支部党员大会决议要印的事实；不知道的留空白由人填写，从不代拟。 */
export interface ResolutionPlan {
  organization: string
  /** 例：关于接收张某某同志为中共预备党员的决议 */
  title: string
  /** 会议的日期、名称与讨论的事项。 */
  opening: string
  /** 应到、实到、票数与结论的一句话。 */
  figures: string
  /** 大会作了什么决定。 */
  resolved: string
  /** 依据的条文。 */
  article: string
  /** 要人填写的几项，如“主要表现”“预备期”；lines 是留几行。 */
  blanks: { label: string; text: string; lines: number }[]
  day: string
  demo: boolean
  voided: boolean
}

const BODY: Style = { size: 16, leading: 28 }

/** 支部党员大会决议，公文式样：标题 22 磅居中，正文 16 磅仿宋，落款支部名称、书记签名、日期。 */
export function resolution(plan: ResolutionPlan, ink: Ink): Definition {
  const paragraph = (text: string) => ink.text(text, { ...BODY, indent: 2, align: 'justify' })
  const blankLine = () => ({ canvas: [{ type: 'line', x1: 0, y1: 26, x2: mm(156), y2: 26, lineWidth: 0.6 }] })
  const titled = (text: string, margin: [number, number, number, number]) =>
    ink.text(evenLines(text, 22, mm(156)), { role: 'title', size: 22, leading: 34, align: 'center', margin })
  return {
    title: plan.title,
    margins: [mm(28), mm(37), mm(26), mm(35)],
    content: [
      titled(plan.organization, [0, 0, 0, 0]),
      titled(plan.title, [0, 0, 0, mm(8)]),
      paragraph(plan.opening),
      ...plan.blanks.flatMap(({ label, text, lines }) => [paragraph(`${label}：${text}`), ...Array.from({ length: lines }, blankLine)]),
      paragraph(plan.figures),
      paragraph(plan.resolved),
      ink.text(`依据：${plan.article}`, { size: 12, leading: 20, role: 'script', indent: 2, margin: [0, mm(2), 0, 0] }),
      {
        unbreakable: true,
        stack: [
          ink.text(plan.organization, { ...BODY, align: 'right', margin: [0, mm(14), 0, 0] }),
          ink.text('党支部书记（签名）：＿＿＿＿＿＿＿', { ...BODY, align: 'right', margin: [0, mm(4), 0, 0] }),
          ink.text(plan.day, { ...BODY, align: 'right', margin: [0, mm(4), mm(11), 0] }),
        ],
      },
    ],
    footer: pageNumber(ink, mm(7)),
    ...(plan.voided || plan.demo ? { watermark: ink.watermark(plan.voided ? '作废' : '演示') } : {}),
  }
}
