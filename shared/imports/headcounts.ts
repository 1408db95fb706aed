import { foldedMarks } from '../ledger/reading.ts'

/**
 * 一格人数：一个数，或几个人名（数人头）；“应到 47，实到 44”写在一格的有两个数，应到在前。
 * said：写明了各是什么的几个数（实到 18，请假 2）。
 */
export type CountReading = { counts: number[]; names?: string[]; said?: Partial<Balanced> } | { problem: string }

const blank = /^[—–―─_/\\-]*$/
const nobody = /^(无|没有|暂无|全到|全勤|全员到齐?|0)[。.]?$/
const hanName = /^[\u3400-\u9fff·]{2,6}$/

/** 数前面的话说这是哪一项；列席的不算在内。 */
const itemWords: [RegExp, keyof Balanced | undefined][] = [
  [/列席/, undefined],
  [/应/, 'expected'],
  [/假/, 'onLeave'],
  [/缺|旷|未到/, 'absent'],
  [/实|到会|出席|参加|参会|线上|线下/, 'present'],
]

/** 每个数前面都写明了是什么的。例：'实到18人，事假1人、病假1人' → { present: 18, onLeave: 2 } */
function saidIn(bare: string): Partial<Balanced> | undefined {
  const said: Partial<Balanced> = {}
  for (const [, word = '', digits] of bare.matchAll(/([^\d]*)(\d+)/g)) {
    const found = itemWords.find(([pattern]) => pattern.test(word))
    if (!found) return undefined
    if (found[1]) said[found[1]] = (said[found[1]] ?? 0) + Number(digits)
  }
  return Object.keys(said).length > 0 ? said : undefined
}

/** 两个数并写着，没有说各是什么：多的是应到。例：'18/20' → [20, 18] */
const paired = /^\d+\s*[人名]?\s*[/|,、;\s]\s*\d+\s*[人名]?$/

/**
 * @example countsIn('44人') → { counts: [44] }；countsIn('张三（出差）、李四') → { counts: [2], names: ['张三', '李四'] }
 * @example countsIn('47/44') → { counts: [47, 44] }
 */
export function countsIn(input: string): CountReading {
  const text = foldedMarks(input).trim()
  if (blank.test(text)) return { counts: [] }
  if (nobody.test(text.replace(/\s/g, ''))) return { counts: [0] }
  const bare = text.replace(/\([^()]*\)/g, '')
  const names = bare
    .replace(/(?<=^|[、,;\s])([\u3400-\u9fff])\s+([\u3400-\u9fff])(?=$|[、,;\s])/g, '$1$2')
    .split(/[、,;/\s。]+|因.*$/)
    .filter(Boolean)
  if (!/\d/.test(bare) && names.length > 0 && names.every((name) => hanName.test(name))) return { counts: [names.length], names }
  const numbers = (bare.match(/\d+(\.0+)?/g) ?? []).map(Number)
  const said = saidIn(bare)
  const counts =
    said && numbers.length > 1 ? [said.expected, said.present].filter((n) => n !== undefined) : numbers.toSorted((a, b) => b - a)
  const known = numbers.length > 0 && numbers.every((n) => n <= 100_000) && (numbers.length === 1 || said || paired.test(bare))
  if (known && said && (numbers.length === 1 || said.onLeave !== undefined || said.absent !== undefined)) return { counts: [], said }
  return known ? { counts } : { problem: `“${input.trim().slice(0, 20)}”看不出是几个人，请写成数字` }
}

/** 一次会议的人数，已经配平。 */
export interface Balanced {
  expected: number
  present: number
  onLeave: number
  absent: number
}
export type Given = { [K in keyof Balanced]?: number | undefined }

/**
 * 应到 = 实到 + 请假 + 缺席。缺的一项由其余的得出；请假、缺席都没有写的，未到的人记为缺席并说出来；对不上的不猜。
 * 没有写实到的，人数都不知道，记 0。
 * @example balance({ expected: 47, present: 44 }) → { expected: 47, present: 44, onLeave: 0, absent: 3, warning: '…3 人…记为缺席' }
 */
export function balance({ expected, present, onLeave, absent }: Given): (Balanced & { warning?: string }) | { problem: string } {
  if (present === undefined) {
    const out = (onLeave ?? 0) + (absent ?? 0)
    const counted = onLeave !== undefined || absent !== undefined
    if (expected === undefined || !counted)
      return {
        expected: 0,
        present: 0,
        onLeave: 0,
        absent: 0,
        warning: expected === undefined ? '没有写人数' : '没有写实到几人，人数没有导入',
      }
    return expected < out
      ? { problem: `请假、缺席共 ${out} 人，多于应到 ${expected} 人，请核对` }
      : { expected, present: expected - out, onLeave: onLeave ?? 0, absent: absent ?? 0 }
  }
  if (expected === undefined) {
    const all = { present, onLeave: onLeave ?? 0, absent: absent ?? 0 }
    return { expected: all.present + all.onLeave + all.absent, ...all, warning: '没有写应到几人，按实到加请假、缺席算' }
  }
  const out = expected - present
  if (out < 0) return { problem: `实到 ${present} 人多于应到 ${expected} 人，请核对` }
  if (onLeave === undefined && absent === undefined)
    return { expected, present, onLeave: 0, absent: out, ...(out > 0 && { warning: `没有写请假几人，未到的 ${out} 人记为缺席` }) }
  const settled = { onLeave: onLeave ?? out - (absent ?? 0), absent: absent ?? out - (onLeave ?? 0) }
  if (settled.onLeave < 0 || settled.absent < 0 || settled.onLeave + settled.absent !== out)
    return { problem: `应到 ${expected} 人，不等于实到 ${present} 人、请假 ${settled.onLeave} 人、缺席 ${settled.absent} 人之和，请核对` }
  return { expected, present, ...settled }
}
