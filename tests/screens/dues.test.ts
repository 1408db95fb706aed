import { afterAll, beforeAll, expect, test } from 'vitest'
import type { GridRow } from '../../shared/dues/contract.ts'
import { showFen } from '../../shared/kit/money.ts'
import { type OpenScreen, openScreen } from '../support/browser.ts'
import { seriousProblems } from './axe.ts'
import { visit, watch } from './looking.ts'

let screen: OpenScreen
let seen: string[]
let organizationId: number
beforeAll(async () => {
  screen = await openScreen()
  await screen.page.getByRole('heading', { level: 1 }).waitFor()
  await screen.call('files.create', { name: '青禾路商会党支部', kind: 'branch', actor: { name: '周明礼', post: '支部书记' } })
  organizationId = (await screen.call<{ id: number }[]>('organizations.tree'))[0]!.id
  for (const [name, duesStandard] of [
    ['赵小满', '40元'],
    ['钱大有', '0.5'],
    ['孙向阳', '1%'],
  ])
    await screen.call('members.admit', {
      organizationId,
      category: 'formal',
      facts: { name, duesStandard, joinedOn: '2010-07-01', fullMemberOn: '2011-07-01' },
    })
  await screen.page.reload()
  seen = watch(screen.page)
  await screen.page.getByRole('link', { name: '党费', exact: true }).click()
})
afterAll(() => screen?.close())

const year = new Date().getFullYear()
const month = new Date().getMonth()
const grid = () => screen.call<GridRow[]>('dues.grid', { organizationId, year })
const dialogGone = () => screen.page.getByRole('dialog').waitFor({ state: 'detached' })

test('头一次先定口径：什么也没有预选，选全了才能定下', async () => {
  const { page } = screen
  await page.getByRole('button', { name: '定党费口径' }).click()
  const dialog = page.getByRole('dialog')
  await expect.poll(() => dialog.getByRole('radio', { checked: true }).count()).toBe(0)
  const verb = dialog.getByRole('button', { name: '定下' })
  await dialog.getByText('还没选：取整到哪一位、怎样取、基数变动怎么办').waitFor()
  await dialog.getByLabel('分', { exact: true }).check()
  await dialog.getByLabel('四舍五入').check()
  await dialog.getByText('还没选：基数变动怎么办').waitFor()
  await expect.poll(() => verb.isDisabled()).toBe(true)
  await dialog.getByLabel('工资变动当月起用新基数').check()
  await expect.poll(() => seriousProblems(page)).toEqual([])
  await verb.click()
  await dialogGone()
  await expect.poll(() => screen.call('dues.practice', { organizationId })).toMatchObject({ rounding: { unit: 'fen', mode: 'half' } })
})

test('名册里写着每月党费的，看过一遍一次核定，一步撤销；写成比例的不猜', async () => {
  const { page } = screen
  const button = page.getByRole('button', { name: '名册里写着每月党费的 2 人，照此核定' })
  await button.click()
  const dialog = page.getByRole('dialog', { name: /^照名册核定/ })
  await expect.poll(() => dialog.getByLabel('从哪个月起').inputValue()).toBe(`${year}-01`)
  await dialog.getByRole('row', { name: /^赵小满 40.00/ }).waitFor()
  // 0.5 也可能是 0.5%：不替人猜
  await expect.poll(() => dialog.getByLabel('钱大有 类别').inputValue()).toBe('')
  await dialog.getByText('也可能是比例 0.5%').waitFor()
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/roster-doubt.png` })
  await dialog.getByLabel('钱大有 类别').selectOption('farmer')
  await page.getByRole('dialog', { name: '照名册核定：2 人' }).waitFor()
  await dialog.getByLabel('赵小满 类别').selectOption('retired')
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/roster-bases.png` })
  await expect.poll(() => seriousProblems(page)).toEqual([])
  await page.keyboard.press('Control+Enter')
  await dialogGone()
  await expect
    .poll(async () => (await grid()).map(({ kind, monthly }) => [kind, monthly]))
    .toEqual([
      ['retired', 4000],
      ['farmer', 50],
      [null, null],
    ])
  await page.getByText('还有 1 人没有核定交费基数').waitFor()
  await button.waitFor({ state: 'detached' })
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/roster-based.png` })
  await page.getByRole('button', { name: '撤销' }).click()
  await expect.poll(async () => (await grid()).map(({ monthly }) => monthly)).toEqual([null, null, null])
})

test('用键盘核定基数：B 打开，写出算法，刚跨过一档就提醒', async () => {
  const { page } = screen
  await page.getByText('还有 3 人没有核定交费基数').waitFor()
  for (const [at, base] of ['3000.01', '5000', '2000'].entries()) {
    await page.getByRole('grid', { name: '党费全年网格' }).focus()
    if (at > 0) await page.keyboard.press('ArrowDown')
    await page.keyboard.press('b')
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('类别').selectOption('salary')
    const whole = dialog.getByLabel('或直接填算好的基数')
    await expect.poll(() => whole.getAttribute('placeholder')).toBe('元，如 4,860.00')
    await whole.fill(base)
    if (at === 0) {
      await dialog.getByText('30.0001 元，四舍五入到分，应交 30.00 元。').waitFor()
      await dialog.getByText(/^刚跨过 3,000.00 元这一档/).waitFor()
      await expect.poll(() => seriousProblems(page)).toEqual([])
    }
    await page.keyboard.press('Control+Enter')
    await dialogGone()
  }
  await expect.poll(async () => (await grid()).map(({ monthly }) => monthly)).toEqual([3000, 5000, 1000])
})

test('收一个月：A 全部按应交收齐，选怎样交、开不开收据，入账——三下；撤销一下全回来', async () => {
  const { page } = screen
  await page.getByRole('grid', { name: '党费全年网格' }).focus()
  await page.keyboard.press('a')
  const dialog = page.getByRole('dialog')
  await dialog.getByText('入账：3 人，90.00 元').waitFor()
  await expect.poll(() => dialog.getByRole('button', { name: '入账' }).isDisabled()).toBe(true)
  await dialog.getByLabel('现金').check()
  await dialog.getByLabel('每笔开收据').check()
  await expect.poll(() => seriousProblems(page)).toEqual([])
  await page.keyboard.press('Control+Enter')
  await dialogGone()
  await expect.poll(async () => (await grid()).map(({ cells }) => cells[month]?.state)).toEqual(['paid', 'paid', 'paid'])
  // 应交 ＝ 实交 ＋ 欠 ＋ 未到期：每人十二个月，收了这一个月
  const [past, ahead] = [month * 90, (11 - month) * 90].map((sum) => showFen(sum * 100))
  const parts = ['应交 1,080.00 ＝ 实交 90.00', month > 0 && `欠 ${past}`, month < 11 && `未到期 ${ahead}`].filter(Boolean)
  await expect.poll(() => page.locator('.dues-facts').textContent()).toBe(parts.join(' ＋ '))
  await expect.poll(() => seriousProblems(page)).toEqual([])
  await page.getByRole('button', { name: '撤销' }).click()
  await expect.poll(async () => (await grid())[0]?.cells[month]?.state).toBe('open')
})

test('像电子表格：打金额、Tab 走、Shift 选几个月、空格按应交填、贴 Excel 的一块，都先待着', async () => {
  const { page } = screen
  const table = page.getByRole('grid', { name: '党费全年网格' })
  await table.focus()
  await page.keyboard.press('PageUp')
  await page.keyboard.press('Home')
  await page.keyboard.type('30')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Space')
  await page.getByText('待入账 1 人，90.00 元').waitFor()
  await page.keyboard.press('ArrowDown')
  await table.evaluate((node) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text', '50\t50.00\n10\t十元')
    node.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  })
  await page.getByText('待入账 3 人，200.00 元').waitFor()
  await page.getByText('有 1 格没有填上').waitFor()
  await page.keyboard.press('Delete')
  await page.getByText('待入账 3 人，150.00 元').waitFor()
  // 没入账的，Ctrl+Z 一步步退，已记下的事不动
  const recorded = () => screen.call<{ last: unknown }>('history.latest')
  const before = await recorded()
  await page.keyboard.press('Control+z')
  await page.getByText('待入账 3 人，200.00 元').waitFor()
  await page.keyboard.press('Control+z')
  await page.getByText('待入账 1 人，90.00 元').waitFor()
  await page.keyboard.press('Control+Shift+z')
  await page.keyboard.press('Control+y')
  await page.getByText('待入账 3 人，150.00 元').waitFor()
  await expect.poll(() => recorded()).toEqual(before)
  // 按着鼠标从 2 月拖到下一行的 3 月，选中四格
  const cells = (name: string) => page.locator('.dues-line').filter({ hasText: name }).getByRole('gridcell')
  await cells('赵小满').nth(2).hover()
  await page.mouse.down()
  await cells('钱大有').nth(3).hover()
  await page.mouse.up()
  await cells('孙向阳').nth(5).hover()
  await expect.poll(() => page.locator('.dues-cell.is-selected').count()).toBe(4)
  // 半填的断电也不丢
  await page.waitForTimeout(1200)
  await page.reload()
  await page.getByText('待入账 3 人，150.00 元').waitFor()
  await page.getByRole('button', { name: '核对入账' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('微信').check()
  await dialog.getByLabel('每笔开收据').check()
  for (const name of ['赵小满', '钱大有', '孙向阳']) await dialog.getByLabel(`${name} 备注`).fill('外出务工，回来补交')
  await dialog.getByRole('button', { name: '入账' }).click()
  await dialogGone()
  const rows = await grid()
  expect(rows.map(({ paid }) => paid)).toEqual([9000, 5000, 1000])
})

test('记错了人：改记到另一人，先看会怎样；一步撤销回来', async () => {
  const { page } = screen
  const table = page.getByRole('grid', { name: '党费全年网格' })
  await table.focus()
  await page.keyboard.press('PageUp')
  await page.keyboard.press('Home')
  const panel = page.getByRole('complementary', { name: '赵小满 的党费' })
  await panel.getByRole('button', { name: '改记到另一人' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('是谁交的').fill('钱大有')
  await page.keyboard.press('Enter')
  await dialog.getByText(/^抵掉赵小满.*照样记到钱大有名下.*另开新号/).waitFor()
  await dialog.getByLabel('原因').fill('收款时点错了人')
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/reassign.png` })
  await expect.poll(() => seriousProblems(page)).toEqual([])
  const before = (await grid()).map(({ paid }) => paid)
  await dialog.getByRole('button', { name: '改记', exact: true }).click()
  await dialogGone()
  const after = (await grid()).map(({ paid }) => paid)
  expect([after[0], (after[1] ?? 0) > (before[1] ?? 0)]).toEqual([0, true])
  await page.keyboard.press('Control+z')
  await expect.poll(async () => (await grid()).map(({ paid }) => paid)).toEqual(before)
  await panel.getByText(/改记到钱大有/).waitFor({ state: 'detached' })
})

test('旁边的一个人：算法写成话，交过的一笔可以冲销，写明原因', async () => {
  const { page } = screen
  const table = page.getByRole('grid', { name: '党费全年网格' })
  await table.focus()
  await page.keyboard.press('PageUp')
  await page.keyboard.press('Home')
  const panel = page.getByRole('complementary', { name: '赵小满 的党费' })
  await panel.getByText(/收款人 周明礼/).waitFor()
  await panel.getByRole('button', { name: '冲销' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('原因').fill('重复收款')
  await dialog.getByRole('button', { name: '冲销' }).click()
  await dialogGone()
  await expect.poll(async () => (await grid())[0]?.paid).toBe(0)
  await panel.getByText('已冲销').first().waitFor()
})

test('收据：一页四张打印，印过的再印是补打；作废留号', async () => {
  const { page } = screen
  await page.getByRole('tab', { name: '收据' }).click()
  await page.getByRole('button', { name: '打印未印的 2 张' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.locator('canvas').first().waitFor()
  await dialog.getByRole('button', { name: '保存' }).click()
  await expect
    .poll(
      async () =>
        (await screen.call<{ printed: number }[]>('dues.receipts', { organizationId, year })).filter(({ printed }) => printed > 0).length,
    )
    .toBe(2)
  await page.keyboard.press('Escape')
  await dialogGone()
  await page.getByRole('button', { name: '补打' }).first().waitFor()
  await page.getByRole('button', { name: '作废' }).first().click()
  await page.getByRole('dialog').getByLabel('原因').fill('写错了名字')
  await page.getByRole('dialog').getByRole('button', { name: '作废' }).click()
  await dialogGone()
  await page.getByText('作废：写错了名字').waitFor()
  await expect.poll(() => seriousProblems(page)).toEqual([])
})

test('上缴：写期间，当场算出实收；结余不够时说出来', async () => {
  const { page } = screen
  await page.getByRole('tab', { name: '上缴与使用' }).click()
  await page.getByRole('button', { name: '上缴', exact: true }).click()
  const dialog = page.getByRole('dialog')
  const now = `${year}-${String(month + 1).padStart(2, '0')}`
  await dialog.getByLabel('所属期间从').selectOption(now)
  await dialog.getByLabel('所属期间到').selectOption(now)
  await dialog.getByText('这期间实收 60.00 元').waitFor()
  await dialog.getByLabel('金额').fill('61')
  await page.keyboard.press('Control+Enter')
  await dialog.getByText(/账上只有 .* 元，不够上缴 61.00 元/).waitFor()
  await dialog.getByLabel('金额').fill('12')
  await expect.poll(() => seriousProblems(page)).toEqual([])
  await page.keyboard.press('Control+Enter')
  await dialogGone()
  await page.getByText('结余 48.00 元').waitFor()
  await page.getByRole('row').filter({ hasText: '上缴' }).last().click()
  await page.getByRole('dialog').getByText('还没有票据').waitFor()
  await expect.poll(() => seriousProblems(page)).toEqual([])
  await page.keyboard.press('Escape')
  await dialogGone()
  await expect.poll(() => seriousProblems(page)).toEqual([])
})

test('一路上控制台没有错误，也没有向外的请求', async () => {
  await visit(screen.page, '/dues', '党费')
  expect(seen).toEqual([])
})
