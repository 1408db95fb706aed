import { expect, test } from 'vitest'
import { openApp } from '../support/open-app.ts'

async function raised() {
  const open = await openApp()
  await open.make.members(2)
  const organizationId = await open.make.root()
  const meetingId = await open.make.heldMeeting({ kinds: ['orgLife'], day: '2026-03-01' })
  const item = { organizationId, meetingId, raisedOn: '2026-03-01', problem: '发言不积极', responsible: '李明', due: '2026-05-31' }
  const { id } = await open.app.rectification.add(item)
  return { ...open, organizationId, meetingId, item, id }
}

test('没做完的整改一直在，过了期限说明；做完了就不再提', async () => {
  const { app, organizationId, id } = await raised()
  expect(await app.rectification.open({ organizationId })).toMatchObject([{ id, progress: 'overdue' }])
  await app.rectification.finish({ id, outcome: '已落实轮流发言', doneOn: '2026-06-10' })
  expect(await app.rectification.open({ organizationId })).toEqual([])
  expect(await app.rectification.listByYear({ organizationId, year: 2026 })).toMatchObject([{ id, progress: 'done' }])
})

test('会议归档之后，整改照样能写完成情况；明年没做完的还在台账上', async () => {
  const { app, organizationId, meetingId, id, setToday } = await raised()
  await app.meetings.archive({ id: meetingId })
  setToday('2027-02-01')
  expect(await app.rectification.listByYear({ organizationId, year: 2027 })).toMatchObject([{ id }])
  await app.rectification.finish({ id, outcome: '已落实', doneOn: '2027-01-20' })
  expect(await app.rectification.listByYear({ organizationId, year: 2028 })).toEqual([])
})

test('完成日期不能早于提出、不能是还没到的日子，也不能没有完成情况', async () => {
  const { app, id, item } = await raised()
  await expect(app.rectification.finish({ id, outcome: '好了', doneOn: '2026-02-28' })).rejects.toThrow('早于提出')
  await expect(app.rectification.finish({ id, outcome: '好了', doneOn: '2026-06-16' })).rejects.toThrow('还没有到')
  await expect(app.rectification.amend({ id, item: { ...item, doneOn: '2026-06-01' } })).rejects.toThrow('完成情况')
})
