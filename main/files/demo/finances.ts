import { addDays } from '../../../shared/kit/calendar.ts'
import type { Day, Fen } from '../../../shared/kit/values.ts'
import { financesSource } from './finances-source.ts'
import { monthsBefore, organizationOf, type Scene, type Step } from './scene.ts'

/** 底稿里的名字 → 台账里的 id。 */
interface Books {
  organizationId: number
  accounts: Map<string, number>
  categories: Map<string, number>
  projects: Map<string, number>
  vouchers: Map<string, number>
}

const idIn = (ids: ReadonlyMap<string, number>, name: string): number => {
  const id = ids.get(name)
  if (id === undefined) throw new Error(`演示底稿的经费里没有“${name}”`)
  return id
}

/** 立账：账户、科目、项目、预算。 */
async function openBooks(scene: Scene, books: Books, day: Day, source: ReturnType<typeof financesSource>) {
  const { app } = scene
  const { organizationId } = books
  for (const { name, kind, opening } of source.accounts)
    books.accounts.set(name, (await app.finances.openAccount({ organizationId, kind, name, openedOn: day, opening })).id)
  const categories = await app.finances.startingCategories({})
  const { ids } = await app.finances.addCategories({ organizationId, categories })
  for (const [at, { name }] of categories.entries()) books.categories.set(name, ids[at] ?? 0)
  for (const { name, kind, note } of source.projects)
    books.projects.set(name, (await app.finances.addProject({ organizationId, kind, name, startedOn: day, note })).id)
}

const setBudget = async (scene: Scene, books: Books, day: Day, { budget }: ReturnType<typeof financesSource>) =>
  void (await scene.app.finances.setBudget({
    organizationId: books.organizationId,
    year: Number(scene.today.slice(0, 4)),
    lines: Object.entries(budget.lines).map(([name, amount]) => ({ categoryId: idIn(books.categories, name), amount })),
    approvedBy: budget.approvedBy,
    approvedOn: day,
  }))

type DemoEntry = ReturnType<typeof financesSource>['entries'][number]

/** 组织活动的花费用于它之前最近的一次主题党日。 */
async function eventBefore({ app }: Scene, organizationId: number, day: Day): Promise<number | null> {
  const meetings = await app.meetings.listByYear({ organizationId, year: Number(day.slice(0, 4)) })
  const events = meetings.filter((each) => each.kindNames.includes('主题党日') && each.day <= day)
  return events.toSorted((a, b) => (a.day < b.day ? -1 : 1)).at(-1)?.id ?? null
}

async function enter(scene: Scene, books: Books, day: Day, entry: DemoEntry): Promise<void> {
  const { app } = scene
  const { organizationId } = books
  if ('reverses' in entry) {
    await app.finances.reverse({ id: idIn(books.vouchers, entry.reverses), day, reason: entry.reason })
    return
  }
  if ('to' in entry) {
    const [fromId, toId] = [idIn(books.accounts, entry.account), idIn(books.accounts, entry.to)]
    await app.finances.transfer({ organizationId, day, summary: entry.summary, amount: entry.amount, fromId, toId, handler: entry.handler })
    return
  }
  const { key, monthsAgo: _, day: __, account, category, project, ...rest } = entry
  const { id } = await app.finances.post({
    ...rest,
    organizationId,
    day,
    accountId: idIn(books.accounts, account),
    categoryId: idIn(books.categories, category),
    projectId: project ? idIn(books.projects, project) : null,
    meetingId: category === '组织活动' ? await eventBefore(scene, organizationId, day) : null,
  })
  if (key) books.vouchers.set(key, id)
}

/** 上个月末数钱箱：与账上一样。 */
async function countCash(scene: Scene, books: Books, day: Day): Promise<void> {
  const accountId = idIn(books.accounts, '现金')
  const { book } = await scene.app.finances.balanceOn({ accountId, day })
  await scene.app.finances.recordCheck({ accountId, kind: 'count', day, amount: book })
}

const bankLines = (rows: readonly { day: Day; income: Fen; expense: Fen; summary: string }[], after: number) => [
  ...rows.map(({ day, income, expense, summary }) => ({ day: addDays(day, after), amount: income - expense, summary })),
]

/** 网银的对账单：账上各笔迟一天到账，另有一笔账上还没有的手续费。 */
async function enterStatement(scene: Scene, books: Books, from: Day, until: Day): Promise<void> {
  const accountId = idIn(books.accounts, '建行基本户')
  const years = [...new Set([from.slice(0, 4), until.slice(0, 4)])].map(Number)
  const journals = []
  for (const year of years) journals.push(await scene.app.finances.journal({ organizationId: books.organizationId, year, accountId }))
  const rows = journals.flatMap((journal) => journal.rows).filter(({ day }) => day >= from && addDays(day, 1) <= until)
  await scene.app.finances.enterBankLines({
    accountId,
    lines: [...bankLines(rows, 1), { day: until, amount: -1500, summary: '账户管理费' }],
  })
}

/** 总支的一年经费：预算、活动、捐助、慰问、一笔冲销、盘点与对账、逐月结账。 */
export function financesSteps(scene: Scene): Step[] {
  const source = financesSource()
  const { app, today } = scene
  const books: Books = {
    organizationId: organizationOf(scene, source.organization),
    ...{ accounts: new Map(), categories: new Map(), projects: new Map(), vouchers: new Map() },
  }
  const opened = monthsBefore(today, 11, 1)
  const steps: Step[] = [
    { day: opened, what: '立经费账', take: () => openBooks(scene, books, opened, source) },
    { day: monthsBefore(today, 10, 6), what: '经费预算', take: () => setBudget(scene, books, monthsBefore(today, 10, 6), source) },
    ...source.entries.map((entry): Step => {
      const day = monthsBefore(today, entry.monthsAgo, entry.day)
      return { day, what: '经费凭证', take: () => enter(scene, books, day, entry) }
    }),
  ]
  const lastMonth = monthsBefore(today, 1, 31)
  if (lastMonth < today) {
    steps.push({ day: today, what: '盘点', take: () => countCash(scene, books, lastMonth) })
    steps.push({ day: today, what: '对账', take: () => enterStatement(scene, books, opened, lastMonth) })
  }
  for (let ago = 11; ago >= 2; ago -= 1) {
    const month = monthsBefore(today, ago, 1).slice(0, 7)
    const take = async () => void (await app.finances.closeMonth({ organizationId: books.organizationId, month }))
    steps.push({ day: monthsBefore(today, ago - 1, 3), what: '月末结账', take })
  }
  return steps
}
