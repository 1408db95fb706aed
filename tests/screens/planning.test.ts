import { afterAll, beforeAll, expect, test } from 'vitest'
import type { MeetingPage, MeetingRow } from '../../shared/meetings/contract.ts'
import { type OpenScreen, openScreen } from '../support/browser.ts'
import { seriousProblems } from './axe.ts'
import { visit } from './looking.ts'

let screen: OpenScreen
let meeting: MeetingRow
beforeAll(async () => {
  screen = await openScreen({ demo: true })
  const [{ id: organizationId } = { id: 0 }] = await screen.call<{ id: number }[]>('organizations.tree')
  const all = await screen.call<MeetingRow[]>('meetings.listByYear', { organizationId, year: new Date().getFullYear() })
  meeting = all.find(({ status, startsAt, host }) => status === 'archived' && startsAt !== null && host !== '')!
}, 120_000)
afterAll(() => screen?.close())

const picture = async (name: string) => {
  if (process.env.SHOTS) await screen.page.screenshot({ path: `${process.env.SHOTS}/${name}.png` })
}

test('新建会议：提纲一键接在写好的后面，写好的不动；存成本类提纲再恢复', async () => {
  const { page } = screen
  await visit(page, '/meetings', '会议活动')
  await page.getByRole('button', { name: '新建会议' }).first().click()
  const dialog = page.getByRole('dialog')
  const agenda = dialog.getByLabel('议程', { exact: true })
  await agenda.fill('通报名单')
  await dialog.getByLabel('组织生活会').check()
  await dialog.getByRole('button', { name: /用提纲：组织生活会（8 项）/ }).click()
  const written = (await agenda.inputValue()).split('\n')
  expect([written[0], written.length]).toEqual(['通报名单', 9])
  await picture('plan-outline')
  await expect.poll(() => seriousProblems(page)).toEqual([])
  await agenda.fill('通报名单\n查摆问题')
  await dialog.getByRole('button', { name: '存为本类提纲' }).click()
  await dialog.getByRole('button', { name: /用提纲：组织生活会（2 项）/ }).waitFor()
  await dialog.getByRole('button', { name: '恢复自带提纲' }).click()
  await dialog.getByRole('button', { name: /用提纲：组织生活会（8 项）/ }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /不保存|放弃|不要了/ }).click()
  await dialog.waitFor({ state: 'detached' })
})

test('复制这次会议：整份安排照抄，日期空着；同一时间有同一个人会说，照样能安排', async () => {
  const { page } = screen
  await visit(page, `/meetings/${meeting.id}`, meeting.topic)
  await page.getByRole('button', { name: '更多' }).click()
  await page.getByRole('menuitem', { name: '复制这次会议' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText(`照“${meeting.topic}”抄来`).waitFor()
  await expect.poll(() => dialog.getByLabel('议题 / 主题').inputValue()).toBe(meeting.topic)
  await expect.poll(() => dialog.getByLabel('主持人').inputValue()).toBe(meeting.host)
  await expect.poll(() => dialog.getByLabel('日期').inputValue()).toBe('')
  await dialog.getByLabel('日期').fill(meeting.day)
  await dialog.getByText(/这天已有.*时间重叠.*两边都有/).waitFor()
  await picture('plan-copy')
  // 窗口再矮，按钮也在看得见的地方
  await page.setViewportSize({ width: 1366, height: 600 })
  const buttons = await dialog.getByRole('button', { name: '安排会议' }).boundingBox()
  expect((buttons?.y ?? 999) + (buttons?.height ?? 0)).toBeLessThanOrEqual(584)
  await page.setViewportSize({ width: 1366, height: 768 })
  await expect.poll(() => seriousProblems(page)).toEqual([])
  await dialog.getByRole('button', { name: '安排会议' }).click()
  await dialog.waitFor({ state: 'detached' })
  const id = Number(new URL(page.url()).hash.split('/').at(-1))
  expect(id).not.toBe(meeting.id)
  const [made, source] = [
    await screen.call<MeetingPage>('meetings.page', { id }),
    await screen.call<MeetingPage>('meetings.page', { id: meeting.id }),
  ]
  expect(made.agenda).toEqual(source.agenda)
  expect(made.meeting).toMatchObject({ status: 'planned', kinds: meeting.kinds, place: meeting.place, startsAt: meeting.startsAt })
})
