import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DecisionRow } from '../../shared/decisions/contract.ts'
import type { MeetingRow } from '../../shared/meetings/contract.ts'
import type { VoteRow } from '../../shared/votes/contract.ts'
import { type OpenScreen, openScreen } from '../support/browser.ts'
import { seriousProblems } from './axe.ts'
import { visit } from './looking.ts'

let screen: OpenScreen
let meeting: MeetingRow
beforeAll(async () => {
  screen = await openScreen({ demo: true })
  const [{ id: organizationId } = { id: 0 }] = await screen.call<{ id: number }[]>('organizations.tree')
  const all = await screen.call<MeetingRow[]>('meetings.listByYear', { organizationId, year: new Date().getFullYear() })
  meeting = all.find(({ status, voidedReason }) => status === 'held' && voidedReason === null)!
}, 120_000)
afterAll(() => screen?.close())

test('表决计算器：边填边出结论和条文，什么都不存', async () => {
  const { page } = screen
  await visit(page, '/votes', '表决计算器')
  await page.getByLabel('应到有表决权').fill('10')
  await page.getByLabel('实到有表决权').fill('6')
  await page.getByLabel('赞成', { exact: true }).fill('5')
  await page.getByText('赞成恰为应到会有表决权人数的半数').waitFor()
  await page.getByText('延期再议').waitFor()
  await page.getByLabel('赞成', { exact: true }).fill('6')
  await page.getByText('✓ 通过').waitFor()
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/calculator.png` })
  await expect.poll(() => seriousProblems(page)).toEqual([])
})

test('在会议里登记一次表决：应到、实到从出勤来，结论写进会议', async () => {
  const { page } = screen
  await visit(page, `/meetings/${meeting.id}`, meeting.topic)
  await page.getByRole('button', { name: /表决与决议/ }).click()
  await page.getByRole('button', { name: '登记表决' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('表决事项').fill('讨论通过分工安排')
  await dialog
    .getByText(/^会议登记 \d+ 人/)
    .first()
    .waitFor()
  const present = await dialog.getByLabel('实到有表决权').inputValue()
  await dialog.getByLabel('赞成', { exact: true }).fill(present)
  await dialog.getByText('✓ 通过').waitFor()
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/vote-dialog.png` })
  await expect.poll(() => seriousProblems(page)).toEqual([])
  await dialog.getByRole('button', { name: '登记表决' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByText('讨论通过分工安排', { exact: true }).waitFor()
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/vote-step.png` })
  const [vote] = await screen.call<VoteRow[]>('votes.listByMeeting', { meetingId: meeting.id })
  expect(vote).toMatchObject({ outcome: 'passed', tally: { inFavour: Number(present) } })
})

test('议题要接收预备党员而没有登记表决：步骤里标，归档之前说，一步就去补', async () => {
  const { page } = screen
  const year = new Date().getFullYear()
  const plan = { kinds: ['branchAssembly'], day: `${year}-01-02`, topic: '讨论接收钟小满同志为中共预备党员' }
  const { id } = await screen.call<{ id: number }>('meetings.plan', { organizationId: meeting.organizationId, ...plan })
  await screen.call('attendance.allPresent', { meetingId: id })
  await screen.call('meetings.hold', { id })
  await visit(page, `/meetings/${id}`, plan.topic)
  await page.getByRole('button', { name: /表决与决议.*缺表决/ }).waitFor()
  await page.getByRole('button', { name: /归档打印/ }).click()
  await page.getByRole('listitem').filter({ hasText: '还没有登记表决' }).getByRole('button', { name: '去补' }).click()
  await page.getByRole('button', { name: '登记表决' }).waitFor()
  await expect.poll(() => seriousProblems(page)).toEqual([])
})

test('表决的是哪一名：打首字母，申请人和党员都列出来，不把首字母当名字', async () => {
  const { page } = screen
  const applicants = await screen.call<{ name: string; initials: string; stage: string }[]>('applicants.list', {
    organizationId: meeting.organizationId,
  })
  const one = applicants.find(({ stage }) => stage === 'candidate') ?? applicants[0]!
  await page.getByRole('button', { name: '登记表决' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('事项种类').press('ArrowDown')
  await page.getByTitle('接收预备党员').click()
  const who = dialog.getByRole('combobox', { name: /表决的是哪一名/ })
  await who.fill(one.initials)
  await page.locator('.ant-select-item-option', { hasText: one.name }).first().waitFor()
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/vote-who.png` })
  await dialog.getByLabel('表决事项').focus()
  await dialog.getByText(`名册里没有“${one.initials}”`).waitFor()
  await who.fill(one.name)
  await dialog.getByLabel('表决事项').focus()
  await expect.poll(() => dialog.getByText('名册里没有').count()).toBe(0)
  await expect.poll(() => seriousProblems(page)).toEqual([])
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '放弃' }).click()
  await dialog.first().waitFor({ state: 'detached' })
})

test('议定事项：逾期的列在前面，办结之后就下去', async () => {
  const { page } = screen
  await visit(page, '/decisions', '议定事项')
  const grid = page.getByRole('grid', { name: '议定事项' })
  await grid.waitFor()
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/decisions.png` })
  await expect.poll(() => seriousProblems(page)).toEqual([])
  const before = Number(await grid.getAttribute('aria-rowcount'))
  await expect.poll(() => grid.getByRole('row').nth(1).innerText()).toContain('逾期')
  await grid.getByRole('row').nth(1).click()
  const dialog = page.getByRole('dialog')
  const today = new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' })
  await dialog.getByLabel('完成日期').fill(today)
  await dialog.getByRole('button', { name: '办结', exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
  await expect.poll(async () => Number(await grid.getAttribute('aria-rowcount'))).toBe(before - 1)
  const [{ id: organizationId } = { id: 0 }] = await screen.call<{ id: number }[]>('organizations.tree')
  const rows = await screen.call<DecisionRow[]>('decisions.list', { organizationId, year: new Date().getFullYear() })
  expect(rows.filter(({ doneOn }) => doneOn === today)).toHaveLength(1)
})

test('作废会议要写原因，作废之后只能看，默认不列', async () => {
  const { page } = screen
  await visit(page, `/meetings/${meeting.id}`, meeting.topic)
  await page.getByRole('button', { name: '更多' }).click()
  await page.getByRole('menuitem', { name: '作废会议' }).click()
  await page.getByRole('dialog').getByLabel('原因').fill('重复登记')
  await page.getByRole('dialog').getByRole('button', { name: '作废会议' }).click()
  await page.getByText('已作废：重复登记').waitFor()
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/voided.png` })
  await expect.poll(() => page.getByRole('button', { name: '登记表决' }).count()).toBe(0)
  await page.getByRole('button', { name: '更多' }).click()
  await page.getByRole('menuitem', { name: '取消作废' }).click()
  await page.getByText('已作废：重复登记').waitFor({ state: 'detached' })
})

test('批量安排：选类型和每月哪天，列出的日子自己勾，一次排好', async () => {
  const { page } = screen
  await page.evaluate(() => {
    location.hash = '/meetings'
  })
  await page.getByRole('button', { name: '批量安排' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('会议类型').click()
  await page.locator('.ant-select-item-option', { hasText: '主题党日' }).click()
  const boxes = dialog.getByRole('group', { name: '排在哪几天' }).getByRole('checkbox')
  await expect.poll(() => boxes.first().isChecked()).toBe(false)
  await boxes.last().check()
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/series.png` })
  await expect.poll(() => seriousProblems(page)).toEqual([])
  await dialog.getByRole('button', { name: '安排 1 次' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByText(/批量安排会议 .*1 次/).waitFor()
  await expect.poll(() => page.getByText(/批量安排会议 .*1 次/).count()).toBe(1)
})
