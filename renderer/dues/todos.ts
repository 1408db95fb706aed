import { navigate } from 'wouter/use-hash-location'
import type { DuesStandards } from '../../shared/dues/bases.ts'
import type { Summary } from '../../shared/dues/contract.ts'
import { arrearsOf } from '../../shared/dues/rules.ts'
import type { Day } from '../../shared/kit/values.ts'
import type { Todo } from '../home/todos.ts'

/** 每月这一天起，提醒本月还没交的（R07 的提前量）。 */
const REMIND_FROM = 25

/** 党费上要做的：连续欠得久的一人一件，其余合成一件；月底还没交的；没有核定基数的。 */
export function duesTodos(summary: Summary, ladder: DuesStandards['arrears'], today: Day): Todo[] {
  if (!summary.practised) return []
  const act = () => navigate('/dues')
  const grave = summary.arrears.filter(({ months }) => arrearsOf(months, ladder)?.tone === 'red')
  // 一月里今年还没有人欠，欠着上年十二月的在连续欠的名单里；别的月份这份名单都在欠的人之内
  const lighter = Math.max(summary.peopleOwing, summary.arrears.length) - grave.length
  const todo = (when: boolean, one: Omit<Todo, 'act'>): Todo[] => (when ? [{ ...one, act }] : [])
  return [
    ...grave.map(
      ({ memberId, name, months }): Todo => ({
        key: `dues-${memberId}`,
        tone: 'late',
        text: `${name} 连续欠党费 ${months} 个月`,
        note: arrearsOf(months, ladder)?.text ?? '',
        verb: '去看',
        act,
      }),
    ),
    ...todo(lighter > 0, { key: 'dues-owing', tone: 'soon', text: `${lighter} 人欠党费`, note: '提醒本人按月交纳', verb: '去收' }),
    ...todo(summary.peopleOpen > 0 && Number(today.slice(8)) >= REMIND_FROM, {
      key: 'dues-open',
      tone: 'soon',
      text: `本月还有 ${summary.peopleOpen} 人没交党费`,
      verb: '去收',
    }),
    ...todo(summary.peopleUnset > 0, {
      key: 'dues-unset',
      tone: 'check',
      text: `${summary.peopleUnset} 人没有核定党费基数`,
      verb: '去核定',
    }),
  ]
}
