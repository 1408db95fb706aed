import type { AttendanceSummary } from '../../shared/attendance/contract.ts'
import type { Todo } from '../home/todos.ts'
import { goAnd } from '../kit/intent.ts'

/** 请假、缺席还没补课的人，合成一件。 */
export const attendanceTodos = ({ open, peopleOpen }: AttendanceSummary): Todo[] =>
  peopleOpen === 0
    ? []
    : [
        {
          key: 'makeups',
          tone: 'soon',
          text: `${peopleOpen} 人请假或缺席还没补课`,
          note: `共 ${open} 人次，补完在考勤里登记`,
          verb: '去补课',
          act: () => goAnd('/attendance', 'attendance.open'),
        },
      ]
