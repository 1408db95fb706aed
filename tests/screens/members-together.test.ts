import { afterAll, beforeAll, expect, test } from 'vitest'
import { type OpenScreen, openScreen } from '../support/browser.ts'
import { seriousProblems } from './axe.ts'
import { visit, watch } from './looking.ts'

interface Row {
  id: number
  name: string
  mobile: string | null
  specialty: string | null
  branchName: string
}
let screen: OpenScreen
let trouble: string[]
beforeAll(async () => {
  screen = await openScreen({ demo: true })
  trouble = watch(screen.page)
})
afterAll(() => screen?.close())
const roster = () => screen.call<Row[]>('members.list', { organizationId: 1 })
const pick = async (count: number) => {
  for (let at = 0; at < count; at += 1) await screen.page.locator('.ledger-row').nth(at).getByRole('checkbox').check()
}

test('勾选三个人，同一项一起改，是一步，撤销也是一步', async () => {
  const { page } = screen
  await visit(page, '/members', '党员')
  await page.getByRole('grid').waitFor()
  const first = (await roster())[0]!
  await screen.call('members.amend', { id: first.id, facts: { specialty: '书法' } })
  await page.reload()
  await page.getByRole('grid').waitFor()
  await pick(3)
  await page.getByRole('button', { name: '修改一项' }).click()
  const dialog = page.getByRole('dialog', { name: '修改一项：3 人' })
  await dialog.getByLabel('哪一项').selectOption('特长')
  await dialog.getByLabel('改成').fill('摄影')
  await dialog.getByText('其中 1 人现在填着别的，会一起改掉').waitFor()
  await expect.poll(() => seriousProblems(page)).toEqual([])
  await page.keyboard.press('Control+Enter')
  await dialog.waitFor({ state: 'detached' })
  await expect.poll(async () => (await roster()).slice(0, 3).map(({ specialty }) => specialty)).toEqual(['摄影', '摄影', '摄影'])
  await page.getByRole('button', { name: '撤销' }).click()
  await expect.poll(async () => (await roster())[0]!.specialty).toBe('书法')
})

test('两份同一人的记录：看清哪里不同，选一份，合并后只剩一份', async () => {
  const { page } = screen
  const organizationId = (await screen.call<{ id: number; kind: string }[]>('organizations.tree')).find(({ kind }) => kind === 'branch')!.id
  for (const mobile of ['19900010001', '19900010002'])
    await screen.call('members.admit', { organizationId, category: 'formal', facts: { name: '重双双', mobile } })
  await visit(page, '/members', '党员')
  await page.reload()
  await page.getByRole('grid').waitFor()
  await page.getByLabel('筛选党员').fill('重双双')
  await expect.poll(() => page.locator('.ledger-row').count()).toBe(2)
  await pick(2)
  await page.getByRole('button', { name: '合并这两份' }).click()
  const dialog = page.getByRole('dialog', { name: '合并两份记录：重双双' })
  await dialog.getByText('19900010002').click()
  await expect.poll(() => seriousProblems(page)).toEqual([])
  await dialog.getByRole('button', { name: /^合\s*并$/ }).click()
  await dialog.waitFor({ state: 'detached' })
  await expect.poll(async () => (await roster()).filter(({ name }) => name === '重双双')).toMatchObject([{ mobile: '19900010002' }])
  expect(trouble).toEqual([])
})
