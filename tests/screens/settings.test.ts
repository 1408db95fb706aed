import { afterAll, beforeAll, expect, test } from 'vitest'
import { type OpenScreen, openScreen } from '../support/browser.ts'
import { visit } from './looking.ts'

let screen: OpenScreen
beforeAll(async () => {
  screen = await openScreen({ demo: true })
  await visit(screen.page, '/settings', '设置')
})
afterAll(() => screen?.close())

test('写明台账在哪里、软件不联网、第三方许可全文', async () => {
  const { page, home } = screen
  await page.getByText('本软件不联网').waitFor()
  await expect.poll(() => page.locator('.settings-list').innerText()).toContain(home)
  await page.getByRole('button', { name: '用到的第三方库与许可' }).click()
  await page.getByText(/^antd /).click()
  await page.locator('details[open] pre').getByText('MIT LICENSE').waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
})

test('完整性检查：好的台账说没有问题', async () => {
  const { page } = screen
  await page.getByRole('button', { name: '现在检查' }).click()
  await page.getByText('没有发现问题，记录完整').waitFor()
  await expect.poll(() => page.getByText('没有发现问题，记录完整').isVisible()).toBe(true)
})

test('自设一种会议类型，列在规则包的后面', async () => {
  const { page } = screen
  await page.getByRole('button', { name: '新增类型' }).click()
  await page.getByLabel('名称').fill('志愿服务')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  const line = page.getByRole('row').filter({ hasText: '志愿服务' })
  await expect.poll(() => line.innerText()).toContain('本单位自设')
})
