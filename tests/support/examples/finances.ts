import type { OpenApp } from '../open-app.ts'
import type { ExamplesOf } from './room.ts'
import { after, scope } from './scenes.ts'

/** 立好的一本账：现金一万元、银行五万元，科目齐全，一笔捐助、一笔慰问。 */
async function books({ app, make }: OpenApp) {
  const organizationId = await make.root()
  const opening = { organizationId, openedOn: '2026-01-01' }
  const cash = (await app.finances.openAccount({ ...opening, kind: 'cash', name: '现金', opening: 1_000_000 })).id
  const bank = (await app.finances.openAccount({ ...opening, kind: 'bank', name: '建行账户', opening: 5_000_000 })).id
  const [income = 0, expense = 0] = (
    await app.finances.addCategories({
      organizationId,
      categories: [
        { direction: 'income', name: '捐助收入' },
        { direction: 'expense', name: '走访慰问' },
      ],
    })
  ).ids
  const { id: project } = await app.finances.addProject({ organizationId, kind: 'care', name: '暖冬', startedOn: '2026-01-01' })
  const given = await app.finances.post({
    ...{
      organizationId,
      direction: 'income',
      day: '2026-03-02',
      summary: '会员捐款',
      amount: 200_000,
      accountId: bank,
      categoryId: income,
    },
    ...{ source: 'donation', counterparty: '春晖商会', projectId: project },
  })
  const spent = await app.finances.post({
    ...{
      organizationId,
      direction: 'expense',
      day: '2026-03-05',
      summary: '慰问困难党员',
      amount: 50_000,
      accountId: cash,
      categoryId: expense,
    },
    ...{ source: 'donation', projectId: project, recipients: [{ name: '周小川', situation: '重病', amount: 50_000 }] },
  })
  return { organizationId, cash, bank, income, expense, project, given: given.id, spent: spent.id }
}

const bankLine = async (open: OpenApp) => {
  const { bank } = await books(open)
  await open.app.finances.enterBankLines({ accountId: bank, lines: [{ day: '2026-03-03', amount: -999, summary: '手续费' }] })
  const [line] = (await open.app.finances.reconciliation({ accountId: bank, until: '2026-12-31' })).lines
  return line?.id ?? 0
}

const inYear = async (open: OpenApp) => after(books(open), () => scope(open))

export const financesExamples: ExamplesOf<'finances'> = {
  'finances.accounts': async (open) => ({ organizationId: (await books(open)).organizationId }),
  'finances.categories': async (open) => ({ organizationId: (await books(open)).organizationId }),
  'finances.startingCategories': async () => ({}),
  'finances.projects': async (open) => ({ organizationId: (await books(open)).organizationId }),
  'finances.journal': inYear,
  'finances.book': inYear,
  'finances.quarter': async (open) => ({ ...(await inYear(open)), quarter: 1 }),
  'finances.voucher': async (open) => ({ id: (await books(open)).spent }),
  'finances.listByMeeting': async (open) => {
    const { organizationId, cash, expense } = await books(open)
    const meetingId = await open.make.meeting()
    const entry = { organizationId, direction: 'expense' as const, day: '2026-06-10', summary: '党日活动交通', amount: 30_000 }
    await open.app.finances.post({ ...entry, accountId: cash, categoryId: expense, source: 'unit', meetingId })
    return { meetingId }
  },
  'finances.trialBalance': inYear,
  'finances.categorySummary': inYear,
  'finances.budget': inYear,
  'finances.budgetLines': inYear,
  'finances.notice': inYear,
  'finances.donations': inYear,
  'finances.care': inYear,
  'finances.months': inYear,
  'finances.checks': async (open) => {
    const { organizationId, cash } = await books(open)
    await open.app.finances.recordCheck({ accountId: cash, kind: 'count', day: '2026-03-31', amount: 945_000 })
    return { organizationId }
  },
  'finances.balanceOn': async (open) => ({ accountId: (await books(open)).cash, day: '2026-03-31' }),
  'finances.candidates': async (open) => ({ accountId: (await books(open)).cash, day: '2026-03-31', difference: -50_000 }),
  'finances.reconciliation': async (open) => ({ accountId: (await books(open)).bank, until: '2026-03-31' }),
  'finances.yearEnd': inYear,
  'finances.openAccount': async ({ make }) => ({
    organizationId: await make.root(),
    kind: 'cash',
    name: '备用金',
    openedOn: '2026-01-01',
    opening: 100_000,
  }),
  'finances.closeAccount': async ({ app, make }) => {
    const { id } = await app.finances.openAccount({ organizationId: await make.root(), kind: 'bank', name: '旧户', openedOn: '2025-01-01' })
    return { id, on: '2026-06-01' }
  },
  'finances.addCategories': async ({ make }) => ({
    organizationId: await make.root(),
    categories: [{ direction: 'expense', name: '书报资料' }],
  }),
  'finances.retireCategory': async (open) => ({ id: (await books(open)).expense, retired: true }),
  'finances.addProject': async ({ make }) => ({
    organizationId: await make.root(),
    kind: 'brand',
    name: '光彩助农',
    startedOn: '2026-01-01',
  }),
  'finances.endProject': async (open) => ({ id: (await books(open)).project, on: '2026-06-01' }),
  'finances.post': async (open) => {
    const { organizationId, cash, expense } = await books(open)
    const entry = { organizationId, direction: 'expense' as const, day: '2026-04-01', summary: '买书', amount: 12_345 }
    return { ...entry, accountId: cash, categoryId: expense, source: 'unit', handler: '王芳' }
  },
  'finances.transfer': async (open) => {
    const { organizationId, cash, bank } = await books(open)
    return { organizationId, day: '2026-04-01', summary: '取现', amount: 100_000, fromId: bank, toId: cash }
  },
  'finances.reverse': async (open) => ({ id: (await books(open)).spent, day: '2026-04-02', reason: '金额记错' }),
  'finances.annotate': async (open) => ({ id: (await books(open)).spent, particulars: { handler: '李明', papers: 2 } }),
  'finances.setBudget': async (open) => {
    const { organizationId, expense } = await books(open)
    const approved = { approvedBy: '会长会议', approvedOn: '2026-01-10' }
    return { organizationId, year: 2026, lines: [{ categoryId: expense, amount: 80_000 }], ...approved }
  },
  'finances.recordCheck': async (open) => ({ accountId: (await books(open)).cash, kind: 'count', day: '2026-03-31', amount: 950_000 }),
  'finances.withdrawCheck': async (open) => {
    const { cash } = await books(open)
    return { id: (await open.app.finances.recordCheck({ accountId: cash, kind: 'count', day: '2026-03-31', amount: 1 })).id }
  },
  'finances.enterBankLines': async (open) => ({
    accountId: (await books(open)).bank,
    lines: [
      { day: '2026-03-03', amount: 200_000, summary: '转入' },
      { day: '2026-03-20', amount: -500, summary: '手续费' },
    ],
  }),
  'finances.matchBankLine': async (open) => {
    const { bank } = await books(open)
    await open.app.finances.enterBankLines({ accountId: bank, lines: [{ day: '2026-06-03', amount: 200_000 }] })
    const { lines, unmatched } = await open.app.finances.reconciliation({ accountId: bank, until: '2026-12-31' })
    return { id: lines[0]?.id ?? 0, postingId: unmatched[0]?.postingId ?? 0 }
  },
  'finances.removeBankLine': async (open) => ({ id: await bankLine(open) }),
  'finances.closeMonth': async (open) => ({ organizationId: (await books(open)).organizationId, month: '2026-01' }),
  'finances.reopenMonth': async (open) => {
    const { organizationId } = await books(open)
    await open.app.finances.closeMonth({ organizationId, month: '2026-01' })
    return { organizationId, month: '2026-01', reason: '漏记一笔' }
  },
  'finances.closeYear': async (open) => {
    open.setToday('2027-01-05')
    return { organizationId: (await books(open)).organizationId, year: 2026 }
  },
}
