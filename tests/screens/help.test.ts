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
})

test('F1 打开这一屏的那一页，页面照常能用；再按或 Esc 关上，焦点回到原处', async () => {
  const { page } = screen
  await visit(page, '/dues', '党费')
  const aside = page.getByRole('complementary', { name: '帮助' })
  await page.getByRole('tab').first().focus()
  await page.keyboard.press('F1')
  await aside.getByRole('heading', { name: /收党费/ }).waitFor()
  await expect.poll(() => seriousProblems(page)).toEqual([])
  await page.keyboard.press('Escape')
  await aside.waitFor({ state: 'detached' })
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('tab')
  await page.keyboard.press('F1')
  await aside.waitFor()
  await page.getByRole('link', { name: /会议活动/ }).click()
  await aside.getByRole('heading', { name: /开一次会/ }).waitFor()
  await page.keyboard.press('F1')
  await aside.waitFor({ state: 'detached' })
})

test('对话框里正打着字也能按 F1；Esc 先关帮助，对话框还在', async () => {
  const { page } = screen
  await visit(page, '/members', '党员')
  await page.keyboard.press('n')
  const dialog = page.getByRole('dialog', { name: '登记党员' })
  await dialog.getByLabel('姓名').fill('周')
  await page.keyboard.press('F1')
  const aside = page.getByRole('complementary', { name: '帮助' })
  await aside.waitFor()
  await page.keyboard.press('Escape')
  await aside.waitFor({ state: 'detached' })
  await expect.poll(() => dialog.getByLabel('姓名').inputValue()).toBe('周')
})

test('帮助里搜索，回车不用，点一处就到那一节；目录里能翻页', async () => {
  const { page } = screen
  await visit(page, '/help', /书桌/)
  await page.keyboard.press('/')
  await page.keyboard.type('补打')
  await page.getByRole('button', { name: /收据/ }).first().click()
  await page.getByRole('heading', { level: 1, name: /收党费/ }).waitFor()
  await expect.poll(() => page.getByRole('heading', { level: 2, name: '收据' }).isVisible()).toBe(true)
  await expect.poll(() => page.getByLabel('搜索手册').inputValue()).toBe('补打')
  await page.getByLabel('搜索手册').fill('不会有的词')
  await page.getByText(/没有找到/).waitFor()
  await page.getByLabel('搜索手册').press('Escape')
  await page.getByRole('navigation', { name: '手册目录' }).getByRole('link', { name: '撤销' }).click()
  await page.getByRole('heading', { level: 1, name: '撤销' }).waitFor()
  await expect.poll(() => seriousProblems(page)).toEqual([])
  expect(trouble).toEqual([])
})
