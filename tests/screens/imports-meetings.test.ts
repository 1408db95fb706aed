import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rowsBook } from '../imports/sheets.ts'
import { type OpenScreen, openScreen } from '../support/browser.ts'
import { seriousProblems } from './axe.ts'

/** 往年的三会一课台账：从“会议活动”进来，认不得的类型当场答，导入之后就在会议里。 */
let screen: OpenScreen
let page: Page

beforeAll(async () => {
  screen = await openScreen()
  page = screen.page
  page.setDefaultTimeout(15_000)
  await screen.call('files.create', { name: '青禾路商会党支部', kind: 'branch', actor: { name: '周明礼', post: '支部书记' } })
  await page.reload()
  await page.getByRole('navigation').first().waitFor()
  await page.evaluate(() => {
    location.hash = '#/meetings'
  })
})
afterAll(() => screen?.close())

const thisYear = new Date().getFullYear()
const book = () =>
  rowsBook([
    [`青禾路商会党支部${thisYear}年三会一课台账`],
    ['序号', '会议类型', '会议时间', '议题', '地点', '主持人', '应到', '实到', '决议'],
    [1, '支部党员大会', '1月1日 下午2:30', '通报去年工作', '会议室', '周明礼', 12, 11, '通过工作报告'],
    [2, '茶话会', '1月1日', '迎新座谈', '会议室', '周明礼', 12, 12, ''],
    ['填表人：周明礼'],
  ])

test('从会议活动进来就是导入台账，认得的列都对上，没有严重的无障碍问题', async () => {
  await page.getByRole('button', { name: '导入台账', exact: true }).click()
  await page.getByRole('heading', { name: '导入三会一课台账' }).waitFor()
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: '选择文件' }).click()
  await (await chooser).setFiles({ name: '台账.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from(await book()) })
  await page.getByText('对应到三会一课台账的').waitFor()
  await page.getByText(`按标题里的 ${thisYear} 年读`).waitFor()
  await expect.poll(() => seriousProblems(page)).toEqual([])
})

test('认不得的类型当场答；导入之后是已召开的会，人数照原台账，名单空着并说明', async () => {
  await page.getByRole('button', { name: '逐行检查 →' }).click()
  await page.getByText('“茶话会”是哪一类会议？').waitFor()
  await expect.poll(() => seriousProblems(page)).toEqual([])
  await page.getByRole('combobox', { name: '“茶话会”是哪一类会议' }).click()
  await page.getByTitle('其他').click()
  await page.getByRole('button', { name: '导入 2 次' }).click()
  await page.getByText('✓ 已导入 2 次').waitFor()
  await page.getByRole('button', { name: '去看三会一课台账' }).click()
  await page.getByText('通报去年工作').click()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: '出勤' }).click()
  await page.getByText('人数来自原来的台账').waitFor()
  const rows = await screen.call<{ topic: string; expected: number; present: number; absent: number; nameless: boolean }[]>(
    'meetings.listByYear',
    { organizationId: (await screen.call<{ id: number }[]>('organizations.tree'))[0]?.id, year: thisYear },
  )
  expect(rows.map(({ topic, expected, present, absent, nameless }) => [topic, expected, present, absent, nameless])).toEqual([
    ['迎新座谈', 12, 12, 0, true],
    ['通报去年工作', 12, 11, 1, true],
  ])
})
