import { expect, test } from 'vitest'
import { fillDemo } from '../../main/files/demo/fill.ts'
import { demoSource } from '../../main/files/demo/source.ts'
import { memberLimits } from '../../main/rules/packs.ts'
import type { Client } from '../../shared/contract.ts'
import { checkIdNumber } from '../../shared/members/id-number.ts'
import { memberWarnings } from '../../shared/members/rules.ts'
import { openApp } from '../support/open-app.ts'

const rootOf = async (app: Client) => (await app.organizations.tree({}))[0]!.id

test('演示用的人都是虚构的：身份证校验对得上，地区并不存在，手机号都在演示用的一段里', () => {
  for (const { facts } of demoSource().members) {
    const { idNumber, mobile } = facts as { idNumber?: string; mobile?: string }
    if (idNumber) expect([idNumber.slice(0, 3), checkIdNumber(idNumber, '2026-11-22').warning]).toEqual(['999', undefined])
    if (mobile) expect(mobile).toMatch(/^199000[1-3]/)
  }
})

test('演示台账用命令建成，六十名党员，总支、支部、小组齐全；要核对的地方正是有意留下的那一处', async () => {
  const { app } = await openApp({ today: '2026-11-22' })
  const opened = await app.files.createDemo({})
  expect(opened.demo).toBe(true)
  const organizations = await app.organizations.tree({})
  expect(organizations.map(({ kind }) => kind)).toEqual([
    'generalBranch',
    'branch',
    'floatingBranch',
    'jointBranch',
    'group',
    'group',
    'group',
    'group',
  ])
  const everyone = await app.members.list({ organizationId: organizations[0]!.id, standing: 'all' })
  const count = (wanted: (member: (typeof everyone)[number]) => boolean) => everyone.filter(wanted).length
  expect(everyone).toHaveLength(60)
  expect({
    预备党员: count(({ category }) => category === 'probationary'),
    停止党籍: count(({ standing }) => standing === 'suspended'),
    已转出: count(({ standing }) => standing === 'movedOut'),
    流动党员: count(({ floating }) => floating),
    失联: count(({ outOfContact }) => outOfContact),
    生日只知年月: count(({ birthDay }) => birthDay?.length === 7),
  }).toEqual({ 预备党员: 1, 停止党籍: 1, 已转出: 1, 流动党员: 24, 失联: 2, 生日只知年月: 4 })
  const warned = everyone.flatMap((member) =>
    memberWarnings(member, '2026-11-22', memberLimits()).map(({ field }) => `${member.name} ${field}`),
  )
  expect(warned).toEqual(['彭海燕 birthDay'])
  expect((await app.files.check({})).findings).toEqual([])
})

test('演示台账的会议筹备、已召开、已归档都有，人数对得上，只有一次补录', async () => {
  const { app } = await openApp({ today: '2026-11-22' })
  await app.files.createDemo({})
  const scope = { organizationId: await rootOf(app), year: 2026 }
  const meetings = await app.meetings.listByYear(scope)
  expect(new Set(meetings.map(({ status }) => status))).toEqual(new Set(['planned', 'held', 'archived']))
  for (const { topic, status, expected, present, onLeave, absent } of meetings)
    if (status !== 'planned') expect([topic, present + onLeave + absent]).toEqual([topic, expected])
  expect(meetings.filter(({ backfilled }) => backfilled)).toHaveLength(1)
  expect(meetings.filter(({ kinds }) => kinds.length > 1).length).toBeGreaterThan(10)
  expect(meetings.reduce((sum, { observers }) => sum + observers, 0)).toBeGreaterThan(3)
})

test.each(['2026-01-02', '2028-02-29'])('演示台账哪天都建得成：%s', async (today) => {
  const { app, core } = await openApp({ today })
  const progress: number[] = []
  const fraction = (at: number | null) => void progress.push(at ?? -1)
  await fillDemo({ app, bytes: core.bytes }, today, { progress: fraction, checkpoint: async () => {} })
  const root = (await app.organizations.tree({})).find(({ kind }) => kind === 'generalBranch')!
  expect(await app.members.list({ organizationId: root.id, standing: 'all' })).toHaveLength(60)
  expect(progress).toEqual([...progress].sort((a, b) => a - b))
})
