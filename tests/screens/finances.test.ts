import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Journal } from '../../shared/finances/contract.ts'
import { type OpenScreen, openScreen } from '../support/browser.ts'
import { seriousProblems } from './axe.ts'
import { visit } from './looking.ts'

let screen: OpenScreen
let organizationId = 0
const year = new Date().getFullYear()
const today = () => `${year}0101`

beforeAll(async () => {
  screen = await openScreen()
  await screen.call('files.create', { name: '春晖商会党支部', kind: 'branch', actor: { name: '李明', post: '支部书记' } })
  organizationId = (await screen.call<{ id: number }[]>('organizations.tree'))[0]?.id ?? 0
  await screen.call('members.admit', { organizationId, category: 'formal', facts: { name: '周明礼' } })
  await screen.page.reload()
  await visit(screen.page, '/finances', '经费')
})
afterAll(() => screen?.close())

const journal = () => screen.call<Journal>('finances.journal', { organizationId, year })
const done = () => screen.page.getByRole('dialog').waitFor({ state: 'detached' })

test('没有立账时说下一步；立账写下现金与银行，科目照常用的', async () => {
  const { page } = screen
  await page.getByRole('button', { name: '立账' }).click()
  await page.getByLabel('现金期初余额').fill('500')
  await page.getByLabel('银行账户', { exact: true }).fill('建行基本户')
  await page.getByLabel('银行期初余额').fill('1,0000.5')
  await expect.poll(() => seriousProblems(page)).toEqual([])
  await page.keyboard.press('Control+Enter')
  await done()
  await page.getByText('合计').first().waitFor()
  await expect.poll(async () => (await journal()).carried).toBe(1_050_050)
})

test('日记账最后一行填完按回车就记上，接着记下一笔', async () => {
  const { page } = screen
  const line = page.getByRole('group', { name: '记下一笔' })
  await line.getByLabel('日期').fill(today())
  await line.getByLabel('摘要').fill('主题党日交通费')
  await line.getByLabel('金额').fill('120.5')
  await line.getByLabel('科目').selectOption({ label: '组织活动' })
  await line.getByLabel('资金来源').selectOption({ label: '会费' })
  await line.getByLabel('账户').selectOption({ index: 1 })
  const handler = line.getByLabel('经手人')
  await handler.fill('zml')
  await page.locator('.ant-select-item-option', { hasText: '周明礼' }).first().waitFor()
  // 头一下 Enter 选人，人定了再按才记上
  await handler.press('Enter')
  await expect.poll(() => handler.inputValue()).toBe('周明礼')
  await handler.press('Enter')
  await page.getByText('已记第 1 号').waitFor()
  await line.getByLabel('摘要').fill('横幅')
  await line.getByLabel('金额').fill('30')
  await line.getByLabel('金额').press('Enter')
  await page.getByText('已记第 2 号').waitFor()
  const { rows } = await journal()
  expect(rows.map(({ number, expense, balance }) => [number, expense, balance])).toEqual([
    [1, 12_050, 1_038_000],
    [2, 3_000, 1_035_000],
  ])
  await expect.poll(() => seriousProblems(page)).toEqual([])
})

test('超支当场说出结余，记不上', async () => {
  const { page } = screen
  const line = page.getByRole('group', { name: '记下一笔' })
  await line.getByLabel('摘要').fill('买大件')
  await line.getByLabel('金额').fill('99999')
  await line.getByLabel('金额').press('Enter')
  await page.getByText(/不够支出 99,999\.00 元/).waitFor()
  await expect.poll(async () => (await journal()).rows).toHaveLength(2)
})

test('打开凭证看分录，红字冲销；凭证能预览成纸', async () => {
  const { page } = screen
  await page.getByRole('row').filter({ hasText: '横幅' }).click()
  const drawer = page.getByRole('complementary', { name: '凭证' })
  await drawer.getByText('底下的分录').click()
  await drawer.getByRole('row').filter({ hasText: '组织活动' }).waitFor()
  await expect.poll(() => seriousProblems(page)).toEqual([])
  await drawer.getByRole('button', { name: '红字冲销' }).click()
  await page.getByLabel('原因').fill('重复记账')
  await page.keyboard.press('Control+Enter')
  await done()
  await drawer.getByText('已由第 3 号红字冲销').waitFor()
  await drawer.getByRole('button', { name: '打印凭证' }).click()
  await page.getByRole('dialog').locator('canvas').first().waitFor()
  await page.keyboard.press('Escape')
  await done()
  await page.keyboard.press('Escape')
  await expect.poll(async () => (await journal()).rows.at(-1)).toMatchObject({ expense: -3_000, reverses: 2 })
})

test('数钱箱：按面额数，当场说相符', async () => {
  const { page } = screen
  await page.getByRole('tab', { name: '核对' }).click()
  await page.getByRole('button', { name: '点现金' }).click()
  await page.getByLabel('100 元几张').fill('3')
  await page.getByText(/少 79\.50/).waitFor()
  await page.getByLabel('50 元几张').fill('1')
  await page.getByLabel('20 元几张').fill('1')
  await page.getByLabel('5 元几张').fill('1')
  await page.getByLabel('1 元几张').fill('4')
  await page.getByLabel('5 角几张').fill('1')
  await page.getByText('✓ 相符').waitFor()
  await expect.poll(() => seriousProblems(page)).toEqual([])
  await page.keyboard.press('Control+Enter')
  await done()
  await page.getByRole('cell', { name: '✓ 相符' }).waitFor()
})

test('粘贴对账单，金额相同的自动勾对；预算、项目、结账各页都打得开', async () => {
  const { page } = screen
  await page.getByRole('button', { name: '录入对账单' }).click()
  await page.getByLabel(/从网银或 Excel 复制/).fill(`日期\t摘要\t收入\t支出\n${year}-01-01\t管理费\t\t15.00\n合计\t\t\t15.00`)
  await page.getByText(/读出 1 行/).waitFor()
  await page.keyboard.press('Control+Enter')
  await done()
  await page.getByText(/对账单有账上没有 1 笔/).waitFor()
  for (const [tab, said] of [
    ['预算', /还没有写明由谁批准/],
    ['项目与科目', /还没有项目/],
    ['结账', /年终结转/],
  ] as const) {
    await page.getByRole('tab', { name: tab }).click()
    await page.getByText(said).first().waitFor()
    await expect.poll(() => seriousProblems(page), { message: tab }).toEqual([])
  }
})

test('记一笔记到一半，程序被杀掉：重新打开，接着填；读不懂的金额也照打的字；从头填就清空，账上没有多', async () => {
  const { page } = screen
  const dialog = page.getByRole('dialog', { name: '记支出' })
  const open = async () => {
    await page.getByRole('tab', { name: '日记账' }).click()
    await page.getByRole('button', { name: '记支出' }).click()
  }
  const before = (await journal()).rows.length
  await open()
  await dialog.getByLabel('金额').fill('1,0300.5')
  await dialog.getByLabel('摘要').fill('慰问老党员')
  await dialog.getByRole('button', { name: '添慰问对象' }).click()
  await dialog.getByLabel('姓名', { exact: true }).fill('孙桂英')
  await dialog.getByLabel('慰问金额').fill('三百')
  const draft = { key: `finances.post/${organizationId}/expense/` }
  const kept = () => screen.call<{ content: unknown } | null>('drafts.find', draft)
  await expect.poll(async () => JSON.stringify(await kept())).toContain('三百')

  await screen.powerCut()
  await visit(page, '/finances', '经费')
  await page.getByRole('button', { name: '记收入' }).click()
  await page.getByRole('dialog', { name: '记收入' }).waitFor()
  await page.keyboard.press('Escape')
  await done()
  await open()
  await dialog.getByText('已接着上次没有存完的内容').waitFor()
  await expect.poll(() => dialog.getByLabel('金额').first().inputValue()).toBe('10,300.50')
  await expect.poll(() => dialog.getByLabel('慰问金额').inputValue()).toBe('三百')
  await expect.poll(() => dialog.getByLabel('姓名', { exact: true }).inputValue()).toBe('孙桂英')
  await expect.poll(() => seriousProblems(page)).toEqual([])
  await dialog.getByRole('button', { name: '从头填' }).click()
  await dialog.getByText('已接着上次没有存完的内容').waitFor({ state: 'detached' })
  await expect.poll(() => dialog.getByLabel('摘要').inputValue()).toBe('')
  await expect.poll(() => kept()).toBeNull()
  await page.keyboard.press('Escape')
  await done()
  await expect.poll(async () => (await journal()).rows).toHaveLength(before)
})

test('改预算改到一半断了电，别处又改了：不自动接着填，接的只是自己改过的几项', async () => {
  const { page } = screen
  const open = async () => {
    await page.getByRole('tab', { name: '预算' }).click()
    await page.getByRole('button', { name: '填写预算' }).click()
  }
  const dialog = page.getByRole('dialog', { name: `${year} 年预算` })
  await open()
  await dialog.getByLabel('由谁批准').fill('支部党员大会')
  const kept = () => screen.call('drafts.find', { key: `finances.setBudget/${organizationId}/${year}` })
  await expect.poll(kept).not.toBeNull()
  await page.reload()
  const { lines } = await screen.call<{ lines: { categoryId: number; category: string }[] }>('finances.budget', { organizationId, year })
  const [line] = lines
  await screen.call('finances.setBudget', {
    ...{ organizationId, year, approvedBy: '', approvedOn: null },
    lines: [{ categoryId: line?.categoryId, amount: 50_000 }],
  })
  await page.reload()
  await open()
  await dialog.getByText('存着的内容后来改过了').waitFor()
  await expect.poll(() => dialog.getByLabel('由谁批准').inputValue()).toBe('')
  await expect.poll(() => seriousProblems(page)).toEqual([])
  await dialog.getByRole('button', { name: '接着填' }).click()
  await expect.poll(() => dialog.getByLabel('由谁批准').inputValue()).toBe('支部党员大会')
  await expect.poll(() => dialog.getByLabel(line?.category ?? '').inputValue()).toBe('500.00')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '放弃', exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
  await expect.poll(() => kept()).toBeNull()
})
