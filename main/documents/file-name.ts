import type { PaperFormat } from '../../shared/documents/contract.ts'
import type { Day } from '../../shared/kit/values.ts'

/** 文件名最多几个字：麒麟、统信等 Linux 上一个名字不能超过 255 个字节（85 个汉字），写的时候还要临时接几个字母。 */
const LONGEST = 78

/** 一段可以放进文件名的文字：去掉 Windows 不许的字符、控制符、两端空白与末尾的点。 */
const part = (text: string): string =>
  text
    .replace(/[\\\/:*?"<>\|\p{Cc}\p{Cf}\u2028\u2029]/gv, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[ .]+|[ .]+$/g, '')

/** 截去中间：是哪个支部、哪种文书常写在末尾。例：shortened('青禾市望海区茶业商会党支部', 10) → '青禾市望海…党支部' */
const shortened = (text: string, limit: number) => {
  const chars = [...text]
  return chars.length > limit ? `${chars.slice(0, limit - 4).join('')}…${chars.slice(-3).join('')}` : text
}

/** 各段合起来不超过 room 个字时，一段最多几个字：短的写全，只截长的（至少留八个字）。 */
const longestPart = (parts: readonly string[], room: number): number => {
  const lengths = parts.map((text) => [...text].length)
  let most = Math.max(8, ...lengths)
  while (most > 8 && lengths.reduce((sum, length) => sum + Math.min(length, most), 0) > room) most -= 1
  return most
}

/**
 * 文件名：单位_表名_年度_导出日期.扩展名。
 * @example fileName(['某某商会党支部', '三会一课台账', '2026'], '2026-11-22', 'xlsx') // '某某商会党支部_三会一课台账_2026_20261122.xlsx'
 */
export const fileName = (parts: readonly string[], today: Day, format: PaperFormat): string => {
  const kept = parts.map(part).filter((text) => text !== '')
  const most = longestPart(kept, LONGEST - kept.length - 14)
  const stems = kept.map((text) => shortened(text, most))
  return `${[...stems, today.replaceAll('-', '')].join('_')}.${format}`
}
