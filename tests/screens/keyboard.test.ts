import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { MeetingPage } from '../../shared/meetings/contract.ts'
import { type OpenScreen, openScreen } from '../support/browser.ts'
import { visit } from './looking.ts'

/** 只用键盘把日常的事做完，一次鼠标也不碰；做完一步，焦点总有着落。 */
let screen: OpenScreen
let page: Page
beforeAll(async () => {
  screen = await openScreen({ demo: true })
  page = screen.page
})
afterAll(() => screen?.close())
beforeEach(async () => {
  await page.getByRole('navigation').first().waitFor()
})

/** 焦点所在的名字；没有着落是“无”。 */
const focused = () =>
  page.evaluate(() => {
    const at = document.activeElement
    if (!at || at === document.body) return '无'
    const labels = 'labels' in at ? (at.labels as NodeListOf<HTMLLabelElement> | null) : null
    // 一整块（如会议的一步）里有什么字不算它的名字
    const own = at.matches('button, a, [role], h1, h2') ? at.textContent : null
    return at.getAttribute('aria-label') ?? labels?.[0]?.textContent ?? own ?? at.tagName
  })
const onName = (name: string) => expect.poll(focused).toContain(name)
/** 按 Tab（或 Shift+Tab）走到那里；走二十步还没到就算走不到。 */
async function walkTo(name: string | RegExp, key = 'Tab') {
  for (let steps = 0; steps < 20; steps += 1) {
    if ((await focused()).match(name)) return
    await page.keyboard.press(key)
  }
  throw new Error(`走不到“${name}”，停在“${await focused()}”`)
}
/** 焦点所在的下拉框里有得选了；不是下拉框的不等。 */
const hasChoices = () =>
  expect
    .poll(() => page.evaluate(() => !(document.activeElement instanceof HTMLSelectElement) || document.activeElement.options.length > 1))
    .toBe(true)
/** Ctrl+K，打字，马上回车：不等列出来。 */
async function goBy(text: string) {
  await page.keyboard.press('Control+k')
  await onName('搜索')
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
}

test('Ctrl+K 打页面的名字，马上回车就到那一页，焦点在标题上；已在那一页也不丢', async () => {
  for (const name of ['党员', '会议活动', '党费', '经费', '台账与打印', '操作记录', '操作记录']) {
    await goBy(name)
    await page.getByRole('heading', { level: 1, name }).waitFor()
    await onName(name)
  }
  await page.keyboard.press('Tab')
  await onName('筛选操作记录')
})

test('打得快，回车比名单到得早：打开的是打的那个人，不是上一个字的人', async () => {
  const people = await screen.call<{ name: string; initials: string }[]>('members.list', { organizationId: 1 })
  const once = people.filter((one) => people.every((other) => other === one || !other.initials.startsWith(one.initials)))
  for (const one of once.slice(0, 4)) {
    await goBy(one.initials)
    await page.getByRole('heading', { level: 1, name: one.name }).waitFor()
  }
})

test('Tab 的头一处跳过左边和上边，直到正文', async () => {
  await page.reload()
  await page.getByRole('heading', { level: 1 }).waitFor()
  await expect.poll(focused).not.toBe('无')
  await walkTo('跳到正文', 'Shift+Tab')
  await page.keyboard.press('Enter')
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('main')
})

test('开一次会：新建、全部到会、一人请假、记录、决议、归档', async () => {
  await goBy('新建会议')
  await onName('会议类型')
  await page.keyboard.press('Space')
  await walkTo('议题')
  await page.keyboard.type('只用键盘的一次会')
  await page.keyboard.press('Control+Enter')
  await onName('出勤')
  await page.keyboard.press('a')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('2')
  await onName('原因')
  await page.keyboard.type('外出学习')
  await page.keyboard.press('Enter')
  await onName('出勤')
  await walkTo('确认召开', 'Shift+Tab')
  await page.keyboard.press('Enter')
  await onName('记录')
  await walkTo('添加发言')
  await page.keyboard.press('Enter')
  await onName('发言内容')
  await page.keyboard.type('传达学习内容。')
  await page.keyboard.press('Control+s')
  await page.getByText(/填写会议记录/).waitFor()
  await page.keyboard.press('Alt+5')
  await walkTo('添加一项决议')
  await page.keyboard.press('Enter')
  await onName('第 1 项 内容')
  await page.keyboard.type('每月学习一次')
  await page.keyboard.press('Control+s')
  const id = Number(/meetings\/(\d+)/.exec(page.url())?.[1])
  const meeting = () => screen.call<MeetingPage>('meetings.page', { id })
  await expect.poll(async () => (await meeting()).decisions.length).toBe(1)
  await expect.poll(async () => (await meeting()).speeches.map(({ text }) => text)).toEqual(['传达学习内容。'])
  // 焦点在别处，Alt 加数字也把它带到那一步
  await page.keyboard.press('Alt+7')
  await onName('归档打印')
  // 刚存的还没有回到界面上时，这个按钮写的是“保存记录并归档”
  await walkTo(/归档$/)
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await meeting()).meeting.status).toBe('archived')
  await expect.poll(focused).not.toBe('无')
})

test('记一笔支出，Ctrl+Z 撤销，Ctrl+Shift+Z 重做', async () => {
  const last = async () => (await screen.call<{ last: { title: string } }>('history.latest')).last.title
  await goBy('记支出')
  await onName('摘要')
  await page.keyboard.type('学习用笔记本')
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.type('36')
  for (const name of ['科目', '资金来源', '账户', '经手人', '证明人', '审批人']) {
    await walkTo(name)
    await hasChoices()
    await page.keyboard.press('ArrowDown')
    if (/人$/.test(name)) await page.keyboard.type('周明礼')
  }
  await page.keyboard.press('Control+Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  const entered = await last()
  await page.keyboard.press('Control+z')
  await expect.poll(last).toContain('撤销')
  await page.keyboard.press('Control+Shift+z')
  await expect.poll(last).not.toContain('撤销')
  expect(entered).toBe('记账')
})

test('开着菜单按 Esc 只收起菜单，还在这一页；再按才回列表', async () => {
  const [one] = await screen.call<{ id: number; topic: string }[]>('meetings.listByYear', {
    organizationId: 1,
    year: new Date().getFullYear(),
  })
  await visit(page, `/meetings/${one!.id}`, one!.topic)
  await page.getByRole('button', { name: /^更多/ }).click()
  await page.getByRole('menuitem', { name: '复制这次会议' }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('menuitem', { name: '复制这次会议' }).waitFor({ state: 'hidden' })
  await expect.poll(() => page.getByRole('heading', { level: 1 }).innerText()).toBe(one!.topic)
  await page.keyboard.press('Escape')
  await page.getByRole('heading', { level: 1, name: '会议活动' }).waitFor()
})
