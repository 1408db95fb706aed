import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type OpenScreen, openScreen } from '../support/browser.ts'
import { visit } from './looking.ts'

let screen: OpenScreen
beforeAll(async () => {
  screen = await openScreen({ demo: true })
  // 旧电脑、慢磁盘：每一问都要等一会儿
  await screen.page.route('**/call/**', async (route) => {
    await new Promise((done) => setTimeout(done, route.request().url().includes('drafts.') ? 300 : 40))
    await route.continue()
  })
}, 120_000)
afterAll(() => screen?.close())

const lastOperation = async () => (await screen.call<{ last: { id: number } }>('history.latest')).last.id

/** 不耐烦地一连点，直到按钮没了或点够了。 */
const hammer = (button: Locator) =>
  button.evaluate(async (one: HTMLElement) => {
    for (let times = 0; times < 20 && one.isConnected; times += 1) {
      one.click()
      await new Promise((done) => setTimeout(done, 25))
    }
  })

test('“登记”“登记，再录一位”连点许多下，都只登记一个人', async () => {
  const { page } = screen
  await visit(page, '/members', '党员')
  for (const verb of ['登记，再录一位', '登记']) {
    const before = await lastOperation()
    if ((await page.getByRole('dialog').count()) === 0) await page.getByRole('button', { name: '登记党员' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('姓名').fill(`连点${verb.length}`)
    // 草稿存下来了，存成之后就有一份要丢
    await page.waitForTimeout(1500)
    await hammer(dialog.getByRole('button', { name: verb, exact: true }))
    await expect.poll(lastOperation).toBe(before + 1)
    await page.waitForTimeout(800)
    expect(await lastOperation()).toBe(before + 1)
  }
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: '登记党员' }).click()
  expect(await page.getByRole('dialog').getByLabel('姓名').inputValue()).toBe('')
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
})

test('“取消”连点两下只问一句；问着的时候按了后退，那一句也收起，键盘照常', async () => {
  const { page } = screen
  await visit(page, '/members', '党员')
  await visit(page, '/meetings', '会议活动')
  const open = async () => {
    await page.getByRole('button', { name: /^新建会议/ }).click()
    await page.getByRole('dialog').getByLabel('议题').fill('写了一半')
    await page
      .getByRole('dialog')
      .getByRole('button', { name: '取消' })
      .evaluate((button: HTMLElement) => {
        button.click()
        button.click()
      })
    await page.getByRole('button', { name: '放弃' }).first().waitFor()
  }
  await open()
  expect(await page.getByRole('button', { name: '放弃' }).count()).toBe(1)
  await page.getByRole('button', { name: '放弃' }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await open()
  await page.goBack()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.keyboard.press('n')
  await page.getByRole('dialog', { name: '登记党员' }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
})

test('地址里的编号打错了：说没有这一页；没有这个人：说没有这名党员', async () => {
  const { page } = screen
  for (const path of ['/members/abc', '/members/-1', '/meetings/1.5', '/meetings/99999999999999999999', '/members/%E0%A4%A']) {
    await page.evaluate((hash) => location.assign(hash), `#${path}`)
    await page.locator('main').getByText('没有这一页').waitFor()
    await visit(page, '/meetings', '会议活动')
  }
  await page.evaluate(() => location.assign('#/members/999999'))
  await page.getByText('没有这名党员，可能已被删除。').waitFor()
  expect(await page.getByText(/无效输入|期望/).count()).toBe(0)
})

test('文件拖偏了不离开这一页；拖来的文件夹读不出来，用中文说一句', async () => {
  const { page } = screen
  await visit(page, '/imports', '导入')
  /** 拖一样东西到这里放下；broken 是读不出来的（文件夹、被占用的）。给出浏览器还会不会自己去打开它。 */
  const drop = (place: string, broken: boolean) =>
    page.evaluate(
      ([selector, unreadable]) => {
        const file = new File(['姓名'], '花名册')
        if (unreadable)
          File.prototype.arrayBuffer = () => Promise.reject(new DOMException('A requested file could not be found', 'NotFoundError'))
        const dataTransfer = new DataTransfer()
        dataTransfer.items.add(file)
        const events = ['dragover', 'drop'].map((type) => new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }))
        for (const event of events) document.querySelector(selector)?.dispatchEvent(event)
        return events.some(({ defaultPrevented }) => !defaultPrevented)
      },
      [place, broken] as const,
    )
  expect(await drop('.sidebar', false)).toBe(false)
  await page.route('**/file/**', (route) => route.abort())
  expect(await drop('.import-file', true)).toBe(false)
  await page.getByText(/“花名册”读不出来/).waitFor()
  await page.unroute('**/file/**')
})

test('日记账末行：Enter 连按几下只记一笔；输入法选字的 Enter 不算数', async () => {
  const { page } = screen
  await visit(page, '/finances', '经费')
  const line = page.locator('.finances-quick')
  await line.getByLabel('摘要').fill('打印纸')
  await line.getByLabel('金额').fill('￥１２.５０')
  for (const label of ['科目', '资金来源', '账户']) await line.getByLabel(label).selectOption({ index: 1 })
  const before = await lastOperation()
  /** 组着字按下的一键；`last` 是有的浏览器里收尾、不算在组字里的那一下。 */
  const compose = (last: boolean) =>
    line.getByLabel('摘要').evaluate((input: HTMLElement, isComposing) => {
      const key = { key: 'Enter', keyCode: 229, isComposing, bubbles: true, cancelable: true }
      input.dispatchEvent(new KeyboardEvent('keydown', key))
    }, !last)
  // 写到一半去别处看一眼，回来还在
  await visit(page, '/members', '党员')
  await visit(page, '/finances', '经费')
  await expect.poll(() => line.getByLabel('金额').inputValue()).toBe('12.50')
  expect(await line.getByLabel('摘要').inputValue()).toBe('打印纸')
  await compose(false)
  await compose(true)
  await page.waitForTimeout(500)
  expect(await lastOperation()).toBe(before)
  await line.getByLabel('金额').focus()
  for (let times = 0; times < 3; times += 1) await page.keyboard.press('Enter')
  await expect.poll(lastOperation).toBe(before + 1)
  await page.waitForTimeout(500)
  expect(await lastOperation()).toBe(before + 1)
  await visit(page, '/members', '党员')
  await visit(page, '/finances', '经费')
  await page.waitForTimeout(800)
  expect(await line.getByLabel('摘要').inputValue()).toBe('')
})
