import { expect, test } from 'vitest'
import { readPdf } from '../documents/read-pdf.ts'
import { openApp } from '../support/open-app.ts'

test('登记失联，名册上同时标着；写了止期就取消，撤销时一起回来', async () => {
  const { app, make } = await openApp()
  const memberId = await make.member()
  const facts = { kind: 'outOfContact', fromDay: '2025-10', cause: 'workAway', search: '电话、走访均未找到' } as const
  await expect(app.circumstances.record({ memberId, facts: { kind: 'outOfContact' } })).rejects.toThrow('失去联系要写从什么时候起')
  const { id } = await app.circumstances.record({ memberId, facts })
  const scope = { organizationId: await make.root(), year: 2026 }
  const shown = async () => (await app.members.page({ id: memberId })).member
  expect(await shown()).toMatchObject({ outOfContact: true, outOfContactSince: '2025-10' })
  expect(await app.circumstances.lost(scope)).toMatchObject([{ memberId, since: '2025-10', cause: 'workAway' }])
  await app.circumstances.amend({ id, facts: { ...facts, untilDay: '2026-05-01' } })
  expect(await shown()).toMatchObject({ outOfContact: false, outOfContactSince: null })
  expect(await app.circumstances.lost(scope)).toEqual([])
  await app.history.undo({ operationId: (await app.history.latest({})).undo!.id })
  expect(await shown()).toMatchObject({ outOfContact: true, outOfContactSince: '2025-10' })
})

test('往年的失联登记表是那年年末失联的人：后来才失联的不在，后来找到的还在', async () => {
  const { app, make } = await openApp({ today: '2026-06-15' })
  const [later, found] = await make.members(2)
  const flagged = await make.member({ outOfContact: true, outOfContactSince: '2026-02' })
  const lost = (memberId: number, fromDay: string, untilDay: string | null) =>
    app.circumstances.record({ memberId, facts: { kind: 'outOfContact', fromDay, untilDay, cause: 'workAway' } })
  await lost(later!, '2026-01-05', null)
  await lost(found!, '2025-03', '2026-02-01')
  const organizationId = await make.root()
  const listed = async (year: number) =>
    (await app.circumstances.lost({ organizationId, year })).map(({ memberId, since }) => [memberId, since])
  expect(await listed(2024)).toEqual([])
  expect(await listed(2025)).toEqual([[found, '2025-03']])
  expect(await listed(2026)).toEqual([
    [later, '2026-01-05'],
    [flagged, '2026-02'],
  ])
})

test('困难按年算：这一年里有一天困难就在台账上', async () => {
  const { app, make } = await openApp({ today: '2026-06-15' })
  const memberId = await make.member()
  await app.circumstances.record({
    memberId,
    facts: { kind: 'hardship', fromDay: '2024-03', untilDay: '2025-02-01', reason: '大病致贫' },
  })
  const organizationId = await make.root()
  const years = await Promise.all([2023, 2024, 2025, 2026].map((year) => app.circumstances.hardship({ organizationId, year })))
  expect(years.map(({ length }) => length)).toEqual([0, 1, 1, 0])
})

test('行动不便的人数印进会议记录', async () => {
  const { app, core, make } = await openApp({ today: '2026-06-15' })
  const [one] = await make.members(2)
  await app.circumstances.record({ memberId: one!, facts: { kind: 'limitedMobility', fromDay: '2026-03', untilDay: '2026-06-10' } })
  expect(await app.circumstances.limitedMobility({ day: '2026-06-09' })).toEqual([one])
  expect(await app.circumstances.limitedMobility({ day: '2026-06-10' })).toEqual([])
  const printed = async (day: string) => {
    const { ticket } = await app.documents.make({ wanted: { kind: 'minutes', meetingId: await make.heldMeeting({ day }) } })
    const pages = await readPdf(core.bytes.collect(ticket)!.file.bytes)
    return pages
      .map(({ text }) => text)
      .join('')
      .replace(/\s/g, '')
  }
  expect(await printed('2026-06-09')).toContain('行动不便党员1人')
  expect(await printed('2026-06-10')).toContain('行动不便党员0人')
})

test('困难党员的台账，公示、内部版里一行也没有', async () => {
  const { app, make } = await openApp({ today: '2026-06-15' })
  const memberId = await make.member()
  await app.circumstances.record({ memberId, facts: { kind: 'hardship', reason: '大病致贫' } })
  const wanted = { kind: 'ledger', ledger: 'hardship', scope: { organizationId: await make.root(), year: 2026 }, format: 'pdf' } as const
  const { notes } = await app.documents.make({ wanted, grade: 'internal' })
  expect(notes.join()).toContain('有 1 行（困难、处分）只在上报版里')
  expect((await app.documents.make({ wanted, grade: 'reported', purpose: '慰问' })).notes.join()).not.toContain('只在上报版里')
})
