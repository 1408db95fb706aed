/**
 * 中文版 Excel 的内置日期格式：文件里只有编号、没有代码（ECMA-376 第 1 部分 §18.8.30，zh-cn）。
 * 27、57 只有年月；32–35、55、56 是时刻。
 */
export const chineseBuiltins: Record<number, string> = {
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm-d-yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  34: 'h"时"mm"分"',
  35: 'h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  55: 'h"时"mm"分"',
  56: 'h"时"mm"分"ss"秒"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
}

export type DateShape = 'day' | 'month' | 'year' | 'time'

/**
 * 数字格式显示的是日、年月、年还是时刻；不是日期格式为 undefined。
 * @example dateShape('yyyy"年"m"月";@') //=> 'month'
 */
export function dateShape(format: string): DateShape | undefined {
  const bare = (format.split(';')[0] ?? '')
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .replace(/AM\/PM|A\/P|上午\/下午/gi, 'h')
    .toLowerCase()
  if (/general|[0#?@]/.test(bare.replace(/\.0+/g, ''))) return undefined
  const [year, day, hour, month] = [/[ye]/.test(bare), /d/.test(bare), /[hs]/.test(bare), /m/.test(bare)]
  if (day) return 'day'
  if (hour) return year ? 'day' : 'time'
  if (year && month) return 'month'
  if (month && /mmm/.test(bare)) return 'month'
  return year ? 'year' : undefined
}
