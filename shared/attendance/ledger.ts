import { choice, day, number, percent, text } from '../ledger/columns.ts'
import { defineLedger } from '../ledger/define.ts'
import { stateWords } from './words.ts'

const counts = {
  expected: number('应到', { width: 6, total: true }),
  present: number('实到', { width: 6, total: true }),
  online: number('线上', { width: 6, total: true }),
  late: number('迟到', { width: 6, total: true }),
  onLeave: number('请假', { width: 6, total: true }),
  absent: number('缺席', { width: 6, total: true }),
  madeUp: number('补课', { width: 6, total: true }),
  observed: number('列席', { width: 6, total: true }),
  excluded: number('不计入', { width: 7, total: true }),
  rate: percent('出席率', { width: 9 }),
}

const ofKind = (name: string) =>
  [number(`${name}应到`, { width: 5, total: true }), number(`${name}实到`, { width: 5, total: true })] as const
const [assemblyExpected, assemblyPresent] = ofKind('大会')
const [committeeExpected, committeePresent] = ofKind('支委会')
const [groupExpected, groupPresent] = ofKind('小组会')
const [lectureExpected, lecturePresent] = ofKind('党课')
const [themeDayExpected, themeDayPresent] = ofKind('党日')

/** 考勤台账，一人一行；应到、实到等是次数，各列合计与按会议的相同。 */
export const personAttendanceLedger = defineLedger({
  id: 'attendance-people',
  title: '考勤台账（按人）',
  source: 'attendance.byPerson',
  keys: [['name', 'branchName']],
  counts: '次',
  columns: {
    name: text('姓名', { width: 8, align: 'center' }),
    branchName: text('所在党支部', { width: 20 }),
    groupName: text('党小组', { width: 12 }),
    ...{ assemblyExpected, assemblyPresent, committeeExpected, committeePresent, groupExpected, groupPresent },
    ...{ lectureExpected, lecturePresent, themeDayExpected, themeDayPresent },
    ...counts,
  },
})

/** 考勤台账，一次会一行；应到、实到等是人数。 */
export const meetingAttendanceLedger = defineLedger({
  id: 'attendance-meetings',
  title: '考勤台账（按会议）',
  source: 'attendance.byMeeting',
  keys: [['day', 'topic']],
  counts: '人次',
  columns: {
    day: day('日期'),
    kindNames: text('类型', { width: 14 }),
    topic: text('议题/主题', { width: 24 }),
    organizationName: text('党组织名称', { width: 18 }),
    ...counts,
  },
})

/** 请假与缺席，和补课（templates.md §9 变体③）。 */
export const absenceLedger = defineLedger({
  id: 'makeups',
  title: '缺勤补课台账',
  source: 'attendance.absences',
  keys: [['name', 'day', 'topic']],
  columns: {
    name: text('姓名', { width: 8, align: 'center' }),
    day: day('会议日期'),
    kindNames: text('类型', { width: 14 }),
    topic: text('议题/主题', { width: 22 }),
    branchName: text('党组织名称', { width: 16 }),
    state: choice('出勤', stateWords, { width: 6 }),
    reason: text('事由', { width: 14, privacy: 'private' }),
    madeUpOn: day('补课日期'),
    content: text('补课内容', { width: 20 }),
    taughtBy: text('补课人', { width: 8, align: 'center' }),
    confirmedBy: text('确认人', { width: 8, align: 'center' }),
  },
})
