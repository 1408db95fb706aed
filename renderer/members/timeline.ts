import { showDay } from '../../shared/ledger/columns.ts'
import type { MemberPage } from '../../shared/members/contract.ts'
import { categoryWords, standingWords } from '../../shared/members/words.ts'

export interface Moment {
  key: string
  /** 排序用；不详的最早。 */
  day: string
  when: string
  what: string
}

/** 一名党员的经历：出生、入党、转正、支部、小组、类别、状态、任职，合成一条线，新的在上。 */
export function timelineOf({ member, branches, groups, categories, standings, posts }: MemberPage): Moment[] {
  const moment = (key: string, day: string | null, what: string): Moment => ({
    key,
    day: day ?? '',
    when: day ? showDay(day) : '起始不详',
    what,
  })
  const facts = [
    member.joinedOn ? moment('joined', member.joinedOn, '加入党组织') : undefined,
    member.fullMemberOn ? moment('full', member.fullMemberOn, '转为正式党员') : undefined,
  ].filter((one) => one !== undefined)
  return [
    ...facts,
    ...branches.map((one) => moment(`branch-${one.id}`, one.fromDay, `编入 ${one.value.name}`)),
    ...groups
      .filter((one, index) => one.value.id !== null || index > 0)
      .map((one) => moment(`group-${one.id}`, one.fromDay, one.value.id === null ? '不再编组' : `编入 ${one.value.name}`)),
    ...categories
      .filter((one) => one.fromDay === null || (one.fromDay !== member.joinedOn && one.fromDay !== member.fullMemberOn))
      .map((one) => moment(`category-${one.id}`, one.fromDay, `人员类别：${categoryWords[one.value]}`)),
    ...standings
      .filter((one, index) => one.value !== 'normal' || index > 0)
      .map((one) => moment(`standing-${one.id}`, one.fromDay, `党籍状态：${standingWords[one.value]}`)),
    ...posts.flatMap((one) => [
      moment(`post-${one.id}`, one.fromDay, `任 ${one.organizationName} ${one.title}`),
      ...(one.untilDay ? [moment(`post-${one.id}-end`, one.untilDay, `不再担任 ${one.organizationName} ${one.title}`)] : []),
    ]),
  ].sort((a, b) => b.day.localeCompare(a.day))
}
