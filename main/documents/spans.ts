import { unitsOf } from './text-width.ts'
import type { SheetColumn } from './workbook.ts'

/** 把各列分成几段，每段的宽大致与字数相当，每段至少一列。返回各段的末列。 */
export const spans = (columns: readonly Pick<SheetColumn, 'width'>[], texts: readonly string[]): number[] => {
  const total = columns.reduce((sum, { width }) => sum + width, 0)
  const wanted = texts.reduce((sum, text) => sum + unitsOf(text) + 4, 0)
  const ends: number[] = []
  let [at, used, due] = [0, 0, 0]
  texts.forEach((text, index) => {
    due += ((unitsOf(text) + 4) / wanted) * total
    const last = columns.length - (texts.length - index)
    used += columns[at]?.width ?? 0
    while (at < last && used + (columns[at + 1]?.width ?? 0) / 2 <= due) {
      at += 1
      used += columns[at]?.width ?? 0
    }
    if (index === texts.length - 1) at = columns.length - 1
    ends.push(at)
    at += 1
  })
  return ends
}
