import type { MeetingKind } from '../meetings/contract.ts'
import { kindsIn } from '../meetings/kind-words.ts'
import { type SheetFacts, topicOfTitle } from './attendance-facts.ts'
import type { MarkColumn } from './attendance-head.ts'

/** 已有的一次会议，看表时要用的几项。 */
export interface KnownOccasion {
  id: number
  day: string
  topic: string
  kinds: string[]
  startsAt: string | null
}

/** 看考勤表要用的底：所选组织里的会议、会议类型。 */
export interface Occasions {
  meetings: KnownOccasion[]
  kinds: MeetingKind[]
}

/** 一列记号说的那次会：已有的、新的，还没有定的为空；choices 供人改。 */
export interface Occasion {
  chosen: string | null
  choices: { value: string; label: string }[]
  day: string | undefined
  topic: string
  /** 新的会议算哪一类。 */
  kind: string
  startsAt: string | undefined
}

const plain = (text: string) => text.normalize('NFKC').replace(/[\s\p{P}]/gu, '')
const labelOf = ({ day, topic, startsAt }: KnownOccasion) =>
  [`${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`, startsAt, topic].filter(Boolean).join(' ')

/** 新的会议不能是党小组会以外要选小组的：党小组会要先切到那个小组。 */
const offered = (kinds: readonly MeetingKind[]) => kinds.filter(({ audience }) => audience !== 'group')

/** 表头里日子以外的话。例：'3月5日 主题党日' → '主题党日' */
const remainder = (header: string) =>
  header
    .replace(/\d{4}[年.\-/]/g, '')
    .replace(/\d{1,2}[月.\-/]\d{1,2}[日号]?|\d{1,2}月|\d{1,2}[日号]|\d{8}|[(（]?(星期|周)[一二三四五六日天][)）]?/g, '')
    .replace(/[\s:：\d.]+/g, '')
    .replace(/[(（][)）]/g, '')

/**
 * 一列对上哪次会：同一天唯一的一次，或同类、同名的那一次；没有就新的一次；几次里分不清的不猜，等人选。
 * 只有月份、没有日子的，那个月唯一的一次才算；不能新建。
 */
export function occasionOf(
  { day, month, header, startsAt }: MarkColumn,
  facts: SheetFacts,
  { meetings, kinds }: Occasions,
  dated: boolean,
): Occasion {
  const on = day ?? (dated || month ? undefined : facts.day)
  const said = dated ? remainder(header) : ''
  const topicSaid = said || (dated ? '' : (facts.topic ?? topicOfTitle(facts.title)))
  const kindsSaid =
    [said, dated ? '' : (facts.topic ?? ''), facts.title].map((text) => kindsIn(text, kinds)).find((found) => found.length > 0) ?? []
  const near = meetings.filter((meeting) => (on ? meeting.day === on : month ? meeting.day.startsWith(month) : !dated || said !== ''))
  const named = near.filter(({ topic }) => topicSaid !== '' && plain(topic) === plain(topicSaid))
  const alike = near.filter((meeting) => kindsSaid.some(({ code }) => meeting.kinds.includes(code)))
  const sure = on || month ? [named, alike, kindsSaid.length === 0 ? near : []].find((found) => found.length > 0) : named
  const [kind] = kindsSaid.filter(({ audience }) => audience !== 'group')
  const fresh = on ? `new:${kind?.code ?? 'other'}` : null
  const chosen = sure?.length === 1 ? `meeting:${sure[0]?.id}` : sure && sure.length > 1 ? null : fresh
  const topic = topicSaid || kindsSaid[0]?.name || '组织生活'
  return {
    chosen,
    choices: [
      ...near.slice(0, 100).map((meeting) => ({ value: `meeting:${meeting.id}`, label: `记到 ${labelOf(meeting)}` })),
      ...(on ? offered(kinds).map(({ code, name }) => ({ value: `new:${code}`, label: `新的一次：${name}` })) : []),
    ],
    day: on,
    topic,
    kind: kind?.code ?? 'other',
    startsAt: startsAt ?? (dated ? undefined : facts.startsAt),
  }
}
