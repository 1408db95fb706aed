import type { Ink } from '../ink.ts'
import { mm, type Piece } from '../layout.ts'

/** 册子的封面：单位、年度、名称、里面有什么、印制日期；签名留空。 */
export interface CoverPlan {
  unit: string
  year: number
  title: string
  /** 例：'台账 18 本，会议记录 24 次'。 */
  holds: string
  /** 印制日期，如 2026年11月22日。 */
  on: string
  /** 例：'内部版'；上报版为空。 */
  grade: string
}

const SIGNED = ['整理人（签名）', '党组织书记（签名）', '上级党组织（盖章）']

/** 一行：说法靠右，后面写在一道横线上。 */
const lined = (ink: Ink, label: string, text: string): Piece[] => [
  { ...ink.text(label, { role: 'heading', size: 14, leading: 24, align: 'right' }), verticalAlignment: 'bottom' },
  { ...ink.text(text || ' ', { size: 14, leading: 24 }), verticalAlignment: 'bottom', border: [false, false, false, true] },
]

export const cover = ({ unit, year, title, holds, on, grade }: CoverPlan, ink: Ink): Piece[] => [
  ink.text(unit, { role: 'title', size: unit.length > 16 ? 22 : 26, leading: 40, align: 'center', margin: [0, mm(38), 0, mm(14)] }),
  ink.text(`${year} 年度`, { role: 'title', size: 22, leading: 36, align: 'center' }),
  ink.text(title, { role: 'title', size: 36, leading: 60, align: 'center' }),
  ink.text(grade, { role: 'script', size: 14, leading: 24, align: 'center' }),
  {
    table: {
      widths: [mm(52), mm(70)],
      heights: mm(11),
      body: [
        lined(ink, '内　　容：', holds),
        lined(ink, '印制日期：', on),
        ...SIGNED.map((label) => lined(ink, `${label}：`, '')),
        lined(ink, '日　　期：', ''),
      ],
    },
    layout: { defaultBorder: false, hLineWidth: () => 0.6, vLineWidth: () => 0, paddingTop: () => 6, paddingBottom: () => 1 },
    margin: [mm(14), mm(30), 0, 0],
  },
]
