import { expect, test } from 'vitest'
import { openApp } from '../support/open-app.ts'

const plan = { matter: '讨论通过年度工作计划', tally: { kind: 'general' as const, eligible: 3, present: 3, inFavour: 3 } }

test('应到、实到从出勤来：预备党员和请假的不在内，名字都说得出', async () => {
  const { app, make } = await openApp()
  const [away] = await make.members(3)
  const probationer = await make.member({ name: '何小雨', fullMemberOn: null }, { category: 'probationary' })
  const meetingId = await make.meeting()
  await app.attendance.allPresent({ meetingId })
  await app.attendance.mark({ meetingId, marks: [{ memberId: away!, state: 'leave', reason: '出差' }] })
  const roll = await app.votes.roll({ meetingId, kind: 'general' })
  expect([roll.eligible.length, roll.present.length]).toEqual([3, 2])
  expect(roll.without).toEqual([{ name: '何小雨', why: '预备党员' }])
  expect(probationer).toBeGreaterThan(0)
})

test('改了应到、实到要写明为什么', async () => {
  const { app, make } = await openApp()
  await make.members(4)
  const meetingId = await make.heldMeeting()
  await expect(app.votes.record({ meetingId, ...plan })).rejects.toThrow('会议登记的是应到 4 人、实到 4 人')
  await app.votes.record({ meetingId, ...plan, adjusted: '一名党员留党察看，没有表决权' })
  const [vote] = await app.votes.listByMeeting({ meetingId })
  expect(vote).toMatchObject({ outcome: 'passed', adjusted: '一名党员留党察看，没有表决权', pack: 'voting 2026-05-11' })
  expect(vote?.article).toContain('第十一条')
})

test('登记之后出勤改了，说得出是哪一件、差几人；改过来或写明了原因就不说', async () => {
  const { app, make } = await openApp()
  const [away] = await make.members(3)
  const meetingId = await make.heldMeeting()
  const { id } = await app.votes.record({ meetingId, ...plan })
  expect(await app.votes.outdated({ meetingId })).toEqual([])
  await app.attendance.mark({ meetingId, marks: [{ memberId: away!, state: 'absent' }] })
  expect(await app.votes.outdated({ meetingId })).toEqual([
    { id, matter: plan.matter, eligible: 3, present: 3, now: { eligible: 3, present: 2 } },
  ])
  await app.votes.amend({ id, vote: { meetingId, ...plan, adjusted: '一名党员投票后离场' } })
  expect(await app.votes.outdated({ meetingId })).toEqual([])
})

test('归档之后，表决谁也改不了', async () => {
  const { app, make } = await openApp()
  await make.members(3)
  const meetingId = await make.heldMeeting()
  const { id } = await app.votes.record({ meetingId, ...plan })
  await app.meetings.archive({ id: meetingId })
  await expect(app.votes.record({ meetingId, ...plan })).rejects.toThrow('已经归档')
  await expect(app.votes.remove({ id })).rejects.toThrow('已经归档')
})

test('选举的候选人各有结果，登记之后读出来还是那样', async () => {
  const { app, make } = await openApp()
  await make.members(5)
  const meetingId = await make.heldMeeting()
  const candidates = ['甲', '乙', '丙', '丁'].map((name, at) => ({ name, inFavour: 5 - at, against: 0, abstained: 0 }))
  await app.votes.record({
    meetingId,
    matter: '选举支部委员会委员',
    tally: {
      kind: 'election',
      eligible: 5,
      present: 5,
      secret: true,
      ballots: { issued: 5, returned: 5 },
      seats: 3,
      candidates,
    },
  })
  const [vote] = await app.votes.listByMeeting({ meetingId })
  expect(vote?.results).toEqual(['elected', 'elected', 'elected', 'notElected'])
  expect(vote?.tally.candidates).toEqual(candidates)
})

test('还没开的会不能登记表决；筹备的会删除时，表决一起删去', async () => {
  const { app, make } = await openApp({ today: '2026-06-15' })
  await make.members(3)
  const later = await make.meeting({ day: '2026-06-20' })
  await expect(app.votes.record({ meetingId: later, ...plan })).rejects.toThrow('还没有到')
  const meetingId = await make.meeting()
  await app.attendance.allPresent({ meetingId })
  await app.votes.record({ meetingId, ...plan })
  await app.meetings.remove({ id: meetingId })
  expect(await app.votes.listByMeeting({ meetingId })).toEqual([])
})
