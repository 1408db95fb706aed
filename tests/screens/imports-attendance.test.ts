import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rowsBook } from '../imports/sheets.ts'
import { type OpenScreen, openScreen } from '../support/browser.ts'
import { seriousProblems } from './axe.ts'

/** 往年的考勤表：从“考勤”进来，没有图例的记号与分不清的会在表头那一步定，对不上的名字列出来。 */
let screen: OpenScreen
let page: Page
const year = new Date().getFullYear() - 1

beforeAll(async () => {
  screen = await openScreen()
  page = screen.page
  page.setDefaultTimeout(15_000)
  await screen.call('files.create', { name: '青禾路商会党支部', kind: 'branch', actor: { name: '周明礼', post: '支部书记' } })
  const [root] = await screen.call<{ id: number }[]>('organizations.tree')
  for (const name of ['周明礼', '李望舒', '沈知秋'])
    await screen.call('members.admit', { organizationId: root?.id, category: 'formal', facts: { name } })
  await page.reload()
  await page.getByRole('navigation').first().waitFor()
  await page.evaluate(() => {
    location.hash = '#/attendance'
  })
})
afterAll(() => screen?.close())

test('从考勤进来就是导入签到表；没有图例的记号在表头那一步问', async () => {
  await page.getByRole('button', { name: '导入签到表' }).click()
  await page.getByRole('heading', { name: '导入考勤签到表' }).waitFor()
  const book = await rowsBook([
    [`青禾路商会党支部${year}年主题党日考勤表`],
    ['序号', '姓名', '3月5日', '4月9日', '出勤次数'],
    [1, '周明礼', '√', '√', 2],
    [2, '李望舒', '√', '△', 2],
    [3, '沈知秋', '请假', '√', 1],
    [4, '顾若水', '√', '√', 2],
  ])
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: '选择文件' }).click()
  await (await chooser).setFiles({ name: '考勤.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from(book) })
  await page.getByText('“△”没有图例').waitFor()
  await expect.poll(() => seriousProblems(page)).toEqual([])
  await page.getByRole('combobox', { name: '记号“△”（1 格）是' }).click()
  await page.getByTitle('请假').last().click()
  await page.getByText('“△”没有图例').waitFor({ state: 'detached' })
})

test('逐行检查一格记号一行；名册里没有的人不导入，只列一次；导入后考勤里就有', async () => {
  await page.getByRole('button', { name: '逐行检查 →' }).click()
  await page.getByText('“出勤次数”写的是 2，读到的是 1').waitFor()
  await expect.poll(() => seriousProblems(page)).toEqual([])
  await page.getByRole('button', { name: '导入 6 人次' }).click()
  await page.getByText('✓ 已导入 6 人次').waitFor()
  await expect.poll(() => page.getByText('名册里没有“顾若水”').count()).toBe(1)
  const [root] = await screen.call<{ id: number }[]>('organizations.tree')
  const rows = await screen.call<{ topic: string; expected: number; present: number; onLeave: number; status: string }[]>(
    'meetings.listByYear',
    {
      organizationId: root?.id,
      year,
    },
  )
  expect(rows.map(({ topic, expected, present, onLeave, status }) => [topic, expected, present, onLeave, status])).toEqual([
    ['主题党日', 3, 2, 1, 'held'],
    ['主题党日', 3, 2, 1, 'held'],
  ])
  await page.getByRole('button', { name: '去看考勤签到表' }).click()
  await page.getByRole('heading', { name: '考勤' }).waitFor()
})
