import type { AttendanceState } from '../attendance/contract.ts'
import { foldedMarks } from '../ledger/reading.ts'

/** 一格记号的意思：哪种出勤，可能附事由与提醒；'none' 是不适用（还没转来、已转走），不算应到。 */
export type Meaning = { state: AttendanceState; reason?: string; warning?: string } | 'none'

const madeUp: Meaning = { state: 'absent', reason: '原表记为补课', warning: '原表只写了补课，先记为缺席；补课的日期、内容请在“考勤”里登记' }

/** 说法 → 意思；请假、缺席后面的话是事由。 */
const said: readonly [RegExp, (text: string) => Meaning][] = [
  [
    /^([√●■★1是YyVv]|已?到[会场]?|出席|出勤|已?参加|参会|已?签[到名字]?|正常|全勤|按时)$|^(\d{4}-\d{1,2}-\d{1,2})?\d{1,2}:\d{2}(:\d{2})?$/,
    () => ({ state: 'present' }),
  ],
  [/^(迟到|迟|晚到)$/, () => ({ state: 'late' })],
  [/^早退$/, () => ({ state: 'present', reason: '早退' })],
  [/^(线上|网上|网络|视频|远程|云端?|腾讯会议|线上参加)$/, () => ({ state: 'online' })],
  [/^列席$/, () => ({ state: 'observer' })],
  [/^(已?请假|准假|假|请|未到请假)$/, () => ({ state: 'leave' })],
  [/^请假[:(，,、]?(.+)$/, (text) => ({ state: 'leave', reason: text.replace(/^请假[:(，,、]?|\)$/g, '') })],
  [
    /^(病|事|公|产|年|婚|丧|探亲|哺乳)假?$|^(因公|公出|公差|出差|外出|生病|住院|值班|培训|加班|在外)/,
    (text) => ({ state: 'leave', reason: text }),
  ],
  [/^([×0否Nn]|缺席?|缺勤|缺会|旷[会课工]?|未[到参]加?|没[到来]|无故缺席|未签到?)$/, () => ({ state: 'absent' })],
  [/^缺[席勤][:(，,、]?(.+)$/, (text) => ({ state: 'absent', reason: text.replace(/^缺[席勤][:(，,、]?|\)$/g, '') })],
  [/^(已?补课|补学|补)$/, () => madeUp],
  [/^([-/\\—]+|不适用|未转[入接]|已?转出|免|不计|未入党)$/, () => 'none'],
]

/** 记号的规范写法：各种对勾、叉、圈合成一个。例：normalMark(' ✓ ') → '√' */
export const normalMark = (text: string): string =>
  foldedMarks(text)
    .replace(/\s/g, '')
    .replace(/[✓✔☑]/g, '√')
    .replace(/^[xXⅩ✗✘✕╳]$/, '×')
    .replace(/^[〇oO◯◦]$/, '○')
    .replace(/[∆]/g, '△')
    .replace(/[–―─]/g, '-')

/** 用户自己定的记号，没有图例就不知道是什么。例：△ 有的地方是请假，有的是迟到 */
export const isSymbol = (mark: string): boolean => /^[△▲○◎☆□◇◆#*+⊙☉◐●■★√×]$/.test(mark)

const symbols = '√×△▲○◎●☆★□■◇◆#*⊙◐+'
const words = '无故缺席|出勤|出席|到会|参加|事假|病假|公假|请假|缺席|缺勤|旷会|旷课|未到|迟到|早退|线上|补课|列席|不适用'
const joint = `\\s*[:=]?\\s*(?:为|表示|代表|即|打|用|记)?\\s*["“”'(]?\\s*`
const symbolFirst = () => new RegExp(`([${symbols}]|空白格?|空格)["”)]?${joint}(${words})`, 'g')
const wordFirst = () => new RegExp(`(${words})["”)]?${joint}([${symbols}]|空白|空格)`, 'g')

/**
 * 图例：“√出勤　△请假　×缺席”或“出勤√、请假△”；先写哪个看哪个先出现。空白格的意思记在空串上。
 * @example legendOf(['注：√到会 △请假']).get('△') → { state: 'leave' }
 */
export function legendOf(texts: readonly string[]): Map<string, Meaning> {
  const legend = new Map<string, Meaning>()
  for (const raw of texts) {
    const text = foldedMarks(raw)
      .replace(/[✓✔☑]/g, '√')
      .replace(/[✗✘✕╳]/g, '×')
      .replace(/[〇◯]/g, '○')
      .replace(/∆/g, '△')
    const [one, other] = [[...text.matchAll(symbolFirst())], [...text.matchAll(wordFirst())]]
    const leads = (one[0]?.index ?? Number.POSITIVE_INFINITY) <= (other[0]?.index ?? Number.POSITIVE_INFINITY)
    for (const found of leads ? one : other) {
      const [symbol = '', word = ''] = leads ? [found[1], found[2]] : [found[2], found[1]]
      const meaning = meaningOf(word)
      if (meaning) legend.set(symbol.startsWith('空') ? '' : symbol, meaning)
    }
  }
  return legend
}

/**
 * 一格写的是哪种出勤；图例先于通常的说法；看不懂为 undefined。
 * @example meaningOf('请假（出差）') → { state: 'leave', reason: '出差' }；meaningOf('△') → undefined
 */
export function meaningOf(text: string, legend: ReadonlyMap<string, Meaning> = new Map()): Meaning | undefined {
  const mark = normalMark(text)
  const told = legend.get(mark)
  if (told) return told
  for (const [pattern, read] of said) if (pattern.test(mark)) return read(mark)
  const [, bare = '', inner = ''] = /^(.+?)\((.+)\)$/.exec(mark) ?? []
  if (bare === '') return undefined
  const [outside, inside] = [meaningOf(bare, legend), meaningOf(inner, legend)]
  if (outside === undefined || outside === 'none') return outside
  if (outside.state === 'present' && inside !== undefined && inside !== 'none') return inside
  return outside.state === 'present' ? outside : { ...outside, reason: inner }
}

const listed = /(请假|缺席|缺勤|未到)(?:人员|党员|同志|名单)?(?:及(?:原因|事由|情况))?\s*:\s*([^\n;；。]+)/g

/**
 * 表下另列的请假、缺席的人，连同原因。
 * @example footnotesOf(['请假人员：张三（病假）、李四']).get('张三') → { state: 'leave', reason: '病假' }
 */
export function footnotesOf(texts: readonly string[]): Map<string, Meaning> {
  const found = new Map<string, Meaning>()
  for (const text of texts)
    for (const [, word = '', names = ''] of foldedMarks(text).matchAll(listed))
      for (const part of names.split(/[、,，]/)) {
        const [, name = '', reason = ''] = /^\s*([\u3400-\u9fff·\s]{2,10}?)\s*(?:\((.+?)\))?\s*$/.exec(part) ?? []
        const excuse = reason === '' ? undefined : meaningOf(reason)
        const leave = word === '请假' || (excuse !== undefined && excuse !== 'none' && excuse.state === 'leave')
        if (name.trim() !== '') found.set(name.replace(/\s/g, ''), { state: leave ? 'leave' : 'absent', ...(reason && { reason }) })
      }
  return found
}
