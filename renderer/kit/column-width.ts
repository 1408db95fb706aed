import type { Column } from '../../shared/ledger/columns.ts'

/** 一个汉字的宽，一格两边的留白。 */
export const HANZI = 13
export const PAD = 20

/** 屏幕上的宽（像素）：日子、号码按写出来的长短，文字最多十四个字，总放得下标题。fixed 时照给的字数。 */
export const widthOf = ({ kind, label, width, privacy }: Column<unknown>, fixed: boolean) => {
  if (fixed) return width * HANZI + PAD
  const written =
    kind === 'day' || kind === 'dayOrMonth' ? 108 : privacy === 'phone' || privacy === 'idNumber' ? width * 8 : Math.min(width, 14) * HANZI
  return Math.max(kind === 'yesNo' ? 0 : written, (label.length + 1) * HANZI) + PAD
}
