import type { OpenApp } from '../support/open-app.ts'

/** 一本空账：现金一百元、银行一千元，收支科目各一。 */
export async function openBooks({ app, make }: OpenApp) {
  const organizationId = await make.root()
  const opening = { organizationId, openedOn: '2026-01-01' }
  const { id: cash } = await app.finances.openAccount({ ...opening, kind: 'cash', name: '现金', opening: 10_000 })
  const { id: bank } = await app.finances.openAccount({ ...opening, kind: 'bank', name: '银行', opening: 100_000 })
  const { ids } = await app.finances.addCategories({
    organizationId,
    categories: [
      { direction: 'income', name: '单位列支' },
      { direction: 'expense', name: '组织活动' },
    ],
  })
  const [income = 0, expense = 0] = ids
  const scope = { organizationId, year: 2026 }
  const earn = (amount: number, day: string, accountId = cash) =>
    app.finances.post({
      ...{ organizationId, direction: 'income', day, summary: '拨入', amount, accountId, categoryId: income, source: 'unit' },
    })
  const spend = (amount: number, day: string, accountId = cash) =>
    app.finances.post({
      ...{ organizationId, direction: 'expense', day, summary: '活动', amount, accountId, categoryId: expense, source: 'unit' },
    })
  return { organizationId, cash, bank, income, expense, scope, earn, spend }
}
