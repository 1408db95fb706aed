import { choice, day, text, time } from '../ledger/columns.ts'
import { defineIncoming } from '../ledger/define.ts'
import { personAttendanceLedger } from './ledger.ts'
import { stateWords } from './words.ts'

/** 过去的签到表、考勤表：一格记号一行（谁、哪次会、怎样）；后面几栏由表头与标题得出（templates.md §9）。 */
export const pastAttendanceLedger = defineIncoming(personAttendanceLedger, {
  id: 'attendance',
  importable: { what: '考勤签到表', unit: '人次' },
  columns: {
    name: text('姓名', { width: 10, required: true }),
    state: choice('出勤', stateWords, { width: 8 }),
    day: day('日期', { width: 9 }),
    topic: text('会议', { width: 18 }),
    reason: text('事由', { width: 14 }),
    groupName: text('党小组', { width: 10 }),
    branchName: text('党支部', { width: 14 }),
    meeting: text('记到哪次会', { derived: true }),
    kind: text('类型', { derived: true }),
    startsAt: time('开始', { derived: true }),
    endsAt: time('结束', { derived: true }),
    place: text('地点', { derived: true }),
    host: text('主持人', { derived: true }),
    recorder: text('记录人', { derived: true }),
  },
})
