import { expect, test } from 'vitest'
import { withYear } from '../../renderer/kit/days.ts'
import { warningsOf } from '../../renderer/meetings/warnings.ts'
import type { AttendanceRow } from '../../shared/attendance/contract.ts'
import type { MeetingPage, MeetingRow } from '../../shared/meetings/contract.ts'

const meeting = { startsAt: '14:30', place: '会议室', host: '周明礼', recorder: '单雨桐', unmarked: 0, backfilled: false } as MeetingRow
const page: MeetingPage = {
  ...{ meeting, groupId: null, agenda: [], corrections: [] },
  speeches: [{ agendaNo: null, speaker: '', text: '学习。' }],
  decisions: [{ text: '同意。', responsible: '', due: null }],
}
const row = (name: string, state: AttendanceRow['state'], reason = '') => ({ name, state, reason }) as AttendanceRow

test('请假、缺席没写原因的，归档之前点名；写了的、来了的不说', () => {
  expect(warningsOf(page, [row('甲', 'present'), row('乙', 'leave', '住院')], false)).toEqual([])
  expect(warningsOf(page, [row('甲', 'absent'), row('乙', 'leave')], false)).toEqual([
    { text: '甲、乙没有写请假或缺席的原因。', step: 'attendance' },
  ])
  const many = ['甲', '乙', '丙', '丁'].map((name) => row(name, 'absent'))
  expect(warningsOf(page, many, false)[0]?.text).toBe('甲、乙、丙等 4 人没有写请假或缺席的原因。')
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
