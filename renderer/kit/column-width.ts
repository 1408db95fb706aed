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

/** 表放不下时，靠左写的文字可以让到这么窄（像素）：写不完的用省略号，标题总放得下。 */
export const leastOf = ({ kind, label, align }: Column<unknown>, width: number) =>
  kind === 'text' && align === 'left' ? Math.min(width, Math.max(Math.round(width * 0.65), (label.length + 1) * HANZI + PAD)) : width

interface Track {
  width: number
  least: number
}

/**
 * 各列怎样排进 room 像素：宽的按比例分；差一点的，文字列让一让；怎么也放不下的照原来的宽，横着滚。
 * edge 是前面勾选框那一列的宽，没有为 0。
 * @example layOut([{ width: 200, least: 130 }], 0, 150) → { template: 'minmax(130px, 200fr)', total: 130 }
 */
export function layOut(tracks: readonly Track[], edge: number, room: number): { template: string; total: number } {
  const sum = (of: keyof Track) => tracks.reduce((total, track) => total + track[of], edge)
  const of = sum('least') <= room ? 'least' : 'width'
  const columns = tracks.map((track) => `minmax(${track[of]}px, ${track.width}fr)`)
  return { template: [...(edge > 0 ? [`${edge}px`] : []), ...columns].join(' '), total: sum(of) }
}
