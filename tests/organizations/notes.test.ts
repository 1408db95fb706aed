import { expect, test } from 'vitest'
import { branchLimits } from '../../main/rules/packs.ts'
import { branchNotes } from '../../shared/organizations/rules.ts'
import { openApp } from '../support/open-app.ts'

const figures = { kind: 'branch', formalCount: 5, memberCount: 6, committeeSize: 1 } as const
const textsOf = (more: object) => branchNotes({ ...figures, ...more }, branchLimits()).map(({ text }) => text)

test('届满前半年起提醒换届，组织里可以另设提前量；过了届满说明延期要报批', () => {
  expect(textsOf({ today: '2026-01-01', termUntil: '2026-07-01' })).toEqual([])
  expect(textsOf({ today: '2026-01-02', termUntil: '2026-07-01' })).toEqual(['本届班子 2026-07-01 届满，还有 180 天，请着手准备换届。'])
  expect(textsOf({ today: '2026-01-02', termUntil: '2026-07-01', termNoticeDays: 90 })).toEqual([])
  expect(textsOf({ today: '2026-07-01', termUntil: '2026-07' })[0]).toContain('还有 30 天')
  expect(textsOf({ today: '2026-08-01', termUntil: '2026-07' })[0]).toContain('延期须报上级批准')
  expect(textsOf({ today: '2026-08-01', termUntil: null })).toEqual([])
})

test('联合党支部覆盖的单位多了、临时党支部不做哪几件事，都说出是哪一条；临时的不催换届', () => {
  expect(textsOf({ kind: 'jointBranch', units: 5 })).toEqual([])
  expect(textsOf({ kind: 'jointBranch', units: 6 })).toEqual(['联合党支部覆盖 6 个单位，一般不超过 5 个。'])
  const temporary = branchNotes({ ...figures, kind: 'temporaryBranch', today: '2026-08-01', termUntil: '2026-07' }, branchLimits())
  expect(temporary).toMatchObject([{ text: expect.stringContaining('一般不发展党员'), article: '支部工作条例（试行）第八条' }])
})

test('党委、总支看得到每个下级支部要留意的；撤销了的、还没有人的不说', async () => {
  const { app, make } = await openApp({ today: '2026-06-15', kind: 'generalBranch' })
  const root = await make.root()
  const found = async (name: string) => (await app.organizations.found({ parentId: root, kind: 'branch', name, termUntil: '2026-09' })).id
  const [one] = [await found('一支部'), await found('二支部')]
  await make.member({}, { organizationId: one })
  const notes = await app.organizations.notes({ organizationId: root })
  expect(notes.map(({ branch, article }) => [branch, article])).toEqual([
    ['一支部', '支部工作条例（试行）第二十一条；基层组织选举工作条例第三条'],
    ['一支部', '支部工作条例（试行）第四条'],
  ])
})
