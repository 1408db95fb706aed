import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Organization } from '../../shared/organizations/contract.ts'
import { type OpenScreen, openScreen } from '../support/browser.ts'
import { seriousProblems } from './axe.ts'
import { visit, watch } from './looking.ts'

/** 台账与打印：先看预览再保存，级别与用途说在前头。 */
let screen: OpenScreen
let page: Page
let mishaps: string[]

beforeAll(async () => {
  screen = await openScreen({ demo: true })
  page = screen.page
  page.setDefaultTimeout(15_000)
  mishaps = watch(page)
  await page.getByRole('navigation').first().waitFor()
  await visit(page, '#/papers', '台账与打印')
})
afterAll(() => screen?.close())

const close = async () => {
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
}

test('架子上每本台账写明年度与行数，没有严重的无障碍问题', async () => {
  const [root] = await screen.call<Organization[]>('organizations.tree')
  const roster = await screen.call<unknown[]>('members.roster', { organizationId: root?.id, year: 2026 })
  const line = page.getByRole('row', { name: /党员花名册/ })
  await line.waitFor()
  await expect.poll(() => line.textContent()).toContain(String(roster.length))
  await expect.poll(() => seriousProblems(page)).toEqual([])
})

test('花名册默认是打码的内部版；换成上报版先写用途，没写不做', async () => {
  await page.getByRole('button', { name: '党员花名册 PDF' }).press('Enter')
  await page.locator('canvas[data-drawn]').first().waitFor()
  await expect.poll(() => page.getByRole('radio', { name: '内部' }).isChecked()).toBe(true)
  await expect.poll(() => seriousProblems(page)).toEqual([])

  await page.getByText('上报', { exact: true }).click()
  await expect.poll(() => page.getByRole('button', { name: '制作上报版' }).isDisabled()).toBe(true)
  await expect.poll(() => page.getByRole('button', { name: '保存', exact: true }).isDisabled()).toBe(true)
  await page.getByLabel('用途').fill('报街道党工委年度统计')
  await page.keyboard.press('Enter')
  await page.locator('canvas[data-drawn]').first().waitFor()
  const latest = await screen.call<{ last: { title: string; subject: string } | null }>('history.latest')
  expect(`${latest.last?.title} ${latest.last?.subject}`).toContain('报街道党工委年度统计')
  await close()
})

test('三会一课台账存成 Excel，文件名带单位、表名与年度', async () => {
  await page.getByRole('button', { name: '三会一课台账 Excel' }).press('Enter')
  await page.getByText('文件名').waitFor()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: '保存', exact: true }).click()
  const file = await download
  expect(file.suggestedFilename()).toMatch(/三会一课台账_2026_.*\.xlsx$/)
  const chunks: Buffer[] = []
  for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer)
  expect(Buffer.concat(chunks).subarray(0, 2).toString()).toBe('PK')
  await close()
})

test('打印在另一页打开同一份 PDF', async () => {
  await page
    .getByRole('button', { name: /^会议记录 / })
    .first()
    .press('Enter')
  await page.locator('canvas[data-drawn]').first().waitFor()
  // 有的浏览器不会显示 PDF 而是下载，所以看新页取的是什么，不看它停在哪里。
  const [popup, request] = await Promise.all([
    page.waitForEvent('popup'),
    page.context().waitForEvent('request', (asked) => asked.url().includes('/file/')),
    page.getByRole('button', { name: '打印' }).click(),
  ])
  expect(request.method()).toBe('GET')
  await popup.close()
  await close()
})

test('全部打包：一按就打好，可以每本另做 PDF，存下的是一个压缩包', async () => {
  await page.getByRole('button', { name: '全部打包' }).press('Enter')
  await page.getByText('文件名').waitFor()
  await expect.poll(() => seriousProblems(page)).toEqual([])
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: '保存', exact: true }).click()
  const file = await download
  expect(file.suggestedFilename()).toMatch(/全部台账_2026_.*\.zip$/)
  await page.getByLabel('每份另做一份 PDF').check()
  await page.getByText(/第 \d+\/\d+ 份 /).waitFor()
  await page.getByRole('button', { name: '取消' }).click()
  await page.getByRole('button', { name: '再做一次' }).waitFor()
  await close()
})

test('年度台账册：先勾好常用的，选了会记住，装订出来先看到封面', async () => {
  await page.getByRole('button', { name: '年度台账册' }).press('Enter')
  const dialog = page.getByRole('dialog')
  await expect.poll(() => dialog.getByLabel(/^党员花名册/).isChecked()).toBe(true)
  await expect.poll(() => dialog.getByLabel(/^党员信息台账/).isChecked()).toBe(false)
  await expect.poll(() => seriousProblems(page)).toEqual([])
  await dialog.getByLabel(/^党员花名册/).uncheck()
  await close()
  await page.getByRole('button', { name: '年度台账册' }).press('Enter')
  await expect.poll(() => dialog.getByLabel(/^党员花名册/).isChecked()).toBe(false)
  await dialog.getByRole('button', { name: '恢复常用' }).click()
  await expect.poll(() => dialog.getByLabel(/^党员花名册/).isChecked()).toBe(true)
  await page.keyboard.press('Control+Enter')
  await page.locator('canvas[data-drawn]').first().waitFor({ timeout: 60_000 })
  await expect.poll(() => page.getByRole('region', { name: '年度台账册' }).getAttribute('data-pages').then(Number)).toBeGreaterThan(15)
  await close()
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('年度台账册')
})

test('全程没有一个向外的请求，也没有没接住的异常', () => {
  expect(mishaps.filter((line) => !line.includes('inline style'))).toEqual([])
})
