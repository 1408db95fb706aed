import { withDigits } from './chinese-numerals.ts'

/** 读一格文字的结果：读懂了（可附一句提醒），或者一句读不懂的原因。 */
export type Reading<V> = { value: V; warning?: string } | { problem: string }

/**
 * 全角数字、字母、空格与日期电话里常见的全角符号变半角，去掉看不见的字符；中文标点不动。
 * @example folded('１３９　１２３４') //=> '139 1234'
 */
export const folded = (text: string): string => (foldable.test(text) ? unfolded(text) : text)

const foldable = /[\uff10-\uff5a\u3000\u00a0\u2000-\u200f\u202f\u2060\ufeff]/
const unfolded = (text: string) =>
  text
    .replace(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/[\u3000\u00a0\u2000-\u200a\u202f]/g, ' ')
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, '')

/** 标点也变半角：只用于日期、数字、号码。 */
export const foldedMarks = (text: string): string =>
  /[^\u0020-\u007e\u3400-\u9fff]/.test(text)
    ? folded(text)
        .replace(/[\uff01-\uff5e]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
        .replace(/[–—−―]/g, '-')
        .replace(/[。．·]/g, '.')
    : text

/** 空串、横线、斜线和“无”“暂无”算没有填。 */
const blank = (text: string) => /^(?:[—–―─_/\\-]+|无|暂无)?$/.test(folded(text).trim())
const trimmed = (text: string) => folded(text).trim()

export const readText = (text: string): Reading<string | null> => ({ value: blank(text) ? null : trimmed(text) })

/** 空格隔开的一段：两个单字之间的空格是名字里的。例：'张 三 李四' → ['张三', '李四'] */
const spaced = (part: string): string[] =>
  part
    .replace(/(?<![^\s])([\u3400-\u9fff])\s+([\u3400-\u9fff])(?![^\s])/g, '$1$2')
    .split(/\s+/)
    .filter((name) => name !== '')

/**
 * 几个人名：顿号、逗号、斜线、换行、空格隔开的都认，连成“张三、李四”。
 * @example readNames('张 三\n李四') //=> { value: '张三、李四' }
 */
export const readNames = (text: string): Reading<string | null> => {
  if (blank(text)) return { value: null }
  const names = folded(text)
    .split(/[、，,;；/\n]|和(?=[\u3400-\u9fff]{2,4}$)/)
    .flatMap((part) => (/[\u3400-\u9fff]/.test(part) ? spaced(part.trim()) : [part.trim()]))
    .filter((name) => name !== '')
  return { value: [...new Set(names)].join('、') || null }
}

export const readNumber = (text: string): Reading<number | null> => {
  if (blank(text)) return { value: null }
  const value = Number(foldedMarks(text).replace(/[,，%％\s]/g, ''))
  return Number.isFinite(value) ? { value } : { problem: `“${trimmed(text)}”不是数字` }
}

/** 逗号隔开的每一节是三位（或按万隔的四位）。 */
const grouped = /^\D*\d{1,4}(\s*,\s*(\d{3}|\d{4}))+(\.\d*)?\D*$/

/**
 * 金额读成整数分。认得千分撇、￥、“元”、全角数字、红字的括号；算出来的尾差（0.30000000000000004）不计，真有不足一分的零头说出来。
 * @example readFen('￥1,234.5') //=> { value: 123450 }；readFen('(15.00)') //=> { value: -1500 }
 */
export const readFen = (text: string): Reading<number | null> => {
  if (blank(text)) return { value: null }
  const plain = foldedMarks(text)
    .replace(/[￥¥$,，\s]|人民币|RMB|元$/gi, '')
    .replace(/^\((.*)\)$/, '-$1')
  if (/[,，]/.test(text) && !grouped.test(foldedMarks(text))) return { problem: `“${trimmed(text)}”的逗号不在千位上，请写成 1,234.50` }
  const parts = /^([-+]?)(\d*)(?:\.(\d{0,2})(\d*))?$/.exec(/e/i.test(plain) ? String(Number(plain)) : plain)
  if (!parts || !/\d/.test(plain)) return { problem: `“${trimmed(text)}”不是金额，请写成 15.00` }
  const [, sign, whole = '', fraction = '', rest = ''] = parts
  const tail = Number(`0.${rest}0`)
  if (tail > 0.01 && tail < 0.99) return { problem: `“${trimmed(text)}”不足一分，请写到分` }
  const size = Number(whole) * 100 + Number(fraction.padEnd(2, '0')) + Math.round(tail)
  if (size > 10_000_000_000_000) return { problem: `“${trimmed(text)}”太大，不像金额` }
  return { value: sign === '-' && size > 0 ? -size : size }
}

const realDay = (year: number, month: number, day: number) => {
  const at = new Date(Date.UTC(year, month - 1, day))
  return at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === day
}
const two = (n: number | string) => String(n).padStart(2, '0')

const separated = /^(\d{4})\s*[年\-/.、,]\s*(\d{1,2})(?:\s*[月\-/.、,]\s*(\d{1,2})\s*[日号]?|\s*月?份?)\.?$/
const packed = /^(\d{4})(\d{2})(\d{2})?$/
const clock = /[\sT]+\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?Z?$/
const shortYear = /^'?\d{2}\s*[年\-/.、](\s*\d{1,2})(\s*[月\-/.、]\s*\d{1,2}\s*[日号]?|\s*月)?$|^\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/

const whyNotADay = (plain: string) => {
  if (shortYear.test(plain)) return `“${plain}”没有写全年份，请写成四位年份，如 1980-03`
  if (/^\d{4}年?$/.test(plain)) return `“${plain}”只有年份，请补上月份`
  return `“${plain}”不像日期，请写成 2026-03-05 或 2026年3月`
}

/** 末尾括号里的附注：年龄不必说，别的话提醒一句。例：'2020年7月1日(预备)' → '2020年7月1日' 与 '(预备)' */
function withoutRemark(text: string): { bare: string; remark?: string } {
  const parts = /^(.*\d\s*[年月日号份]?)\s*(\([^()]{1,12}\))$/s.exec(text)
  if (!parts) return { bare: text }
  const [, bare = '', remark = ''] = parts
  return /^\(\s*\d{1,3}\s*(周?岁)?\s*\)$/.test(remark) ? { bare } : { bare, remark }
}

/**
 * 认得 2026年3月5日、2026-3-5、2026/3/5、2026.3.5、20260305、二〇二六年三月五日，以及只有年月的同样写法；后面的钟点、年龄不要，
 * 括号里别的话提醒。日写成 00 的是只知道年月。年份不足四位、只有年份、带别的话的，说出原因，不猜。
 * @example readDayOrMonth('1980.3') //=> { value: '1980-03' }
 */
export const readDayOrMonth = (text: string): Reading<string | null> => {
  if (blank(text)) return { value: null }
  const plain = foldedMarks(text).trim()
  if (plain.length > 40) return { problem: `“${plain.slice(0, 20)}…”不像日期，请写成 2026-03-05 或 2026年3月` }
  const { bare: dated, remark } = withoutRemark(withDigits(plain))
  const bare = dated.replace(clock, '').replace(/\s*(星期|周)[一二三四五六日天]$/, '')
  const parts = (shortYear.test(bare) && !/^(19|20)/.test(bare) ? null : separated.exec(bare)) ?? packed.exec(bare)
  if (!parts || (bare.length === 6 && !/^(19|20)\d{2}(0[1-9]|1[0-2])$/.test(bare) && /^\d+$/.test(bare)))
    return { problem: whyNotADay(bare) }
  const [, year = '', month = '', day] = parts
  if (Number(year) < 1900 || Number(year) > 2200) return { problem: `“${plain}”的年份不对` }
  if (Number(month) < 1 || Number(month) > 12) return { problem: `“${plain}”的月份不对` }
  const said = remark ? { warning: `只读了日期，没有读“${remark}”，请核对` } : {}
  if (!day) return { value: `${year}-${two(month)}`, ...said }
  if (Number(day) === 0) return { value: `${year}-${two(month)}`, warning: `“${plain}”的日是 0，按年月读取，请核对` }
  if (!realDay(Number(year), Number(month), Number(day))) return { problem: `“${plain}”这一天不存在` }
  return { value: `${year}-${two(month)}-${two(day)}`, ...said }
}

export const readDay = (text: string): Reading<string | null> => {
  const reading = readDayOrMonth(text)
  if ('problem' in reading || reading.value === null || reading.value.length === 10) return reading
  return { problem: `“${text}”缺少日` }
}

export const readMonth = (text: string): Reading<string | null> => {
  const reading = readDayOrMonth(text)
  return 'problem' in reading || reading.value === null ? reading : { ...reading, value: reading.value.slice(0, 7) }
}

export const readTime = (text: string): Reading<string | null> => {
  if (blank(text)) return { value: null }
  const parts = /^(上午|早上|中午|下午|晚上)?(\d{1,2})[:时点](半|\d{1,2})?分?(?::\d{2})?$/.exec(foldedMarks(text).replaceAll(/\s/g, ''))
  const later = /下午|晚上/.test(parts?.[1] ?? '') && Number(parts?.[2]) < 12 ? 12 : 0
  const [hour, minute] = [Number(parts?.[2]) + later, parts?.[3] === '半' ? 30 : Number(parts?.[3] ?? 0)]
  if (!parts || hour > 23 || minute > 59) return { problem: `“${text}”不是时刻，请写成 14:30` }
  return { value: `${two(hour)}:${two(minute)}` }
}

export const readYesNo = (text: string): Reading<boolean> => {
  const plain = trimmed(text)
  if (blank(text) || /^(否|不是|没有|×|x|✗|n|no|0|false)$/i.test(plain)) return { value: false }
  return /^(是|有|√|✓|✔|☑|y|yes|1|true)$/i.test(plain) ? { value: true } : { problem: `“${plain}”应写“是”或“否”` }
}

/** 比较说法时不计空格和半角全角。 */
const sameWord = (text: string) => foldedMarks(text).replace(/\s/g, '')

export const readChoice = <K extends string>(text: string, words: Record<K, string>, also: Record<string, K>): Reading<K | null> => {
  if (blank(text)) return { value: null }
  const plain = sameWord(text)
  const found = (Object.keys(words) as K[]).find((key) => words[key] === plain) ?? (Object.hasOwn(also, plain) ? also[plain] : undefined)
  return found ? { value: found } : { problem: `“${trimmed(text)}”不在可选的说法里：${Object.values(words).join('、')}` }
}
