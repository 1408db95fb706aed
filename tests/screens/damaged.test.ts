import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type OpenScreen, openScreen } from '../support/browser.ts'
import { copyDemo } from '../support/demo-ledger.ts'
import { spoil } from '../support/spoil.ts'
import { visit } from './looking.ts'

let screen: OpenScreen
let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), '支部 台账-坏-'))
  const ledger = await copyDemo(folder)
  spoil(ledger, 'talk')
  screen = await openScreen({ ledger })
})
afterAll(async () => {
  await screen?.close()
  rmSync(folder, { recursive: true, force: true })
})

test('坏了一块的台账：用到它的一屏说怎么办，别的照常；完整性检查说出是哪样记录', async () => {
  const { page } = screen
  await visit(page, '/members', '党员')
  await expect.poll(() => page.getByRole('row').count()).toBeGreaterThan(20)
  await page.evaluate(() => void (location.hash = '#/talks'))
  await page.getByRole('alert').filter({ hasText: '台账文件有一处读不出来，这一步做不成' }).waitFor()
  await visit(page, '/settings', '设置')
  await page.getByRole('button', { name: '现在检查' }).click()
  await page.getByText('“谈话”里有损坏').waitFor()
  await expect.poll(() => page.locator('.check-findings li').count()).toBe(1)
})

test('一屏问了几样没有问成，“再试一次”全都再问', async () => {
  const { page } = screen
  await page.route(/call\/(meetings|attendance)\./, (route) => route.abort())
  await page.evaluate(() => void (location.hash = '#/attendance'))
  const again = page.getByRole('button', { name: '再试一次' })
  await again.click()
  await again.waitFor()
  await page.unroute(/call\/(meetings|attendance)\./)
  await again.click()
  await page.getByRole('heading', { name: '考勤' }).waitFor()
  await expect.poll(() => again.count()).toBe(0)
})
