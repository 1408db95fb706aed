import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { backfillAfterDays, meetingKindsOfPack } from '../../main/rules/packs.ts'
import { AttendanceState } from '../../shared/attendance/contract.ts'
import { attendanceRate, gapsOf, headcount, isBackfilled, kindNames, whyCannotArchive, whyCannotHold } from '../../shared/meetings/rules.ts'
import { explain } from '../../shared/refusals.ts'

test('应到等于实到、请假、缺席与未登记之和，列席不计入', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...AttendanceState.options, null), { maxLength: 60 }), (states) => {
      const expected = states.filter((state) => state !== 'observer').length
      const count = headcount(states, expected)
      expect(count.present + count.onLeave + count.absent + count.unmarked).toBe(expected)
      expect(count.observers).toBe(states.length - expected)
    }),
  )
})

test('迟到、线上都算实到', () => {
  expect(headcount(['present', 'late', 'online', 'leave', 'absent', 'observer'], 6)).toEqual({
    expected: 6,
    present: 3,
    online: 1,
    onLeave: 1,
    absent: 1,
    unmarked: 1,
    observers: 1,
    superiors: 0,
    excluded: 0,
  })
})

test('出席率一位小数，没有人应到时空着', () => {
  expect([attendanceRate(44, 47), attendanceRate(2, 3), attendanceRate(5, 5), attendanceRate(0, 5), attendanceRate(0, 0)]).toEqual([
    93.6,
    66.7,
    100,
    0,
    null,
  ])
})

test('发生七天之后才录入的标为补录', () => {
  const on = (recordedDay: string | null) => isBackfilled({ day: '2026-02-26', recordedDay }, backfillAfterDays())
  expect([on('2026-03-05'), on('2026-03-06'), on('2026-02-20'), on(null)]).toEqual([false, true, false, false])
})

describe('确认召开', () => {
  const meeting = { status: 'planned', day: '2026-11-22', expected: 3, unmarked: [] as string[] } as const
  const why = (change: Partial<Parameters<typeof whyCannotHold>[0]>) => whyCannotHold({ ...meeting, ...change }, '2026-11-22')?.code

  test('当天、人人有状态，可以', () => expect(why({})).toBeUndefined())
  test('日期没到、没有应到、还有人没登记、已经召开、已经归档，都说原因', () => {
    expect(why({ day: '2026-11-23' })).toBe('meetings.inFuture')
    expect(why({ expected: 0 })).toBe('meetings.nobodyExpected')
    expect(why({ unmarked: ['甲'] })).toBe('meetings.unmarked')
    expect(why({ status: 'held' })).toBe('meetings.notPlanned')
    expect(why({ status: 'archived' })).toBe('meetings.archived')
  })
  test('没登记的人多时只念前五个', () => {
    const refused = whyCannotHold({ ...meeting, unmarked: ['甲', '乙', '丙', '丁', '戊', '己'] }, '2026-11-22')!
    expect(explain(refused)).toContain('还有 6 人没有登记出勤（甲、乙、丙、丁、戊 等）')
  })
})

test('没有召开、已归档、没有记录的不能归档；有一条发言或议定事项就行', () => {
  const why = (status: 'planned' | 'held' | 'archived', speech = '', decision = '') =>
    whyCannotArchive({ status, speeches: [{ text: speech }], decisions: [{ text: decision }] })?.code
  expect([
    why('planned', '有'),
    why('archived', '有'),
    why('held'),
    why('held', '  \n'),
    why('held', '发言'),
    why('held', '', '议定'),
  ]).toEqual(['meetings.notHeld', 'meetings.archived', 'meetings.noMinutes', 'meetings.noMinutes', undefined, undefined])
})

test('合并召开的各类名称用顿号连起来', () => {
  expect(kindNames(['branchAssembly', 'lecture', 'own-1'], meetingKindsOfPack())).toBe('支部党员大会、党课、own-1')
})

describe('组织生活缺口', () => {
  const kinds = meetingKindsOfPack()
  const gap = (code: string, held: { day: string; kinds: string[] }[], today: string, year = Number(today.slice(0, 4))) =>
    gapsOf(kinds, held, year, today).find(({ kind }) => kind.code === code)!

  test('按自然周期数：上月末开过的会，不算这个月的', () => {
    const held = [{ day: '2026-10-31', kinds: ['themeDay'] }]
    expect(gap('themeDay', held, '2026-10-31')).toMatchObject({ missing: 0, periodLabel: '10月' })
    expect(gap('themeDay', held, '2026-11-01')).toMatchObject({ missing: 1, periodLabel: '11月' })
  })

  test('一场活动在它的每一类里各算一次', () => {
    const held = [{ day: '2026-11-05', kinds: ['branchAssembly', 'lecture', 'themeDay'] }]
    for (const code of ['branchAssembly', 'lecture', 'themeDay']) expect(gap(code, held, '2026-11-22').missing).toBe(0)
    expect(gap('committee', held, '2026-11-22').missing).toBe(1)
  })

  test('季度里任何一月开过都算，标出第几季度', () => {
    expect(gap('branchAssembly', [{ day: '2026-10-08', kinds: ['branchAssembly'] }], '2026-12-31')).toMatchObject({
      missing: 0,
      periodLabel: '第四季度',
    })
    expect(gap('branchAssembly', [{ day: '2026-09-30', kinds: ['branchAssembly'] }], '2026-12-31').missing).toBe(1)
  })

  test('只列已经开始的月份', () => {
    expect(gap('themeDay', [{ day: '2026-02-05', kinds: ['themeDay'] }], '2026-03-01').heldByMonth).toEqual([0, 1, 0])
  })

  test('往年把各周期差的加起来，多开的不抵别的周期', () => {
    const held = ['2025-01-05', '2025-01-06', '2025-05-01'].map((day) => ({ day, kinds: ['branchAssembly', 'themeDay'] }))
    expect(gap('branchAssembly', held, '2026-11-22', 2025)).toMatchObject({ missing: 2, periodLabel: '2025年' })
    expect(gap('themeDay', held, '2026-11-22', 2025).missing).toBe(10)
  })

  test('往年成立的支部，成立之前的周期不算差；末一个月开始时已成立的周期要开', () => {
    const missing = (code: string, foundedOn: string | null) =>
      gapsOf(kinds, [], 2025, '2026-11-22', [], foundedOn).find(({ kind }) => kind.code === code)?.missing
    const inAll = (foundedOn: string | null) => [
      missing('themeDay', foundedOn),
      missing('branchAssembly', foundedOn),
      missing('orgLife', foundedOn),
    ]
    expect(inAll(null)).toEqual([12, 4, 1])
    expect(inAll('2024-06')).toEqual([12, 4, 1])
    expect(inAll('2025-09-01')).toEqual([4, 2, 1])
    expect(inAll('2025-09-02')).toEqual([3, 1, 1])
    expect(inAll('2025-12-02')).toEqual([0, 0, 0])
    expect(inAll('2026-03')).toEqual([0, 0, 0])
  })

  test('还没到的年份和不定期的都不差', () => {
    expect(gap('themeDay', [], '2026-11-22', 2027)).toMatchObject({ missing: 0, heldByMonth: [] })
    expect(gap('election', [], '2026-11-22')).toMatchObject({ missing: 0, periodLabel: '不定期' })
  })
})
