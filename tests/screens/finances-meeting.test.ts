import { afterAll, beforeAll, expect, test } from 'vitest'
import { type OpenScreen, openScreen } from '../support/browser.ts'
import { seriousProblems } from './axe.ts'

/** 演示台账里：一次会议的开支，与交监事会的季度报告。 */
let screen: OpenScreen

beforeAll(async () => {
  screen = await openScreen({ demo: true })
  await screen.page.getByRole('navigation').first().waitFor()
})
afterAll(() => screen?.close())

test('会议页上“记一笔”已填好用于这次活动；记完写在会议上，点开就是那张凭证', async () => {
  const { page } = screen
  const [root] = await screen.call<{ id: number }[]>('organizations.tree')
  const scope = { organizationId: root?.id, year: new Date().getFullYear() }
  const meetings = await screen.call<{ id: number; topic: string; status: string }[]>('meetings.listByYear', scope)
  const planned = meetings.find(({ status }) => status === 'planned')
  await page.evaluate((id) => location.assign(`#/meetings/${id}`), planned?.id)
  const line = page.getByRole('region', { name: '这次会议的开支' })
  await line.getByRole('button', { name: '记一笔开支' }).click()
  const dialog = page.getByRole('dialog')
  await expect.poll(() => dialog.getByLabel('摘要').inputValue()).toBe(planned?.topic)
  await expect.poll(() => dialog.getByLabel('用于哪次活动').inputValue()).toBe(String(planned?.id))
  await dialog.getByLabel('摘要').fill('场地费')
  await dialog.getByLabel('金额').fill('66')
  await dialog.getByLabel('科目').selectOption({ label: '组织活动' })
  await dialog.getByLabel('资金来源').selectOption({ label: '会费' })
  await dialog.getByLabel('账户').selectOption({ index: 1 })
  await expect.poll(() => seriousProblems(page)).toEqual([])
  await page.keyboard.press('Control+Enter')
  await dialog.waitFor({ state: 'detached' })
  await line.getByText('开支 66.00').waitFor()
  await line.getByRole('button', { name: /号 场地费 66.00/ }).click()
  await page
    .getByRole('complementary', { name: '凭证' })
    .getByText(planned?.topic ?? '')
    .waitFor()
})

test('预算页的季度报告：预览就是要交的那一份', async () => {
  const { page } = screen
  await page.getByRole('tab', { name: '预算' }).click()
  await page.getByRole('button', { name: '季度报告' }).click()
  await page.getByRole('menuitem', { name: '第一季度经费情况报告' }).click()
  await page.locator('canvas').first().waitFor({ timeout: 60_000 })
  await expect.poll(() => seriousProblems(page)).toEqual([])
})
