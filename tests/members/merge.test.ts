import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { duesScene } from '../support/dues-scene.ts'
import { openApp } from '../support/open-app.ts'
import { snapshot } from '../support/snapshot.ts'

const undoLast = async ({ app }: Awaited<ReturnType<typeof openApp>>) =>
  app.history.undo({ operationId: (await app.history.latest({})).undo!.id })

test('合并：空着的填上，两份都有的照选，履历、职务、奖惩、自设字段都并过来；撤销时两份都回来', async () => {
  const open = await openApp({ today: '2026-06-15' })
  const { app, make } = open
  const { id: fieldId } = await app.fields.add({ name: '爱好', kind: 'text' })
  const keep = await make.member({ name: '赵一', mobile: '19900010001' })
  const drop = await make.member({ name: '赵一', mobile: '19900010002', address: '某某县', idNumber: '99900119800315001X' })
  await app.organizations.appoint({ organizationId: await make.root(), memberId: drop, title: 'organizing', fromDay: '2026-01' })
  await app.awards.add({ memberId: drop, facts: { kind: 'reward', name: '优秀共产党员', day: '2026-03' } })
  await app.members.changeStanding({ id: drop, standing: 'suspended', fromDay: '2026-05-01' })
  await app.fields.fill({ values: [keep, drop].map((memberId) => ({ memberId, fieldId, value: memberId === keep ? '摄影' : '书法' })) })
  const before = snapshot(open.path)
  await app.members.merge({ keep, drop, take: ['mobile', `custom-${fieldId}`] })
  const page = await app.members.page({ id: keep })
  expect(page.member).toMatchObject({
    mobile: '19900010002',
    address: '某某县',
    idNumber: '99900119800315001X',
    standing: 'suspended',
    [`custom-${fieldId}`]: '书法',
  })
  expect(page.posts).toHaveLength(1)
  expect(page.branches, '同样的一条不重复').toHaveLength(1)
  expect(await app.awards.ofMember({ memberId: keep })).toHaveLength(1)
  await expect(app.members.page({ id: drop })).rejects.toThrow('没有这名党员')
  await undoLast(open)
  expect(snapshot(open.path)).toEqual(before)
})

test('同一次会议两份都登记了，留到会程度高的；没有一条出勤凭空不见', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom(null, 'present', 'leave', 'absent'), fc.constantFrom(null, 'late', 'absent', 'online')), {
        minLength: 1,
        maxLength: 4,
      }),
      async (pairs) => {
        const open = await openApp()
        const { app, make } = open
        const [keep, drop] = await make.members(2)
        const meetings: { mine: string | null; theirs: string | null; id: number }[] = []
        for (const [mine, theirs] of pairs) {
          const id = await make.meeting({ topic: `会 ${meetings.length}` })
          await app.attendance.mark({
            meetingId: id,
            marks: [
              { memberId: keep!, state: mine },
              { memberId: drop!, state: theirs },
            ],
          })
          meetings.push({ mine, theirs, id })
        }
        await app.members.merge({ keep: keep!, drop: drop! })
        const order = ['present', 'late', 'online', 'observer', 'leave', 'absent']
        const stronger = (one: string | null, other: string | null) =>
          [one, other].filter((state) => state !== null).sort((a, b) => order.indexOf(a) - order.indexOf(b))[0]
        const attended = (await app.members.page({ id: keep! })).meetings
        for (const { mine, theirs, id } of meetings)
          expect(attended.find(({ meetingId }) => meetingId === id)?.state).toBe(stronger(mine, theirs))
      },
    ),
    { numRuns: 8 },
  )
})

test('归档的会议、已确认召开而两份都在的会议，说明原因，一处也不动', async () => {
  const open = await openApp()
  const { app, make } = open
  const keep = await make.member({ name: '赵一' })
  await make.archivedMeeting({ topic: '第一次' })
  const drop = await make.member({ name: '赵一' })
  const swapped = (await app.members.mergePreview({ keep: drop, drop: keep })).refusal
  expect(swapped?.code).toBe('members.mergeArchived')
  await expect(app.members.merge({ keep: drop, drop: keep })).rejects.toThrow('归档的记录不能改。可以换过来')
  await make.heldMeeting({ topic: '第二次' })
  await expect(app.members.merge({ keep, drop })).rejects.toThrow('两份都登记在 1 次已确认召开的会议里（“第二次”等）')
})

test('一张还没有规矩的表指着去掉的那份，拒绝合并并说出是哪张表', async () => {
  const open = await openApp()
  const [keep, drop] = await open.make.members(2)
  const { writer } = open.core.session.file!
  await sql`create table pledge (id integer primary key autoincrement, uid text, member_id integer references member) strict`.execute(
    writer,
  )
  await sql`insert into pledge (uid, member_id) values ('u', ${drop})`.execute(writer)
  await expect(open.app.members.merge({ keep: keep!, drop: drop! })).rejects.toThrow('有 1 条“pledge”，软件还不会并它')
})

test('去掉的那份交过党费：连同红字、收据转到保留的那份，账上结余不变，一样的两笔也都在；撤销时回来', async () => {
  const open = await openApp({ today: '2026-06-15' })
  const { app, make } = open
  const { organizationId, first: keep, second: drop, collect } = await duesScene(open)
  await app.dues.removeBase({ id: (await app.dues.member({ memberId: drop, year: 2026 })).bases[0]!.id })
  await app.dues.setBases({ bases: [{ memberId: drop, fromMonth: '2026-03', kind: 'salary', base: 300000 }] })
  const scope = { organizationId, year: 2026 }
  await collect(keep, { '2026-03': 1500 })
  await collect(drop, { '2026-03': 1500 })
  await collect(drop, { '2026-04': 1500 })
  const payments = await app.dues.payments(scope)
  await app.dues.reverse({ paymentId: payments.at(-1)!.id, on: '2026-06-02', reason: '收错' })
  await app.dues.exempt({ cells: [keep, drop].map((memberId) => ({ memberId, month: '2026-05' })), reason: '困难' })
  await app.dues.recordMovement({
    ...{ organizationId, kind: 'remitted', day: '2026-06-03', summary: '上缴', amount: 3000, fromMonth: '2026-03', toMonth: '2026-03' },
    ...{ purpose: null, meetingId: null, counterparty: '', slipNo: '', receiptNo: '', handler: '', approver: '', papers: 0 },
  })
  await make.member()
  const [before, receipts, file] = [await app.dues.fund(scope), await app.dues.receipts(scope), snapshot(open.path)]
  await app.members.merge({ keep, drop })
  expect(await app.dues.fund(scope)).toEqual(before)
  const name = (await app.members.page({ id: keep })).member.name
  expect(await app.dues.receipts(scope)).toMatchObject(receipts.map(({ receiptNo, voided }) => ({ receiptNo, voided, memberName: name })))
  expect((await app.dues.payments(scope)).map(({ memberName, amount }) => [memberName, amount])).toEqual([
    ...[1500, 1500, 1500, -1500].map((amount) => [name, amount]),
  ])
  expect((await app.dues.member({ memberId: keep, year: 2026 })).months.map(({ cell }) => cell.state).slice(2, 5)).toEqual([
    ...['paid', 'owing', 'exempt'],
  ])
  await undoLast(open)
  expect(snapshot(open.path)).toEqual(file)
})

test('去掉的那份有党费在结了账的月份：说是哪个月、怎么办，一处也不动；换过来就能合并', async () => {
  const open = await openApp({ today: '2026-06-15' })
  const { app, make } = open
  const { organizationId, first, collect } = await duesScene(open)
  await collect(first, { '2026-03': 1500 }, { paidOn: '2026-03-10' })
  await app.dues.close({ organizationId, through: '2026-03' })
  const other = await make.member()
  const why = '在已结账的月份（最早 2026-01），结了账的不能改。可以换过来，保留那一份；或先反结账。'
  expect((await app.members.mergePreview({ keep: other, drop: first })).refusal?.code).toBe('members.mergeDues')
  await expect(app.members.merge({ keep: other, drop: first })).rejects.toThrow(why)
  await app.members.merge({ keep: first, drop: other })
})
