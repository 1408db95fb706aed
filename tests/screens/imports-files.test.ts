import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { csv, fictionalId, workbook } from '../imports/sheets.ts'
import { type OpenScreen, openScreen } from '../support/browser.ts'

/** 各种拿来的文件：不是表格的说清下一步，是表格的拖进来就读，几千行也不卡。 */
let screen: OpenScreen
let page: Page

beforeAll(async () => {
  screen = await openScreen()
  page = screen.page
  page.setDefaultTimeout(15_000)
  await screen.call('files.create', { name: '青禾路商会党支部', kind: 'branch', actor: { name: '周明礼', post: '支部书记' } })
  await page.reload()
  await page.getByRole('navigation').first().waitFor()
  await page.evaluate(() => {
    location.hash = '#/imports'
  })
})
afterAll(() => screen?.close())

const choose = async (name: string, bytes: Uint8Array) => {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: '选择文件' }).click()
  await (await chooser).setFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) })
}

/** 像人那样把文件拖到页面上放下。 */
const drop = (name: string, bytes: Uint8Array) =>
  page.evaluate(
    ([called, content]) => {
      const data = new DataTransfer()
      data.items.add(new File([new Uint8Array(content)], called))
      document.querySelector('.import')?.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }))
    },
    [name, [...bytes]] as const,
  )

test('不是表格的文件说出来，并说下一步；可以马上换一个', async () => {
  await choose('会议通知.docx', Buffer.from('%PDF-1.7 不是表格', 'utf8'))
  await page.getByText(/“会议通知.docx”不是表格文件。请选择/).waitFor()
  await expect.poll(() => page.getByRole('button', { name: '选择文件' }).isEnabled()).toBe(true)
})

test('文件里没有名单的表，说是什么、怎么办，不能往下走', async () => {
  await choose('空.xlsx', await workbook({ Sheet1: () => undefined }))
  await page.getByRole('button', { name: '逐行检查 →' }).waitFor()
  await expect.poll(() => page.getByRole('button', { name: '逐行检查 →' }).isDisabled()).toBe(true)
  await expect.poll(async () => (await page.locator('.import-advice').textContent())?.length).toBeGreaterThan(5)
})

test('哪一列是什么由人改：去掉“姓名”就说缺它，改回来才能检查', async () => {
  const people = ['李望舒', '沈知秋', '顾若水'].map(
    (name, index) => `${name},${fictionalId(`197${index}0302`, index + 1)},2001-07-01,1990000200${index}`,
  )
  await drop('名单.csv', csv(`姓名,身份证号码,入党时间,联系电话\n${people.join('\n')}\n`))
  const column = page.getByRole('combobox', { name: 'A 列 姓名 对应到' })
  const next = page.getByRole('button', { name: '逐行检查 →' })
  const set = async (field: string) => {
    await column.click()
    await column.fill(field)
    await page.locator('.ant-select-item-option-active', { hasText: field }).waitFor()
    await page.keyboard.press('Enter')
  }
  await set('不导入')
  await page.getByText('还没有哪一列对应“姓名”').waitFor()
  await expect.poll(() => next.isDisabled()).toBe(true)
  await set('姓名')
  await expect.poll(() => next.isEnabled()).toBe(true)
  await next.click()
  await expect.poll(() => page.locator('.import-sum').textContent()).toBe('共 3 行 = 新增 3')
})

const nameOf = (index: number) =>
  `${'李沈顾白陈邓方何江孔马倪潘秦任陶谢温叶郑'[index % 20]}${'望知若景立书远青南令文清以思重'[Math.floor(index / 20) % 15]}${'舒秋水行夏宁安松雁仪'[Math.floor(index / 300) % 10]}`

test('三千行的名册：只画看得见的行，滚到底是最后一个人', async () => {
  const rows = Array.from({ length: 3000 }, (_, index) => {
    const birth = `19${50 + (index % 45)}${String((index % 12) + 1).padStart(2, '0')}${String((index % 28) + 1).padStart(2, '0')}`
    return `${nameOf(index)},${fictionalId(birth, index % 999)},正式党员,2001-07-01`
  })
  await drop('大名册.csv', csv(`姓名,身份证号,党员类别,入党时间\n${rows.join('\n')}\n`))
  await page.getByText('大名册.csv').first().waitFor()
  await page.getByRole('button', { name: '逐行检查 →' }).click()
  const table = page.getByRole('table', { name: '逐行检查' })
  await table.waitFor()
  await expect.poll(async () => Number(await table.getAttribute('aria-rowcount'))).toBe(3001)
  await expect.poll(() => table.getByRole('row').count()).toBeLessThan(80)
  await table.focus()
  await page.keyboard.press('End')
  await expect
    .poll(async () => {
      await table.evaluate((element) => element.scrollTo(0, element.scrollHeight))
      return table.getByText(nameOf(2999), { exact: true }).count()
    })
    .toBe(1)
})
