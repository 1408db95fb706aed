import { afterAll, beforeAll, expect, test } from 'vitest'
import type { MeetingRow } from '../../shared/meetings/contract.ts'
import { type OpenScreen, openScreen } from '../support/browser.ts'
import { seriousProblems } from './axe.ts'
import { visit } from './looking.ts'

let screen: OpenScreen
let meetings: MeetingRow[]
const year = new Date().getFullYear()
beforeAll(async () => {
  screen = await openScreen({ demo: true })
  const [{ id: organizationId } = { id: 0 }] = await screen.call<{ id: number }[]>('organizations.tree')
  meetings = await screen.call<MeetingRow[]>('meetings.listByYear', { organizationId, year })
}, 120_000)
afterAll(() => screen?.close())

/** 光标所在的一格或按钮，用它的名字说。 */
const focused = () =>
  screen.page.evaluate(() => {
    const here = document.activeElement
    const label = here instanceof HTMLInputElement ? here.labels?.[0]?.textContent : here?.textContent
    return here?.getAttribute('aria-label') ?? label ?? ''
  })

test('对话框打开时光标在头一格，关上回到按过的按钮', async () => {
  const { page } = screen
  await visit(page, '/members', '党员')
  await page.getByRole('button', { name: '登记党员' }).click()
  await expect.poll(focused).toContain('姓名')
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await expect.poll(focused).toContain('登记党员')
})

/** 会议页上头一个“去安排”打开的单子。 */
async function planFirst() {
  const { page } = screen
  await visit(page, '/meetings', '会议活动')
  await page
    .getByRole('button', { name: /去安排/ })
    .first()
    .click()
  return page.getByRole('dialog')
}

test('去安排：类型已选好，直接写议题；日期只写月日，主持人打首字母，提纲接上就在议程里', async () => {
  const { page } = screen
  const dialog = await planFirst()
  await expect.poll(focused).toContain('议题')
  await dialog.getByText(/空着的已照上一次/).waitFor()
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  await page
    .getByRole('button', { name: /去安排/ })
    .first()
    .click()
  await expect.poll(focused).toContain('议题')
  await dialog.getByLabel('日期').fill('3.5')
  await page.keyboard.press('Tab')
  await expect.poll(() => dialog.getByLabel('日期').inputValue()).toBe(`${year}-03-05`)
  await dialog.getByLabel('日期').fill('13.45')
  await dialog.getByRole('button', { name: '安排会议' }).click()
  await dialog
    .getByText(/“13.45”/)
    .filter({ visible: true })
    .waitFor()
  await expect
    .poll(() =>
      dialog
        .getByText(/“13.45”/)
        .filter({ visible: true })
        .count(),
    )
    .toBe(1)
  await dialog.getByLabel('主持人').fill('l')
  const offered = page.locator('.ant-select-dropdown:visible .ant-select-item-option').first()
  const host = await offered.textContent()
  await page.keyboard.press('Enter')
  await expect.poll(() => dialog.getByLabel('主持人').inputValue()).toBe(host)
  await dialog
    .getByRole('button', { name: /用提纲/ })
    .first()
    .click()
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA')
  await expect.poll(() => seriousProblems(page)).toEqual([])
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '放弃' }).click()
  await dialog.waitFor({ state: 'detached' })
})

test('安排改了没有保存就走开，会说一声；用鼠标标请假，光标就在原因里；没写原因的归档前会说', async () => {
  const { page } = screen
  const held = meetings.find(({ status, voidedReason, expected }) => status === 'held' && voidedReason === null && expected > 3)!
  await visit(page, `/meetings/${held.id}`, held.topic)
  await page.keyboard.press('Alt+1')
  await page.getByLabel('地点').fill('改过的地方')
  await page.keyboard.press('Alt+3')
  await page.getByText('安排的修改还没有保存').waitFor()
  const here = page
    .locator('.attendance-line')
    .filter({ has: page.locator('.is-present[aria-pressed="true"]') })
    .first()
  const name = (await here.locator('.attendance-name').textContent()) ?? ''
  await here.getByRole('button', { name: /请假/ }).click()
  await expect.poll(focused).toBe(`${name} 原因`)
  await page.keyboard.press('Enter')
  await expect.poll(focused).toBe('出勤')
  await page.getByRole('button', { name: '归档打印' }).click()
  await page.getByText(/没有写请假或缺席的原因/).waitFor()
})

test('归档的出勤要改：从这里去更正', async () => {
  const { page } = screen
  const sealed = meetings.find(({ status, voidedReason }) => status === 'archived' && voidedReason === null)!
  await visit(page, `/meetings/${sealed.id}`, sealed.topic)
  await page.keyboard.press('Alt+3')
  await page.getByRole('button', { name: '登记错了，去更正' }).click()
  await page.getByRole('button', { name: '取消归档' }).click()
  await page.getByRole('button', { name: '仍旧归档' }).click()
  await expect.poll(() => page.getByRole('button', { name: '取消归档' }).count()).toBe(1)
})

test('日历整个在屏幕里，点得到周日和下个月', async () => {
  const { page } = screen
  const dialog = await planFirst()
  await dialog.getByRole('button', { name: '打开日历' }).click()
  const next = page.getByRole('button', { name: '下个月' })
  await next.waitFor()
  const box = await page.locator('.calendar').boundingBox()
  expect(box!.x + box!.width).toBeLessThan(page.viewportSize()!.width)
  expect(box!.width).toBeLessThan(320)
  await next.click()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
})

test('主持人写全了姓名，按 Tab 就到记录人', async () => {
  const { page } = screen
  const dialog = await planFirst()
  // 上一次的主持人填好了再换人，不然打的字接在它后面
  await dialog.getByText(/空着的已照上一次/).waitFor()
  const host = dialog.getByLabel('主持人')
  const option = page.locator('.ant-select-item-option').filter({ visible: true }).first()
  await host.fill('')
  await host.click()
  const name = (await option.textContent()) ?? ''
  await host.pressSequentially(name)
  await expect.poll(() => host.inputValue()).toBe(name)
  await option.waitFor()
  await page.keyboard.press('Tab')
  await expect.poll(focused).toContain('记录人')
  await expect.poll(() => host.inputValue()).toBe(name)
})

test('考勤里找不到的人就说找不到，不说成都补了课', async () => {
  const { page } = screen
  await visit(page, '/attendance', '考勤')
  await page.getByRole('textbox', { name: /找人/ }).fill('6457')
  await page
    .getByText(/没有找到“6457”/)
    .first()
    .waitFor()
  await expect.poll(() => page.getByText('请假、缺席的都补了课').count()).toBe(0)
})

test('搜“恢复”“删除”找得到操作记录；党员的一页可以只看没到的会', async () => {
  const { page } = screen
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: '搜索' }).fill('恢复')
  await page.getByRole('option', { name: /找回误删的/ }).click()
  await page.getByText(/记录只增不改/).waitFor()
  const [root] = await screen.call<{ id: number }[]>('organizations.tree')
  const scope = { organizationId: root!.id, year: new Date().getFullYear() }
  const [absence] = await screen.call<{ memberId: number }[]>('attendance.absences', scope)
  await page.goto(`${page.url().split('#')[0]}#/members/${absence!.memberId}`)
  await page.getByLabel('哪一类').selectOption({ label: '没到的会' })
  const lines = () => page.locator('.timeline li').allTextContents()
  await expect.poll(async () => (await lines()).every((one) => /请假|缺席/.test(one))).toBe(true)
  await expect.poll(async () => (await lines()).length).toBeGreaterThan(0)
})
