import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Journal } from '../../shared/finances/contract.ts'
import { rowsBook } from '../imports/sheets.ts'
import { type OpenScreen, openScreen } from '../support/browser.ts'
import { seriousProblems } from './axe.ts'
import { visit } from './looking.ts'

/** 从日记账点“导入”，把手头的收支台账记进来。 */
let screen: OpenScreen
let organizationId = 0
const year = new Date().getFullYear()

beforeAll(async () => {
  screen = await openScreen()
  await screen.call('files.create', { name: '春晖商会党支部', kind: 'branch', actor: { name: '李明', post: '支部书记' } })
  organizationId = (await screen.call<{ id: number }[]>('organizations.tree'))[0]?.id ?? 0
  for (const [kind, name] of [
    ['cash', '现金'],
    ['bank', '建行基本户'],
  ])
    await screen.call('finances.openAccount', { organizationId, kind, name, openedOn: `${year}-01-01`, opening: 100_000 })
  await screen.page.reload()
  await visit(screen.page, '/finances', '经费')
})
afterAll(() => screen?.close())

test('选好账户，看每一笔怎样读，记进来，数目一分不差；再来一次没有变化', async () => {
  const { page } = screen
  await page.getByRole('button', { name: '导入', exact: true }).click()
  await page.getByText('把手头的收支台账拖到这里').waitFor()
  await page.getByRole('combobox', { name: '记在哪个账户' }).click()
  await page.locator('.ant-select-item-option').filter({ hasText: '建行基本户' }).click()
  await expect.poll(() => seriousProblems(page)).toEqual([])
  const bytes = await rowsBook([
    ['日期', '凭证号', '摘要', '收入', '支出', '结余'],
    ['', '', '上年结转', '', '', 1000],
    [`${year}-01-01`, 1, '拨款', 500, '', 1500],
    [`${year}-01-01`, 2, '买书', '', '￥20.50', 1400],
    ['', '', '本月合计', 500, 20.5, 1400],
    [`${year}-01-01`, 3, '买水', '', '1.2万', ''],
  ])
  const choose = async () => {
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: '选择文件' }).click()
    await (await chooser).setFiles({ name: '收支.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) })
    await page.getByText(/读到 3 笔，收入合计 500.00 元，支出合计 20.50 元。结余有 1 处对不上/).waitFor()
    await page.getByRole('button', { name: '逐行检查 →' }).click()
  }
  await choose()
  await page.getByText('第 4 行结余应为 1,479.50，表里写的是 1,400.00（F4）').waitFor()
  await page.getByText('跳过：“上年结转”1,000.00，只用来核对').waitFor()
  await expect.poll(() => seriousProblems(page)).toEqual([])
  await page.getByRole('button', { name: '导入 2 笔' }).click()
  await page.getByText('✓ 已导入 2 笔').waitFor()
  await page.getByText('文件 500.00 = 记入 500.00').waitFor()
  await expect.poll(() => seriousProblems(page)).toEqual([])
  const { rows } = await screen.call<Journal>('finances.journal', { organizationId, year })
  expect(rows.map(({ summary, account, note }) => [summary, account, note])).toEqual([
    ['拨款', '建行基本户', '原凭证号 1'],
    ['买书', '建行基本户', '原凭证号 2'],
  ])
  await page.getByRole('button', { name: '再导入一个文件' }).click()
  await choose()
  await page.getByText(/共 5 行 = 新增 0 \+ 没有变化 2 \+ 有疑问 1 \+ 跳过 2/).waitFor()
})
