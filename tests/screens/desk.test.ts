import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type OpenScreen, openScreen } from '../support/browser.ts'
import { seriousProblems } from './axe.ts'
import { visit, watch } from './looking.ts'

let screen: OpenScreen
let trouble: string[]
beforeAll(async () => {
  screen = await openScreen({ demo: true })
  trouble = watch(screen.page)
})
afterAll(() => screen?.close())
beforeEach(async () => {
  await screen.page.reload()
  await visit(screen.page, '/', /党/)
})

/** 要做的多了只列最急的几件：看全部。 */
const seeWholeList = () => screen.page.getByRole('button', { name: /看全部/ }).click()

test('首页列出现在要做的事，每件一个按钮，点了就到那一步', async () => {
  const { page } = screen
  const todo = page.locator('.todo li').filter({ hasText: '还没有归档' }).first()
  const topic = (await todo.locator('.todo-text').innerText()).split('\n')[0]!.replace(/^\S+ \S+ /, '')
  await todo.getByRole('button', { name: /写记录归档/ }).click()
  await page.getByRole('heading', { level: 1, name: topic }).waitFor()
  expect(page.url()).toMatch(/#\/meetings\/\d+$/)
})

test('首页“去核对”到名册，只看要核对的人', async () => {
  const { page } = screen
  await seeWholeList()
  await page
    .getByRole('button', { name: /^去核对/ })
    .first()
    .click()
  await page.getByRole('grid').waitFor()
  await expect.poll(() => page.getByRole('checkbox', { name: '只看要核对的' }).isChecked()).toBe(true)
  await expect.poll(() => page.locator('.ledger-row').count()).toBeLessThan(40)
})

test('侧边栏的数字是等着办的会议，办完一件少一件', async () => {
  const { page } = screen
  const rows = await screen.call<{ id: number; status: string }[]>('meetings.listByYear', {
    organizationId: 1,
    year: new Date().getFullYear(),
  })
  const held = rows.filter((row) => row.status === 'held')
  const link = page.getByRole('link', { name: /会议活动/ })
  const before = Number(/\d+/.exec(await link.innerText())?.[0])
  expect(before).toBeGreaterThan(0)
  await screen.call('meetings.writeMinutes', { id: held[0]!.id, speeches: [], decisions: [{ text: '同意。' }] })
  await screen.call('meetings.archive', { id: held[0]!.id })
  await page.reload()
  await expect.poll(async () => Number(/\d+/.exec(await link.innerText())?.[0] ?? 0), { timeout: 10_000 }).toBe(before - 1)
})

test('Ctrl+K：打拼音首字母找到人，回车到他的整页；打“登记”能直接登记', async () => {
  const { page } = screen
  const [one] = await screen.call<{ id: number; name: string; initials: string }[]>('members.list', { organizationId: 1 })
  await page.keyboard.press('Control+k')
  await page.keyboard.type(one!.initials)
  await page
    .getByRole('option', { name: new RegExp(one!.name) })
    .first()
    .waitFor()
  await expect.poll(() => seriousProblems(page)).toEqual([])
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: one!.name }).waitFor()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('登记')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name: '登记党员' }).waitFor()
  expect(page.url()).toMatch(/#\/members$/)
})

test('换一个组织、换一年，各页跟着换', async () => {
  const { page } = screen
  const tree = await screen.call<{ id: number; name: string; kind: string }[]>('organizations.tree')
  const branch = tree.find((one) => one.kind === 'jointBranch')!
  await page.getByLabel('组织', { exact: true }).selectOption({ value: String(branch.id) })
  await page.getByRole('heading', { level: 1, name: branch.name }).waitFor()
  const people = await screen.call<unknown[]>('members.list', { organizationId: branch.id })
  await page.getByRole('link', { name: '党员' }).click()
  await page.getByText(`${people.length} 人`, { exact: true }).waitFor()
  await page.getByRole('link', { name: '首页' }).click()
  await page.getByLabel('年度').selectOption({ label: `${new Date().getFullYear() - 1} 年` })
  await page.getByRole('heading', { level: 2, name: `${new Date().getFullYear() - 1} 年` }).waitFor()
  await expect.poll(() => page.locator('.year-grid .is-now').count()).toBe(0)
})

test('选定的组织下次打开还在', async () => {
  const { page } = screen
  const tree = await screen.call<{ id: number; name: string; kind: string }[]>('organizations.tree')
  const branch = tree.find((one) => one.kind === 'jointBranch')!
  await page.getByLabel('组织', { exact: true }).selectOption({ value: String(tree[0]!.id) })
  await page.getByLabel('组织', { exact: true }).selectOption({ value: String(branch.id) })
  const kept = async () => (await screen.call<{ content: number } | null>('drafts.find', { key: 'view/organization' }))?.content
  await expect.poll(kept).toBe(branch.id)
  await page.reload()
  await page.getByRole('heading', { level: 1, name: branch.name }).waitFor()
  await page.getByLabel('组织', { exact: true }).selectOption({ value: String(tree[0]!.id) })
  await expect.poll(() => page.getByRole('heading', { level: 1 }).textContent()).toBe(tree[0]!.name)
  await expect.poll(kept).toBe(tree[0]!.id)
})

test('切换操作人：之后的操作都记在新人名下，名字点一下就能换回来', async () => {
  const { page } = screen
  await page.getByRole('button', { name: /演示 支部书记/ }).click()
  await page.getByLabel('姓名').fill('陆文')
  await page.getByLabel('职务').fill('组织委员')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('button', { name: '陆文 组织委员' }).waitFor()
  await screen.call('meetings.addKind', { name: '读书会', audience: 'members' })
  const [last] = await screen.call<{ actor: string }[]>('history.list', { limit: 1 })
  expect(last?.actor).toContain('陆文')
  await page.getByRole('button', { name: '陆文 组织委员' }).click()
  await page.getByRole('dialog').getByRole('button', { name: /演示/ }).click()
  await page.getByRole('button', { name: /演示 支部书记/ }).waitFor()
})

test('快捷键一览：按 ? 打开，Esc 关上', async () => {
  const { page } = screen
  await page.keyboard.press('?')
  await page.getByRole('dialog', { name: '快捷键' }).waitFor()
  await expect.poll(() => seriousProblems(page)).toEqual([])
  await page.keyboard.press('Escape')
  await page.getByRole('dialog', { name: '快捷键' }).waitFor({ state: 'detached' })
  await expect.poll(() => page.getByRole('heading', { level: 1 }).isVisible()).toBe(true)
})

test('首页、组织、操作记录、设置都没有严重的无障碍问题，也不横向溢出', async () => {
  const { page } = screen
  const found: Record<string, unknown> = {}
  for (const [path, heading] of [
    ['/', /党/],
    ['/organizations', '组织'],
    ['/history', '操作记录'],
    ['/settings', '设置'],
  ] as const) {
    await visit(page, path, heading)
    const overflow = await page.evaluate(
      () =>
        document.documentElement.scrollWidth -
        innerWidth +
        Number(document.querySelector('main')!.scrollWidth > document.querySelector('main')!.clientWidth),
    )
    found[path] = { overflow, problems: await seriousProblems(page) }
  }
  expect(found).toEqual(Object.fromEntries(Object.keys(found).map((path) => [path, { overflow: 0, problems: [] }])))
})

test('一路走来控制台里没有错误，也没有向外的请求', () => {
  expect(trouble).toEqual([])
})

test('总支的首页一行一个支部，甲支部开了不算乙支部开了；点支部就到那个支部', async () => {
  const { page } = screen
  type Part = { id: number; name: string; kind: string }
  const branches = (await screen.call<Part[]>('organizations.tree')).filter(({ kind }) => /branch$/i.test(kind) && kind !== 'generalBranch')
  await expect.poll(() => page.locator('.branch-grid tbody th').allInnerTexts()).toEqual(branches.map(({ name }) => name))
  const year = new Date().getFullYear()
  for (const [at, { id }] of branches.entries()) {
    const gaps = await screen.call<{ kind: { period: string }; missing: number }[]>('meetings.gaps', { organizationId: id, year })
    const lacking = gaps.filter(({ kind, missing }) => kind.period !== 'none' && missing > 0).length
    await expect.poll(() => page.locator('.branch-grid tbody tr').nth(at).locator('.is-missing').count()).toBe(lacking)
  }
  await page.getByRole('button', { name: branches[1]!.name, exact: true }).click()
  await page.getByRole('heading', { level: 1, name: branches[1]!.name }).waitFor()
  await page.getByRole('table', { name: '每类会议各月召开的次数' }).waitFor()
  await expect.poll(() => seriousProblems(page)).toEqual([])
})

/** 回到总支的首页。 */
async function atTop() {
  const [top] = await screen.call<{ id: number; name: string }[]>('organizations.tree')
  await screen.page.getByLabel('组织', { exact: true }).selectOption({ value: String(top!.id) })
  await visit(screen.page, '/', top!.name)
}

test('首页“去安排”：总支到还差的那个支部去，支部里类型已选好，只等写议题', async () => {
  const { page } = screen
  await atTop()
  await seeWholeList()
  const branch = page
    .locator('.todo li')
    .filter({ hasText: /\n?还差/ })
    .first()
  const [name] = (await branch.locator('.todo-text').innerText()).split('\n')
  await branch.getByRole('button', { name: `去安排：${name}` }).click()
  await page.getByRole('heading', { level: 1, name: '会议活动' }).waitFor()
  await visit(page, '/', name!)
  await seeWholeList()
  const todo = page
    .locator('.todo li')
    .filter({ hasText: /还差 \d+ 次/ })
    .first()
  const [, kind] = /还差 \d+ 次(\S+)/.exec(await todo.locator('.todo-text').innerText()) ?? []
  await todo.getByRole('button').click()
  const dialog = page.getByRole('dialog', { name: '新建会议' })
  await dialog.waitFor()
  await expect.poll(() => dialog.getByRole('checkbox', { name: kind! }).isChecked()).toBe(true)
})

test('党小组会从今年头一次起算，头一次之前的月份不写“缺”', async () => {
  const { page } = screen
  await page.keyboard.press('Escape')
  await atTop()
  const [first] = (await screen.call<{ id: number; name: string; kind: string }[]>('organizations.tree')).filter(
    ({ kind }) => kind === 'branch',
  )
  const year = new Date().getFullYear()
  const gaps = await screen.call<{ kind: { code: string; name: string; period: string }; heldByMonth: number[] }[]>('meetings.gaps', {
    organizationId: first!.id,
    year,
  })
  await page.getByRole('button', { name: first!.name, exact: true }).click()
  await page.getByRole('table', { name: '每类会议各月召开的次数' }).waitFor()
  const monthly = gaps
    .filter(({ kind }) => kind.period === 'month')
    .map(({ kind, heldByMonth }) => ({ kind, begun: heldByMonth.findIndex((held) => held > 0) }))
  expect(monthly.some(({ begun }) => begun > 0)).toBe(true)
  for (const { kind, begun } of monthly) {
    const row = page.getByRole('row', { name: new RegExp(`^${kind.name}`) })
    const cells = await row.getByRole('cell').allInnerTexts()
    expect(cells.slice(0, begun < 0 ? 12 : begun).includes('缺')).toBe(false)
  }
})

test('还没有到的一年：不说已开齐，也没有一格打勾', async () => {
  const { page } = screen
  const next = new Date().getFullYear() + 1
  await visit(page, '/', /./)
  await page.getByLabel('组织', { exact: true }).selectOption({ index: 0 })
  await page.getByLabel('年度').selectOption(String(next))
  await page.locator('.branch-grid').waitFor()
  await expect.poll(() => page.locator('.branch-grid .is-held, .branch-grid .is-missing').count()).toBe(0)
  await visit(page, '/meetings', '会议活动')
  await page.getByText(`${next} 年还没有到。`).waitFor()
  await page.getByLabel('年度').selectOption(String(next - 1))
  await page.getByText(`${next} 年还没有到。`).waitFor({ state: 'detached' })
})
