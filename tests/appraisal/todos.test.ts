import { expect, test } from 'vitest'
import { appraisalTodos } from '../../renderer/appraisal/todos.ts'
import { openApp } from '../support/open-app.ts'

const open = { organizationId: 3, finishedOn: null, ballots: null, ungraded: 4, untallied: 4 }

test('第四季度起，今年的民主评议还没有开展、没有办结的，首页提醒；办结了、还没到的不提', async () => {
  const { app } = await openApp({ today: '2026-11-02' })
  const standards = await app.appraisal.standards({})
  const texts = (rounds: Parameters<typeof appraisalTodos>[0], branches: number[], today = '2026-11-02') =>
    appraisalTodos(rounds, branches, standards, today).map(({ text }) => text)
  expect(texts([], [3])).toEqual(['今年的民主评议还没有开展'])
  expect(texts([], [3], '2026-09-30')).toEqual([])
  expect(texts([open], [3])).toEqual(['今年的民主评议还没有办结：还没有录票'])
  expect(texts([{ ...open, finishedOn: '2026-10-20' }], [3])).toEqual([])
  expect(texts([{ ...open, finishedOn: '2026-10-20' }], [3, 4, 5])).toEqual(['2 个支部今年的民主评议还没有办结'])
  expect(standards.remindArticle).toContain('第十八条')
})
