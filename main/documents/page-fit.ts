import { margins } from './sheet-look.ts'
import type { SheetPlan } from './workbook.ts'

/** A4 的短边、长边，磅；一个半角字宽约 6 磅（宋体 11 磅）。 */
const [SHORT, LONG] = [595.28, 841.89]
const UNIT = 6
/** 省去一页最多缩到几成；连同调整为一页宽，字不小于原来的 LEAST。 */
const SHRINK = { toOne: 0.75, fewer: 0.9 }
const LEAST = 0.55

/**
 * 末页只剩几行时，略缩一点，省去那一页：印成几页高；0 是不管，随内容。head 是每页重复的表头、body 是其余各行的高，磅。
 * 打成左右两页的不缩：一缩，左右分页的那一列就变了。
 * @example pagesTall({ orientation: 'portrait', columns: 十列, secondPageAt: null }, 100, 700) // 1
 */
export function pagesTall(
  { orientation, columns, secondPageAt }: Pick<SheetPlan, 'orientation' | 'columns' | 'secondPageAt'>,
  head: number,
  body: number,
): number {
  if (secondPageAt !== null) return 0
  const [wide, tall] = orientation === 'portrait' ? [SHORT, LONG] : [LONG, SHORT]
  const width = columns.reduce((sum, column) => sum + column.width, 0) * UNIT
  const scale = Math.min(1, (wide - (margins.left + margins.right) * 72) / width)
  const room = (tall - (margins.top + margins.bottom) * 72) / scale - head
  const pages = Math.ceil(body / room)
  if (room <= 0 || pages < 2) return 0
  const shrink = ((pages - 1) * (room + head)) / (body + (pages - 1) * head)
  return shrink >= (pages === 2 ? SHRINK.toOne : SHRINK.fewer) && shrink * scale >= LEAST ? pages - 1 : 0
}
