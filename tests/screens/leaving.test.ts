import { afterAll, beforeAll, expect, test } from 'vitest'
import { type OpenScreen, openScreen } from '../support/browser.ts'
import { visit } from './looking.ts'

let screen: OpenScreen
beforeAll(async () => {
  screen = await openScreen({ demo: true })
  // 走的当口发出去的，不能扣在路上（SLOW_CALLS）
  await screen.page.unrouteAll()
}, 120_000)
afterAll(() => screen?.close())

test('打完字马上刷新：最后几个字也在草稿里，回来接着写', async () => {
  const { page } = screen
  await visit(page, '/members', '党员')
  await page.getByRole('button', { name: '登记党员' }).click()
  const name = page.getByRole('dialog').getByLabel('姓名')
  await name.fill('刷新前')
  await page.reload()
  await page.getByRole('button', { name: '登记党员' }).click()
  await expect.poll(() => name.inputValue()).toBe('刷新前')
})

test('标完一串出勤马上关窗：标了的都存下了', async () => {
  const { page } = screen
  const { id } = await screen.call<{ id: number }>('meetings.plan', {
    organizationId: 1,
    kinds: ['branchAssembly'],
    topic: '标完就关窗的会',
    day: new Date().toISOString().slice(0, 10),
  })
  await visit(page, `/meetings/${id}`, '标完就关窗的会')
  await page.getByRole('grid').focus()
  // 一下子标完，头一个还没有答复，后面的还攒着，就走了
  await page.evaluate(async () => {
    const grid = document.activeElement!
    for (const key of ['1', '5', '1', '4', '1']) {
      grid.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
      await new Promise((drawn) => setTimeout(drawn))
    }
    location.reload()
  })
  const states = async () =>
    (await screen.call<{ state: string | null }[]>('attendance.sheet', { meetingId: id })).slice(0, 5).map(({ state }) => state)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await expect.poll(states).toEqual(['present', 'online', 'present', 'late', 'present'])
})
