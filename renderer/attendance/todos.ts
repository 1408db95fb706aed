import type { AttendanceSummary } from '../../shared/attendance/contract.ts'
import type { Todo } from '../home/todos.ts'
import { goAnd } from '../kit/intent.ts'

/** 请假、缺席还没补课的人，合成一件；上年十二月的过了年还在，另成一件。 */
export const attendanceTodos = ({ lastDecember, ...thisYear }: AttendanceSummary, year: number): Todo[] => [
  ...makeups(lastDecember, year - 1, '去年 12 月'),
  ...makeups(thisYear, year, ''),
]

const makeups = ({ open, peopleOpen }: Pick<AttendanceSummary, 'open' | 'peopleOpen'>, year: number, when: string): Todo[] =>
  peopleOpen === 0
    ? []
    : [
        {
          key: `makeups-${year}`,
          tone: 'soon',
          text: `${when} ${peopleOpen} 人请假或缺席还没补课`.trim(),
          note: `共 ${open} 人次，补完在考勤里登记`,
          verb: '去补课',
          act: () => goAnd('/attendance', 'attendance.open', year),
        },
      ]
