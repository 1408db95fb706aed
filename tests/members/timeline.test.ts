import { expect, test } from 'vitest'
import { timelineOf } from '../../renderer/members/timeline.ts'
import { yearsOf } from '../../shared/dues/years.ts'
import { duesScene } from '../support/dues-scene.ts'
import { openApp } from '../support/open-app.ts'

test('一年的党费合成一条：连着的月份合起来，冲销的抵掉，多交与大额另说', () => {
  const due = (month: string, amount: number) => ({ month, amount, kind: 'due' as const })
  expect(yearsOf([due('2025-12', 1500), due('2026-01', 1500), due('2026-02', 1500), due('2026-04', 1500), due('2026-04', -1500)])).toEqual([
    { year: 2026, months: '1月至2月', last: '2026-02', due: 3000, extra: 0, large: 0 },
    { year: 2025, months: '12月', last: '2025-12', due: 1500, extra: 0, large: 0 },
  ])
  expect(yearsOf([due('2026-01', 1500), due('2026-01', -1500)])).toEqual([])
  expect(yearsOf([{ month: '2026-03', amount: 100000, kind: 'large' }])).toMatchObject([{ months: '', last: '2026-03', large: 100000 }])
})

test('经历里有党费、谈心谈话、民主评议：一年一条党费，与谁谈过（不写谈了什么），办结了的评议结果', async () => {
  const { app, make } = await openApp({ today: '2026-06-15' })
  const { organizationId, first, second, collect } = await duesScene({ app, make })
  await collect(first, { '2026-01': 1500, '2026-02': 1500 })
  await collect(first, { '2026-03': 1500 })
  const talk = {
    organizationId,
    talkerId: second,
    talkedId: first,
    kind: 'betweenMembers' as const,
    day: '2026-05-08',
    summary: '家里的事',
  }
  await app.talks.record({ talks: [talk] })
  const round = await app.appraisal.start({ organizationId, year: 2026, day: '2026-06-01', memberIds: [first, second] })
  const memberId = first
  const moments = async () => {
    const page = await app.members.page({ id: memberId })
    const none = { awards: [], circumstances: [], applications: [] }
    const [dues, talks, appraisals] = await Promise.all([
      app.dues.ofMember({ memberId }),
      app.talks.ofMember({ memberId }),
      app.appraisal.ofMember({ memberId }),
    ])
    return timelineOf({ ...page, ...none, dues, talks, appraisals })
      .filter(({ kind }) => kind === 'dues' || kind === 'talk' || kind === 'appraisal')
      .map(({ when, what }) => `${when} ${what}`)
  }
  const other = (await app.members.page({ id: second })).member.name
  expect(await moments()).toEqual([`2026年05月08日 与${other}谈心谈话（党员之间）`, '2026年 交了1月至3月的党费，共 45.00 元'])
  await app.appraisal.decide({ id: round.id, decisions: [first, second].map((one) => ({ memberId: one, grade: 'qualified' as const })) })
  await app.appraisal.finish({ id: round.id, day: '2026-06-10' })
  expect((await moments())[0]).toBe('2026年06月01日 2026 年民主评议：合格')
})
