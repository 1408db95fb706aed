import { expect, test } from 'vitest'
import { withYear } from '../../renderer/kit/days.ts'
import { progressOf } from '../../renderer/meetings/steps.ts'
import { warningsOf } from '../../renderer/meetings/warnings.ts'
import type { AttendanceRow } from '../../shared/attendance/contract.ts'
import type { MeetingPage, MeetingRow } from '../../shared/meetings/contract.ts'
import type { MatterKind } from '../../shared/votes/contract.ts'

const meeting = {
  kinds: ['branchAssembly'],
  topic: '讨论年度工作安排',
  status: 'held',
  startsAt: '14:30',
  place: '会议室',
  host: '周明礼',
  recorder: '单雨桐',
  unmarked: 0,
  backfilled: false,
} as MeetingRow
const page: MeetingPage = {
  ...{ meeting, groupId: null, agenda: [], corrections: [] },
  speeches: [{ agendaNo: null, speaker: '', text: '学习。' }],
  decisions: [{ text: '同意。', responsible: '', due: null }],
}
const row = (name: string, state: AttendanceRow['state'], reason = '') => ({ name, state, reason }) as AttendanceRow

test('请假、缺席没写原因的，归档之前点名；写了的、来了的不说', () => {
  expect(warningsOf(page, [row('甲', 'present'), row('乙', 'leave', '住院')], false, [])).toEqual([])
  expect(warningsOf(page, [row('甲', 'absent'), row('乙', 'leave')], false, [])).toEqual([
    { text: '甲、乙没有写请假或缺席的原因。', step: 'attendance' },
  ])
  const many = ['甲', '乙', '丙', '丁'].map((name) => row(name, 'absent'))
  expect(warningsOf(page, many, false, [])[0]?.text).toBe('甲、乙、丙等 4 人没有写请假或缺席的原因。')
})

test('有的议程没有写内容，归档之前说有几项；都写了、还一个字没写的不说', () => {
  const told = (agenda: string[], speeches: MeetingPage['speeches']) => warningsOf({ ...page, agenda, speeches }, [], false, [])
  const said = (agendaNo: number | null) => ({ agendaNo, speaker: '', text: '学习。' })
  expect(told(['传达', '讨论', '表决'], [said(2)])).toEqual([{ text: '3 项议程里有 2 项没有写内容，印出来只有标题。', step: 'minutes' }])
  expect(told(['传达', '讨论'], [said(1), said(2)])).toEqual([])
  expect(told(['传达'], []).map(({ text }) => text)).toEqual(['还没有会议记录。'])
})

test('登记表决之后出勤改了，归档之前说出差在哪里', () => {
  const vote = { id: 1, matter: '讨论通过年度工作计划', eligible: 3, present: 2, now: { eligible: 3, present: 3 } }
  expect(warningsOf(page, [], false, ['general'], [vote])).toEqual([
    {
      text: '表决“讨论通过年度工作计划”登记的是应到 3 人、实到 2 人，现在的出勤是应到 3 人、实到 3 人。',
      step: 'decisions',
    },
  ])
})

test('议题要接收、转正的，没有登记那一种表决，归档之前说、步骤里标；登记了就不说', () => {
  const admitting = { ...page, meeting: { ...meeting, topic: '讨论接收王芳同志为中共预备党员' } }
  const told = [{ text: '这次会要接收预备党员，还没有登记表决。', step: 'decisions' }]
  expect(warningsOf(admitting, [], false, ['general'])).toEqual(told)
  expect(warningsOf(admitting, [], false, ['admission'])).toEqual([])
  const step = (status: MeetingRow['status'], votes: MatterKind[]) =>
    progressOf({ ...admitting, meeting: { ...admitting.meeting, status } }, 'decisions', { attachments: 0, particulars: 0, votes })
  expect(step('held', [])).toEqual({ done: false, note: '缺表决' })
  expect(step('held', ['admission'])).toEqual({ done: true, note: '1 项' })
  expect(step('planned', []).note).toBe('1 项')
})

test('归档之后没填的专项不再说“待填”', () => {
  const lecture = (status: MeetingRow['status']) =>
    progressOf({ ...page, meeting: { ...meeting, kinds: ['lecture'], status } }, 'particulars', {
      attachments: 0,
      particulars: 0,
      votes: [],
    }).note
  expect([lecture('planned'), lecture('held'), lecture('archived')]).toEqual(['', '待填', '未填'])
})

test('只写月日的补上今年，别的照原样', () => {
  expect(['3.5', '11-26', '11月26日', ' 3/5 '].map((typed) => withYear(typed, 2026))).toEqual([
    '2026-3-5',
    '2026-11-26',
    '2026-11-26',
    '2026-3-5',
  ])
  expect(['2026.3.5', '1980.3', '13.5', '26', ''].map((typed) => withYear(typed, 2026))).toEqual(['2026.3.5', '1980.3', '13.5', '26', ''])
})
