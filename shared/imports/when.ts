import { withDigits } from '../ledger/chinese-numerals.ts'
import { foldedMarks, readDay } from '../ledger/reading.ts'
import { dayOfSerial, whyNoValue } from './cells.ts'
import type { RawCell } from './raw.ts'

/** 一格里写的日子与起止；没有写的不在。 */
export type When = { day?: string; startsAt?: string; endsAt?: string; warning?: string } | { problem: string }

const full = /(\d{4})\s*[年\-/.]\s*(\d{1,2})\s*[月\-/.]\s*(\d{1,2})\s*[日号]?/
const packed = /(?<!\d)((?:19|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)/
const short = /(?<![\d:])(\d{1,2})\s*[月./-]\s*(\d{1,2})(?:\s*[日号])?(?!\d|:)/
const clock = /(凌晨|上午|早上|早|中午|下午|傍晚|晚上|晚)?\s*(\d{1,2})\s*[:时点]\s*(\d{1,2}|半|整)?\s*分?(?::\d{2}(?:\.\d+)?)?/g
const weekday = /[(]?\s*(星期|周|礼拜)[一二三四五六日天]\s*[)]?/g

const two = (n: number) => String(n).padStart(2, '0')

/** 下午两点半 → 14:30；没有再说上午下午的第二个钟点随第一个。 */
function clocksIn(text: string): string[] {
  let half = ''
  return [...text.matchAll(clock)].flatMap(([, said, hours = '', minutes = '']) => {
    half = said ?? half
    const late = /下午|傍晚|晚/.test(half) || (half === '中午' && Number(hours) < 11)
    const hour = Number(hours) + (late && Number(hours) < 12 ? 12 : 0)
    const minute = minutes === '半' ? 30 : Number(minutes.replace('整', '') || 0)
    return hour < 24 && minute < 60 ? [`${two(hour)}:${two(minute)}`] : []
  })
}

function dayIn(text: string, year: number | undefined): { day: string; rest: string; why?: string } | undefined {
  for (const pattern of [full, packed, ...(year === undefined ? [] : [short])]) {
    const found = pattern.exec(text)
    if (!found) continue
    const parts = pattern === short ? [year, found[1], found[2]] : found.slice(1, 4)
    const written = parts.map((part) => two(Number(part))).join('-')
    const reading = readDay(written)
    return 'problem' in reading
      ? { day: '', rest: '', why: reading.problem }
      : { day: written, rest: text.slice(0, found.index) + text.slice(found.index + found[0].length) }
  }
  return undefined
}

/**
 * 会议时间的各种写法：日子、星期、起止写在一格里的；没有写年的用 year（标题里的）。
 * @example whenIn('2024年3月5日（周二）下午2:30-4:00') → { day: '2024-03-05', startsAt: '14:30', endsAt: '16:00' }
 * @example whenIn('3月5日', 2024) → { day: '2024-03-05' }
 */
export function whenIn(input: string, year?: number): When {
  const text = foldedMarks(withDigits(foldedMarks(input).trim()))
    .replace(weekday, ' ')
    .replace(/[~—–至到]/g, '-')
    .trim()
  if (text === '') return {}
  const found = dayIn(text, year)
  if (found?.why) return { problem: found.why }
  const rest = found ? found.rest : text
  const [startsAt, endsAt] = clocksIn(rest)
  const left = rest.replace(clock, '').replace(/上午|下午|晚上|中午|[\s,，、;()-]|T?00:00(:00)?/g, '')
  if (!found && !startsAt) {
    const reading = readDay(text)
    return 'problem' in reading ? reading : reading.value ? { day: reading.value } : {}
  }
  return {
    ...(found && { day: found.day }),
    ...(startsAt && startsAt !== '00:00' && { startsAt }),
    ...(endsAt && startsAt && endsAt > startsAt && { endsAt }),
    ...(left !== '' && { warning: `“${input.trim()}”只读了日期和时刻，请核对` }),
  }
}

/** 读一格：日期格连同它的钟点，序列号，数字写成的月日（3.5），文字。 */
export function whenOf(cell: RawCell, year?: number): When {
  if (cell.kind === 'error') return { problem: whyNoValue(cell) }
  if (cell.kind === 'time') return { startsAt: cell.text }
  if (cell.kind === 'date') {
    const minutes = Math.round(((cell.number ?? 0) % 1) * 1440)
    return { day: cell.text, ...(minutes > 0 && { startsAt: `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}` }) }
  }
  const serial = cell.kind === 'number' ? (cell.number ?? 0) : Number(/^\d{5}$/.exec(cell.text.trim())?.[0] ?? 0)
  if (serial >= 30_000 && serial <= 73_050)
    return {
      day: dayOfSerial(serial),
      warning: `“${cell.text}”是没有设成日期格式的数字，按 Excel 的日期读作 ${dayOfSerial(serial)}，请核对`,
    }
  const shown = /\.00/.test(cell.format ?? '') && cell.number !== undefined ? cell.number.toFixed(2) : cell.text
  const read = whenIn(shown, year)
  const lost = shown === cell.text && cell.kind === 'number' && /^\d{1,2}\.[123]$/.test(cell.text) && 'day' in read
  return lost ? { ...read, warning: `“${cell.text}”是数字，Excel 会去掉末尾的 0，请核对是几号` } : read
}

/** 填报、打印的日子不是会议的年份。 */
const notTheYear = /填报|填表|制表|打印|更新|截[至止]|报送/

/**
 * 表名、标题里最先说到的年份；那一句里不止一个的不猜。
 * @example yearSaid(['台账', '二〇二四年度三会一课台账', '填报时间：2025年1月']) → 2024
 */
export function yearSaid(texts: readonly string[]): number | undefined {
  const digits = (written: string) => [...written.replace(/[零○]/g, '〇')].map((one) => '〇一二三四五六七八九'.indexOf(one)).join('')
  const yearsIn = (text: string) =>
    foldedMarks(text.replace(/[一二][〇零○一二三四五六七八九]{3}(?=年)/g, digits)).match(/(?<!\d)(?:19|20)\d{2}(?!\d)/g) ?? []
  const said = texts.filter((text) => !notTheYear.test(text)).map((text) => new Set(yearsIn(text)))
  const first = said.find((years) => years.size > 0)
  return first?.size === 1 ? Number([...first][0]) : undefined
}
