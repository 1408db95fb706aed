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

test('列的次序随台账存，重新打开还是这样；打印所见的就是眼前的几行几列', async () => {
  const { page } = screen
  await visit(page, '/members', '党员')
  await page.getByRole('grid').waitFor()
  await page.getByRole('button', { name: '列 ▾' }).click()
  await page.getByRole('checkbox', { name: '出生日期' }).uncheck()
  await page.getByRole('button', { name: '左移 手机号' }).click()
  await expect.poll(() => seriousProblems(page)).toEqual([])
  await page.keyboard.press('Escape')
  const headings = async () =>
    (await page.getByRole('columnheader').allInnerTexts()).map((text) => text.trim()).filter((text) => text !== '')
  const chosen = await headings()
  expect(chosen).not.toContain('出生日期')
  expect(chosen.indexOf('手机号')).toBe(chosen.length - 2)
  await page.reload()
  await page.getByRole('grid').waitFor()
  await expect.poll(headings).toEqual(chosen)

  await page.getByLabel('人员类别').selectOption('预备党员')
  const people = await screen.call<{ category: string }[]>('members.list', { organizationId: 1 })
  const count = people.filter(({ category }) => category === 'probationary').length
  await expect.poll(() => page.locator('.ledger-row').count()).toBe(count)
  await page.getByRole('button', { name: '导出 ▾' }).click()
  await page.getByRole('menuitem', { name: `打印所见的 ${count} 行（PDF）` }).click()
  await page.getByRole('dialog').getByRole('img', { name: '第 1 页，共 1 页' }).waitFor()
  await expect.poll(() => seriousProblems(page)).toEqual([])
  expect(trouble).toEqual([])
})
