import type { Locator, Route } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { MeetingPage } from '../../shared/meetings/contract.ts'
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
    await expect.poll(() => lastOperation()).toBe(before + 1)
  }
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: '登记党员' }).click()
  await expect.poll(() => page.getByRole('dialog').getByLabel('姓名').inputValue()).toBe('')
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
  await expect.poll(() => page.getByRole('button', { name: '放弃' }).count()).toBe(1)
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
  await expect.poll(() => page.getByText(/无效输入|期望/).count()).toBe(0)
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
  const onDesk = await drop('.sidebar', false)
  expect(onDesk).toBe(false)
  await page.route('**/file/**', (route) => route.abort())
  const unreadable = await drop('.import-file', true)
  expect(unreadable).toBe(false)
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
  await expect.poll(() => line.getByLabel('摘要').inputValue()).toBe('打印纸')
  await compose(false)
  await compose(true)
  await page.waitForTimeout(500)
  await expect.poll(() => lastOperation()).toBe(before)
  await line.getByLabel('金额').focus()
  for (let times = 0; times < 3; times += 1) await page.keyboard.press('Enter')
  await expect.poll(lastOperation).toBe(before + 1)
  await page.waitForTimeout(500)
  await expect.poll(() => lastOperation()).toBe(before + 1)
  await visit(page, '/members', '党员')
  await visit(page, '/finances', '经费')
  await page.waitForTimeout(800)
  await expect.poll(() => line.getByLabel('摘要').inputValue()).toBe('')
})

test('全部到会、请假、确认召开一口气按下来：先存出勤再确认，路上慢的不会被后按的赶过', async () => {
  const { page } = screen
  const slow = async (route: Route) => {
    await new Promise((done) => setTimeout(done, 600))
    await route.continue()
  }
  await page.route('**/call/attendance.*', slow)
  const { id } = await screen.call<{ id: number }>('meetings.plan', {
    organizationId: 1,
    kinds: ['branchAssembly'],
    topic: '一口气按下来的会',
    day: new Date().toISOString().slice(0, 10),
  })
  await visit(page, `/meetings/${id}`, '一口气按下来的会')
  await page.getByRole('grid').focus()
  await page.keyboard.press('a')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('2')
  await page.keyboard.type('外出')
  await page.keyboard.press('Enter')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('3')
  await page.getByRole('button', { name: '确认召开', exact: true }).click()
  await page.getByRole('navigation', { name: '议程' }).waitFor()
  await page.unroute('**/call/attendance.*', slow)
  const { meeting } = await screen.call<MeetingPage>('meetings.page', { id })
  expect(meeting).toMatchObject({ status: 'held', onLeave: 1, absent: 1, unmarked: 0 })
  const { last } = await screen.call<{ last: { command: string } }>('history.latest')
  expect(last.command).toBe('meetings.hold')
})

test('刚标完、底下一行还没换新就按 Ctrl+Z：撤销的是刚标的那个人，不是再前一步', async () => {
  const { page } = screen
  const slow = async (route: Route) => {
    await new Promise((done) => setTimeout(done, 900))
    await route.continue()
  }
  const { id } = await screen.call<{ id: number }>('meetings.plan', {
    organizationId: 1,
    kinds: ['branchAssembly'],
    topic: '标完就撤销的会',
    day: new Date().toISOString().slice(0, 10),
  })
  const states = async () =>
    (await screen.call<{ state: string | null }[]>('attendance.sheet', { meetingId: id })).slice(0, 2).map(({ state }) => state)
  await visit(page, `/meetings/${id}`, '标完就撤销的会')
  await page.getByRole('grid').focus()
  await page.keyboard.press('1')
  await page.getByRole('link', { name: /登记出勤 标完就撤销的会/ }).waitFor()
  await page.route('**/call/history.latest', slow)
  await page.keyboard.press('1')
  await expect.poll(states).toEqual(['present', 'present'])
  await page.keyboard.press('Control+z')
  await expect.poll(async () => (await states()).includes(null)).toBe(true)
  const after = await states()
  expect(after).toEqual(['present', null])
  await page.unroute('**/call/history.latest', slow)
})
