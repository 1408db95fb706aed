import type { UnderstoodRow } from '../../shared/imports/contract.ts'
import { statusWords } from '../../shared/meetings/words.ts'
import type { Reported } from '../attendance/reported.ts'
import type { Difference } from '../imports/target.ts'
import type { KnownMeeting } from './known.ts'
import type { Minutes } from './past.ts'

type Values = UnderstoodRow['values']

/** 原台账的人数；看懂时已经配平。列席写名字的数人头，没有写的照旧。 */
export const countsOf = ({ observers = '', ...values }: Values, before?: Reported | null): Reported => {
  const count = (field: string) => Number(values[field] ?? 0)
  const number = /^\d+/.exec(observers)
  const heads = number ? Number(number[0]) : observers.split(/[、，,;；\s]+/).filter(Boolean).length
  return {
    expected: count('expected'),
    present: count('present'),
    onLeave: count('onLeave'),
    absent: count('absent'),
    observers: observers === '' ? (before?.observers ?? 0) : heads,
  }
}

/** 会议内容、未到与列席的人名、备注记在发言里，决议一行一项，去掉行首的编号；什么也不丢。 */
export const minutesOf = ({ minutes, absentees, observers = '', remark, decisions = '' }: Values): Minutes => ({
  speeches: [minutes, absentees, /\D{2,}/.test(observers) && `列席：${observers}`, remark && `备注：${remark}`].filter(
    (text): text is string => Boolean(text),
  ),
  decisions: decisions
    .split('\n')
    .map((line) => line.replace(/^[(（]?[\d一二三四五六七八九十]{1,2}[.、．)）]\s*/, '').trim())
    .filter(Boolean),
})

const plainFields = ['topic', 'startsAt', 'endsAt', 'place', 'host', 'recorder'] as const
export type Differing = (typeof plainFields)[number] | 'expected' | 'status' | 'minutes' | 'decisions'

const said = ({ expected, present, onLeave, absent, observers }: Reported) =>
  [`应到 ${expected} 实到 ${present} 请假 ${onLeave} 缺席 ${absent}`, observers > 0 && `列席 ${observers}`].filter(Boolean).join(' ')

/** 人数的不同：没有名单的可以换成文件里的；有名单的只说，不改。 */
function countDifferences(values: Values, meeting: KnownMeeting): { differences: Difference[]; told: string[] } {
  const counts = countsOf(values, meeting.reported)
  const empty = counts.expected === 0 && counts.observers === 0
  if (meeting.status === 'planned')
    return meeting.marked
      ? { differences: [], told: ['那次会议还在筹备，出勤登记了一部分，请登记完再确认召开；文件里的人数没有用'] }
      : { differences: [{ field: 'status', from: statusWords.planned, to: statusWords.held, overwrites: false }], told: [] }
  if (empty) return { differences: [], told: [] }
  if (meeting.reported) {
    const [from, to] = [said(meeting.reported), said(counts)]
    return { differences: from === to ? [] : [{ field: 'expected', from, to, overwrites: meeting.reported.expected > 0 }], told: [] }
  }
  const { expected, present } = meeting.marked ?? { expected: 0, present: 0 }
  return {
    differences: [],
    told:
      expected === counts.expected && present === counts.present
        ? []
        : [`已有逐人的出勤：应到 ${expected} 实到 ${present}；文件里是应到 ${counts.expected} 实到 ${counts.present}，没有改`],
  }
}

/** 多出来的几段：原来没有的补上，原来已有别的就由人定。 */
const more = (field: 'minutes' | 'decisions', kept: readonly string[], wanted: readonly string[]): Difference[] => {
  const fresh = wanted.filter((text) => !kept.includes(text))
  return fresh.length === 0 ? [] : [{ field, from: kept.join('；'), to: fresh.join('；'), overwrites: kept.length > 0 }]
}

/** 文件里的与已有的那次会议逐项比；归档了的不改。 */
export function differencesFrom(values: Values, topic: string, meeting: KnownMeeting): { differences: Difference[]; told: string[] } {
  const given: Values = { ...values, topic }
  const facts = plainFields.flatMap((field): Difference[] => {
    const [from, to] = [meeting[field] ?? '', given[field] ?? '']
    return to === '' || from === to ? [] : [{ field, from, to, overwrites: from !== '' }]
  })
  const { speeches, decisions } = minutesOf(values)
  const counted = countDifferences(values, meeting)
  const differences = [
    ...facts,
    ...counted.differences,
    ...more('minutes', meeting.speeches, speeches),
    ...more('decisions', meeting.decisions, decisions),
  ]
  if (meeting.status !== 'archived') return { ...counted, differences }
  return { differences: [], told: differences.length > 0 ? ['那次会议已经归档，没有改；确需改动请先取消归档'] : counted.told }
}
