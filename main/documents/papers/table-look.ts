import { emsOf } from '../text-width.ts'
import type { SheetPlan } from '../workbook.ts'
import { SIZE } from './column-widths.ts'

/** 行距是字号的几倍。 */
export const LEADING = 1.25
/** 一张表的疏密：字号、一行最少是字号的几倍、格内上下的空白。 */
export interface Look {
  size: number
  roomy: number
  pad: number
}
/** 末页用了不到这么多，就试着省去。 */
const NEARLY_EMPTY = 0.4
/** 先用疏的；紧一点能省一页的，才用紧的。size 是几倍字号。 */
const looks: readonly Look[] = [
  { size: 1, roomy: 1.9, pad: 2 },
  { size: 0.95, roomy: 1.6, pad: 1.2 },
  { size: 0.92, roomy: 1.45, pad: 0.8 },
]
/** 表名与单位一行、落款各约多高，磅。 */
const TAKEN = { title: 54, closing: 32 }

/** 末页空着大半时排得紧一点，省去那一页。行高是估的，估错了也只是紧了一点。labels 是表头，tall 是版心的高。 */
export function lookOf(
  plan: SheetPlan,
  labels: readonly string[],
  cells: readonly string[][],
  widths: readonly number[],
  size: number,
  tall: number,
): Look {
  /** 照这样排要几页，末页用了多少。 */
  const filled = ({ size, roomy, pad }: Look) => {
    const linesOf = (text: string, at: number) =>
      text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil((emsOf(line) * size) / Math.max(size, widths[at] ?? 0))), 0)
    const heightOf = (row: readonly string[], least = 0) =>
      Math.max(size * roomy, least - 4, Math.max(...row.map(linesOf)) * size * LEADING) + 2 * pad + 0.6
    const head = heightOf(labels) * (plan.columns.some(({ group }) => group) ? 2 : 1)
    let [pages, used] = [1, TAKEN.title + head]
    for (const height of [...cells.map((row) => heightOf(row, plan.rowLeast)), heightOf([]), TAKEN.closing]) {
      if (used + height > tall) [pages, used] = [pages + 1, head]
      used += height
    }
    return { pages, last: used / tall }
  }
  // 字已经小的不再缩
  const small = Math.min(size, SIZE.readable)
  const [usual, ...tighter] = looks.map(({ size: times, ...rest }) => ({ size: Math.max(small, size * times), ...rest })) as [
    Look,
    ...Look[],
  ]
  const { pages, last } = filled(usual)
  return (pages > 1 && last < NEARLY_EMPTY && tighter.find((look) => filled(look).pages < pages)) || usual
}
