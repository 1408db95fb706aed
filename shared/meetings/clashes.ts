import type { Clash } from './contract.ts'

/** 一次会议的起止；没有写的为空。 */
interface Span {
  startsAt: string | null
  endsAt: string | null
}

/**
 * 两次会议的时间重不重叠：一前一后首尾相接不算；没有写结束的，只看开始的那一刻在不在对方中间；没有写开始的说不准。
 * @example overlapOf({ startsAt: '14:00', endsAt: '16:00' }, { startsAt: '15:30', endsAt: null }) → 'yes'
 * @example overlapOf({ startsAt: '14:00', endsAt: '16:00' }, { startsAt: '16:00', endsAt: '17:00' }) → 'no'
 */
export const overlapOf = (a: Span, b: Span): Clash['overlap'] => {
  if (a.startsAt === null || b.startsAt === null) return 'unknown'
  if (a.startsAt === b.startsAt) return 'yes'
  const [early, late] = a.startsAt < b.startsAt ? [a, b] : [b, a]
  return early.endsAt !== null && (late.startsAt as string) < early.endsAt ? 'yes' : 'no'
}

/**
 * 一次会议撞了什么，一句话。
 * @example clashWords({ topic: '主题党日', startsAt: '14:00', endsAt: '16:00', overlap: 'yes', people: ['李明'], … }) → '“主题党日”（14:00–16:00 会议室），时间重叠，李明两边都有'
 */
export const clashWords = ({ topic, organizationName, startsAt, endsAt, place, sameOrganization, overlap, people, samePlace }: Clash) => {
  const when = startsAt ? (endsAt ? `${startsAt}–${endsAt}` : startsAt) : '时间未定'
  return [
    `${sameOrganization ? '' : organizationName}“${topic}”（${[when, place].filter(Boolean).join(' ')}）`,
    overlap === 'yes' && '时间重叠',
    overlap !== 'no' &&
      people.length > 0 &&
      `${people.slice(0, 3).join('、')}${people.length > 3 ? ` 等 ${people.length} 人` : ''}两边都有`,
    overlap === 'yes' && samePlace && '地点相同',
  ]
    .filter(Boolean)
    .join('，')
}
