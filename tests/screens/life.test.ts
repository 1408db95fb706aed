import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ItemRow } from '../../shared/rectification/contract.ts'
import type { CoverageRow, TalkRow } from '../../shared/talks/contract.ts'
import { type OpenScreen, openScreen } from '../support/browser.ts'
import { seriousProblems } from './axe.ts'
import { visit, watch } from './looking.ts'

let screen: OpenScreen
let scope: { organizationId: number; year: number }
beforeAll(async () => {
  screen = await openScreen({ demo: true })
  const [root] = await screen.call<{ id: number }[]>('organizations.tree')
  const today = new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' })
  scope = { organizationId: root!.id, year: Number(today.slice(0, 4)) }
}, 120_000)
afterAll(() => screen?.close())

const talks = () => screen.call<TalkRow[]>('talks.listByYear', scope)
const coverage = () => screen.call<CoverageRow[]>('talks.coverage', scope)

test('会议活动的题头上换到谈心谈话；首字母选人，一次登记两次，算哪一类自己认', async () => {
  const { page } = screen
  const seen = watch(page)
  const before = (await talks()).length
  await visit(page, '/meetings', '会议活动')
  await page.getByRole('link', { name: '谈心谈话', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: '谈心谈话' }).waitFor()
  await expect
    .poll(() =>
      page
        .getByRole('link', { name: /^会议活动/ })
        .first()
        .getAttribute('aria-current'),
    )
    .toBe('page')
  await expect.poll(() => seriousProblems(page)).toEqual([])
  await page.keyboard.press('n')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('第 1 次 日期').fill(`${scope.year}0102`)
  await page.keyboard.press('Tab')
  await dialog.getByLabel('第 1 次 谈话人', { exact: true }).pressSequentially('zml')
  await page.locator('.ant-select-item-option', { hasText: '周明礼' }).waitFor()
  await page.keyboard.press('Enter')
  await dialog.getByLabel('第 1 次 被谈话人').pressSequentially('王芳')
  await page.locator('.ant-select-item-option', { hasText: '王芳（第二党小组）' }).click()
  await dialog.getByText('支委与党员', { exact: true }).waitFor()
  await dialog.getByLabel('第 1 次 主要内容摘要').fill('谈近来的工作')
  await dialog.getByRole('button', { name: '＋ 添加谈话' }).click()
  await page.keyboard.type('不在册')
  await page.keyboard.press('Tab')
  await dialog.getByText('第 2 次：名册里没有“不在册”').waitFor()
  await expect.poll(() => dialog.getByRole('button', { name: '登记 2 次' }).isDisabled()).toBe(true)
  await dialog.getByLabel('第 2 次 被谈话人').fill('沈若兰')
  await dialog.getByText('支委之间', { exact: true }).waitFor()
  await expect.poll(() => seriousProblems(page)).toEqual([])
  // 名单还开着，亮着的就是他：选定了就存，不用先按一次 Enter
  await page.locator('.ant-select-item-option-active', { hasText: '沈若兰' }).waitFor()
  await page.keyboard.press('Control+Enter')
  await dialog.waitFor({ state: 'detached' })
  const now = await talks()
  expect(now.length).toBe(before + 2)
  expect(now.filter(({ day }) => day === `${scope.year}-01-02`).map(({ talker, talkedName, kind }) => [talker, talkedName, kind])).toEqual([
    ['周明礼', '王芳', 'committeeWithMember'],
    ['周明礼', '沈若兰', 'withinCommittee'],
  ])
  await page.getByRole('button', { name: '撤销' }).click()
  await expect.poll(async () => (await talks()).length).toBe(before)
  expect(seen).toEqual([])
})

test('谁还没谈：点名字，被谈话人已经填好；登记了就少一个', async () => {
  const { page } = screen
  await page.getByText(/^谁还没谈 \d+$/).click()
  await page.getByText('每类一年不少于 1 次').waitFor()
  const before = (await coverage()).filter(({ missing }) => missing.length > 0)
  const lacking = before.find(({ missing, onCommittee }) => !onCommittee && missing.length === 1 && missing[0] === 'committeeWithMember')!
  await page.getByRole('grid', { name: '谈心谈话覆盖' }).getByText(lacking.name, { exact: true }).click()
  const dialog = page.getByRole('dialog')
  await expect.poll(() => dialog.getByLabel('第 1 次 被谈话人').inputValue()).toBe(lacking.name)
  await dialog.getByLabel('第 1 次 日期').fill(`${scope.year}0103`)
  await dialog.getByLabel('第 1 次 谈话人', { exact: true }).fill('周明礼')
  await dialog.getByRole('combobox', { name: '第 1 次 跟进' }).focus()
  await page.keyboard.press('Control+Enter')
  await dialog.waitFor({ state: 'detached' })
  await expect.poll(async () => (await coverage()).filter(({ missing }) => missing.length > 0).length).toBe(before.length - 1)
  await page.getByText(`谁还没谈 ${before.length - 1}`).waitFor()
})

test('整改：过期的在最前，填了日期和情况才能完成；首页上也有', async () => {
  const { page } = screen
  await visit(page, '/', /./)
  await page.getByRole('button', { name: '去完成：窗口接待有时让群众多跑路' }).click()
  await page.getByRole('heading', { level: 1, name: '整改' }).waitFor()
  await expect.poll(() => seriousProblems(page)).toEqual([])
  await page.getByRole('button', { name: '完成：窗口接待有时让群众多跑路' }).click()
  const dialog = page.getByRole('dialog')
  const done = dialog.getByRole('button', { name: /完成$/ })
  await dialog.getByLabel('完成日期').fill(`${scope.year + 1}0101`)
  await dialog.getByLabel('完成情况').fill('清单已上墙')
  await done.click()
  await dialog.getByText('完成了再填').waitFor()
  const items = await screen.call<ItemRow[]>('rectification.listByYear', scope)
  const item = items.find(({ problem }) => problem.startsWith('窗口接待'))!
  await dialog.getByLabel('完成日期').fill(item.due!)
  await done.click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByText(/^已完成 4$/).click()
  await page.getByRole('grid', { name: '整改' }).getByText('清单已上墙').waitFor()
})

test('整改可以平时添，改回进行中，也可以删去', async () => {
  const { page } = screen
  await page.keyboard.press('n')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('问题').fill('宣传栏换得慢')
  await dialog.getByLabel('提出日期').fill(`${scope.year}0105`)
  await dialog.getByRole('button', { name: '添加', exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByText(/^还没完成 3$/).click()
  await page.getByRole('grid', { name: '整改' }).getByText('宣传栏换得慢').click()
  await dialog.getByRole('button', { name: '删除整改' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByText(/^还没完成 2$/).waitFor()
  const items = await screen.call<ItemRow[]>('rectification.listByYear', scope)
  expect(items.map(({ problem }) => problem)).not.toContain('宣传栏换得慢')
})

test('谈心谈话、整改、议定事项都能照着屏幕上的样子导出和打印', async () => {
  const { page } = screen
  for (const [path, heading] of [
    ['/talks', '谈心谈话'],
    ['/rectification', '整改'],
    ['/decisions', '议定事项'],
  ] as const) {
    await visit(page, path, heading)
    if (path === '/talks') await page.getByText(/^谈过的/).click()
    await page.getByRole('button', { name: /^导出台账/ }).click()
    const printed = page.getByRole('menuitem', { name: /^打印所见的 \d+ 行/ })
    await printed.waitFor()
    await expect.poll(() => printed.innerText()).toMatch(/PDF/)
    await page.keyboard.press('Escape')
  }
})
