import { afterAll, beforeAll, expect, test } from 'vitest'
import type { GridRow } from '../../shared/dues/contract.ts'
import { type OpenScreen, openScreen } from '../support/browser.ts'
import { seriousProblems } from './axe.ts'

/** 演示台账里：把去年的收缴台账导进来，印全体的一人一年明细。 */
let screen: OpenScreen
let scope: { organizationId: number; year: number }

beforeAll(async () => {
  screen = await openScreen({ demo: true })
  await screen.page.getByRole('navigation').first().waitFor()
  const [root] = await screen.call<{ id: number }[]>('organizations.tree')
  scope = { organizationId: root?.id ?? 0, year: new Date().getFullYear() }
})
afterAll(() => screen?.close())

test('从党费页点“导入”，贴进一张网格：已有的不重复，新的月份勾着，导完说清每一分', async () => {
  const { page } = screen
  const grid = await screen.call<GridRow[]>('dues.grid', scope)
  const owing = grid.find(
    ({ cells, name }) => cells.some(({ state }) => state === 'owing') && grid.filter((one) => one.name === name).length === 1,
  )
  const at = owing?.cells.findIndex(({ state }) => state === 'owing') ?? 0
  const due = (owing?.cells[at]?.payable ?? 0) / 100
  await page.evaluate(() => location.assign('#/dues'))
  await page.getByRole('button', { name: '导入', exact: true }).click()
  await page.getByText('把手头的党费收缴台账拖到这里').waitFor()
  const text = `${scope.year}年党费\n姓名\t${at + 1}月\n${owing?.name}\t${due}\n`
  await page.evaluate((table) => {
    const data = new DataTransfer()
    data.setData('text/plain', table)
    document.querySelector('.import')?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }))
  }, text)
  await page.getByText(/读到 1 人，实交合计/).waitFor()
  await page.getByRole('button', { name: '逐行检查 →' }).click()
  await page.getByRole('button', { name: '导入 1 人' }).waitFor()
  await expect.poll(() => seriousProblems(page)).toEqual([])
  await page.getByRole('button', { name: '导入 1 人' }).click()
  await page.getByText(`文件 ${due.toFixed(2)} = 记入 ${due.toFixed(2)}`).waitFor()
  const after = (await screen.call<GridRow[]>('dues.grid', scope)).find(({ memberId }) => memberId === owing?.memberId)
  expect(after?.cells[at]?.state).toBe('paid')
})

test('“导出”里印全体的一人一年明细', async () => {
  const { page } = screen
  await page.evaluate(() => location.assign('#/dues'))
  await page.getByRole('button', { name: '导出 ▾' }).click()
  await page.getByRole('menuitem', { name: '全体一人一年明细（PDF）' }).click()
  await page.locator('canvas').first().waitFor({ timeout: 60_000 })
  await expect.poll(() => seriousProblems(page)).toEqual([])
})
