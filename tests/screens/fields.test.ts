import { afterAll, beforeAll, expect, test } from 'vitest'
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

test('在设置里添一项单选，到党员的表单里填上，抽屉和名册的一列都看得见', async () => {
  const { page } = screen
  await visit(page, '/settings', '设置')
  await page.getByRole('button', { name: '新增字段' }).click()
  const dialog = page.getByRole('dialog', { name: '新增字段' })
  await dialog.getByLabel('名称').fill('志愿队')
  await dialog.getByLabel('填什么').click()
  await page.getByTitle('单选').last().click()
  await dialog.getByLabel('可选的说法').fill('红马甲\n蓝马甲')
  await expect.poll(() => seriousProblems(page)).toEqual([])
  await page.keyboard.press('Control+Enter')
  await dialog.waitFor({ state: 'detached' })
  await page.getByRole('row').filter({ hasText: '志愿队' }).getByText('0 人').waitFor()
  await visit(page, '/members', '党员')
  await page.getByRole('button', { name: '列 ▾' }).click()
  await page.getByRole('checkbox', { name: '志愿队' }).check()
  await page.keyboard.press('Escape')
  await page.locator('.ledger-row').first().click()
  await page.keyboard.press('e')
  await page.getByRole('dialog').getByLabel('志愿队').selectOption('蓝马甲')
  await page.keyboard.press('Control+s')
  await page.getByRole('complementary').getByText('蓝马甲').waitFor()
  await page.getByRole('gridcell', { name: '蓝马甲' }).waitFor()
  await expect.poll(() => seriousProblems(page)).toEqual([])
})

test('删除填过的一项，先说有几人填了', async () => {
  const { page } = screen
  await visit(page, '/settings', '设置')
  await page.getByRole('button', { name: '删除 志愿队' }).click()
  await page.getByRole('dialog', { name: '删除“志愿队”？' }).getByText('有 1 人填了它').waitFor()
  await page
    .getByRole('dialog', { name: '删除“志愿队”？' })
    .getByRole('button', { name: /删\s*除/ })
    .click()
  await page.getByRole('row').filter({ hasText: '志愿队' }).waitFor({ state: 'detached' })
  expect(trouble).toEqual([])
})
