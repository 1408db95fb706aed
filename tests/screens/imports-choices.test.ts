import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fictionalId } from '../imports/sheets.ts'
import { type OpenScreen, openScreen } from '../support/browser.ts'
import { seriousProblems } from './axe.ts'

/** 粘贴来的表与名册对照：补空白、盖掉原有的由人选、只有姓名的由人认，认不得的列记成新字段；一步撤销。 */
let screen: OpenScreen
let page: Page
const known = fictionalId('19700302', 1)

beforeAll(async () => {
  screen = await openScreen()
  page = screen.page
  page.setDefaultTimeout(15_000)
  await screen.call('files.create', { name: '青禾路商会党支部', kind: 'branch', actor: { name: '周明礼', post: '支部书记' } })
  const [root] = await screen.call<{ id: number }[]>('organizations.tree')
  const admit = (facts: object) => screen.call('members.admit', { organizationId: root?.id, category: 'formal', facts })
  await admit({ name: '李望舒', idNumber: known, mobile: '19900002001' })
  await admit({ name: '沈知秋', birthDay: '1975-06' })
  await page.reload()
  await page.getByRole('navigation').first().waitFor()
  await page.evaluate(() => {
    location.hash = '#/imports'
  })
  await page.getByRole('button', { name: '选择文件' }).waitFor()
})
afterAll(() => screen?.close())

/** 像人那样在这一页按 Ctrl+V；剪贴板里是 Excel 放的网页与文字。 */
const paste = (html: string, text = '') =>
  page.evaluate(
    ([page_, plain]) => {
      const data = new DataTransfer()
      data.setData('text/html', page_)
      data.setData('text/plain', plain)
      document
        .querySelector('.import')
        ?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
    },
    [html, text] as const,
  )
const row = (cells: readonly string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`
const addsUp = (text: string) => expect.poll(() => page.locator('.import-sum').textContent()).toBe(text)

test('剪贴板里没有表格时说下一步', async () => {
  await paste('<p></p>')
  await page.getByText('剪贴板里没有表格').waitFor()
  await expect.poll(() => page.getByRole('button', { name: '选择文件' }).isEnabled()).toBe(true)
})

test('粘贴的表与文件走同样的几步，认不得的列可以记成新字段', async () => {
  const rows = [
    ['姓名', '身份证号', '手机', '民族', '血型'],
    ['李望舒', known, '19900002009', '汉', 'A'],
    ['沈知秋', '', '19900002002', '', 'B'],
    ['顾若水', fictionalId('19800302', 5), '19900002003', '回', ''],
  ]
  await paste(`<html><body><table>${rows.map(row).join('')}</table></body></html>`)
  await page.getByText('这 1 列不导入：血型').waitFor()
  // 没导完就去看别的：回来接着
  const to = (path: string) =>
    page.evaluate((hash) => {
      location.hash = hash
    }, path)
  await to('#/members')
  await page.getByRole('heading', { level: 1, name: '党员' }).waitFor()
  await to('#/imports')
  await page.getByText('接着没导完的 粘贴的表').waitFor()
  await page.getByText('这 1 列不导入：血型').waitFor()
  const column = page.getByRole('combobox', { name: 'E 列 血型 对应到' })
  await column.click()
  await column.fill('新增字段')
  await page.locator('.ant-select-item-option-active', { hasText: '新增字段“血型”' }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByText('这 1 列不导入').waitFor({ state: 'detached' })
  await expect.poll(() => seriousProblems(page)).toEqual([])
})

test('补空白是默认，盖掉原有的由人选，只有姓名相同的由人认，数目总能对上', async () => {
  await page.getByRole('button', { name: '逐行检查 →' }).click()
  await addsUp('共 3 行 = 新增 1 + 更新 1 + 有疑问 1')
  await page.getByText(/名册里已有“沈知秋”.*是同一个人吗/).waitFor()
  await expect.poll(() => page.getByRole('checkbox', { name: '民族：空 改为 汉族' }).isChecked()).toBe(true)
  const mobile = page.getByRole('checkbox', { name: '手机号：19900002001 改为 19900002009' })
  await expect.poll(() => mobile.isChecked()).toBe(false)
  await expect.poll(() => seriousProblems(page)).toEqual([])
  await page.getByRole('button', { name: /^是 沈知秋/ }).click()
  await addsUp('共 3 行 = 新增 1 + 更新 2')
  await page.getByRole('button', { name: '全部采用' }).click()
  await expect.poll(() => mobile.isChecked()).toBe(true)
  await page.getByText('更新 2', { exact: true }).first().click()
  await expect.poll(() => page.getByRole('table', { name: '逐行检查' }).getAttribute('aria-rowcount')).toBe('3')
})

test('导入之后名册照选定的变了，撤销之后连新字段也没有', async () => {
  const people = async () => {
    const [root] = await screen.call<{ id: number }[]>('organizations.tree')
    const rows = await screen.call<{ name: string; mobile: string | null }[]>('members.list', { organizationId: root?.id })
    return rows.map(({ name, mobile }) => `${name} ${mobile}`)
  }
  await page.getByRole('button', { name: '导入 3 人' }).click()
  await page.getByText('已导入 3 人').waitFor()
  await addsUp('共 3 行 = 新增 1 + 更新 2')
  await expect.poll(() => people()).toEqual(['李望舒 19900002009', '沈知秋 19900002002', '顾若水 19900002003'])
  await expect.poll(async () => (await screen.call<{ name: string }[]>('fields.list')).map(({ name }) => name)).toEqual(['血型'])
  await expect.poll(() => seriousProblems(page)).toEqual([])
  await page.getByRole('button', { name: '撤销这次导入' }).click()
  await page.getByText('已撤销这次导入').waitFor()
  await expect.poll(() => people()).toEqual(['李望舒 19900002001', '沈知秋 null'])
  await expect.poll(() => screen.call('fields.list')).toEqual([])
})
