import { afterAll, beforeAll, expect, test } from 'vitest'
import { type OpenScreen, openScreen } from '../support/browser.ts'
import { seriousProblems } from './axe.ts'
import { visit, watch } from './looking.ts'

let screen: OpenScreen
let trouble: string[]
beforeAll(async () => {
  screen = await openScreen({ demo: true })
  trouble = watch(screen.page)
  const [first] = await screen.call<{ id: number; name: string }[]>('members.list', { organizationId: 1 })
  await visit(screen.page, `/members/${first!.id}`, first!.name)
})
afterAll(() => screen?.close())

test('登记一次留党察看、一段失联，都接到经历里；只看奖惩就只剩奖惩', async () => {
  const { page } = screen
  await page.getByRole('button', { name: '登记奖惩' }).click()
  const award = page.getByRole('dialog', { name: /登记奖惩/ })
  await award.getByLabel('类别').selectOption('处分')
  await award.getByLabel('日期').fill('2026-01-05')
  await award.getByLabel('名称').fill('违反组织纪律')
  await award.getByLabel('处分种类').selectOption('留党察看')
  await award.getByLabel('察看起').fill('2026-01-05')
  await award.getByLabel('察看止').fill('2026.1.1')
  await page.keyboard.press('Control+Enter')
  await award.getByText('止期要晚于起期').waitFor()
  await expect.poll(() => seriousProblems(page)).toEqual([])
  await award.getByLabel('察看止').fill('2027-01-05')
  await page.keyboard.press('Control+Enter')
  await award.waitFor({ state: 'detached' })

  await page.getByRole('button', { name: '登记情况' }).click()
  const care = page.getByRole('dialog', { name: /登记情况/ })
  await care.getByLabel('种类').selectOption('失去联系')
  await care.getByLabel('从何时起').fill('2026-02')
  await care.getByLabel('失联情形').selectOption('外出务工经商')
  await expect.poll(() => seriousProblems(page)).toEqual([])
  await page.keyboard.press('Control+Enter')
  await care.waitFor({ state: 'detached' })

  const life = page.getByRole('region', { name: '经历' })
  await life.getByText('留党察看：违反组织纪律').waitFor()
  await life.getByText('失去联系').waitFor()
  await page.locator('.member-badges').getByText('失联').waitFor()
  await life.getByLabel('哪一类').selectOption('奖惩')
  // 演示的这个人还有一项奖励
  await expect
    .poll(async () => (await life.getByRole('listitem').allInnerTexts()).map((text) => /留党察看|奖励/.exec(text)?.[0] ?? text).sort())
    .toEqual(['奖励', '留党察看', '留党察看'])
  await expect.poll(() => seriousProblems(page)).toEqual([])
  await page.getByRole('button', { name: /^删除 留党察看/ }).click()
  await expect.poll(() => life.getByRole('listitem').filter({ hasText: '留党察看' }).count()).toBe(0)
  expect(trouble).toEqual([])
})
