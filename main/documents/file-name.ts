import type { PaperFormat } from '../../shared/documents/contract.ts'
import type { Day } from '../../shared/kit/values.ts'

const LONGEST = 120

/** 一段可以放进文件名的文字：去掉 Windows 不许的字符、控制符、两端空白与末尾的点。 */
const part = (text: string): string =>
  text
    .replace(/[\\\/:*?"<>\|\p{Cc}\p{Cf}\u2028\u2029]/gv, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[ .]+|[ .]+$/g, '')

const shortened = (text: string, limit: number) => {
  const chars = [...text]
  return chars.length > limit ? `${chars.slice(0, limit - 1).join('')}…` : text
}

/**
 * 文件名：单位_表名_年度_导出日期.扩展名。
 * @example fileName(['某某商会党支部', '三会一课台账', '2026'], '2026-11-22', 'xlsx') // '某某商会党支部_三会一课台账_2026_20261122.xlsx'
 */
export const fileName = (parts: readonly string[], today: Day, format: PaperFormat): string => {
  const kept = parts.map(part).filter((text) => text !== '')
  const room = LONGEST - kept.length - 14
  const each = Math.max(8, Math.floor(room / Math.max(1, kept.length)))
  const total = kept.reduce((sum, text) => sum + [...text].length, 0)
  const stems = total > room ? kept.map((text) => shortened(text, each)) : kept
  return `${[...stems, today.replaceAll('-', '')].join('_')}.${format}`
}
