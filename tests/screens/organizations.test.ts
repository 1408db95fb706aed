import { afterAll, beforeAll, expect, test } from 'vitest'
import { type OpenScreen, openScreen } from '../support/browser.ts'
import { seriousProblems } from './axe.ts'
import { visit } from './looking.ts'

let screen: OpenScreen
beforeAll(async () => {
  screen = await openScreen({ demo: true })
  await visit(screen.page, '/organizations', '组织')
})
afterAll(() => screen?.close())

const tree = () => screen.call<{ id: number; name: string; kind: string; dissolvedOn: string | null }[]>('organizations.tree')
const done = () => screen.page.getByRole('dialog').waitFor({ state: 'detached' })

test('按 N 新建党小组：设在支部下面，建好就在树上', async () => {
  const { page } = screen
  const branch = (await tree()).find((one) => one.kind === 'jointBranch')!
  await page.getByRole('button', { name: new RegExp(branch.name) }).click()
  await page.keyboard.press('n')
  await expect.poll(() => page.getByLabel('种类').inputValue()).toBe('group')
  await page.getByLabel('名称').fill('新茶小组')
  await page.keyboard.press('Control+Enter')
  await done()
  await page.getByRole('navigation', { name: '组织树' }).getByText('新茶小组').waitFor()
  await expect.poll(async () => (await tree()).find((one) => one.name === '新茶小组')).toMatchObject({ kind: 'group', parentId: branch.id })
})

test('修改名称；空着的名称存不了', async () => {
  const { page } = screen
  await page.keyboard.press('e')
  await page.getByLabel('名称').fill('')
  await expect.poll(() => page.getByRole('dialog').getByRole('button', { name: '保存' }).isDisabled()).toBe(true)
  await page.getByLabel('名称').fill('春茶小组')
  await page.keyboard.press('Control+s')
  await done()
  await expect.poll(async () => (await tree()).some((one) => one.name === '春茶小组')).toBe(true)
})

test('任命支部委员，再免职：在任的在上，任职记录留着', async () => {
  const { page } = screen
  const branch = (await tree()).find((one) => one.kind === 'jointBranch')!
  await page.getByRole('button', { name: new RegExp(branch.name) }).click()
  await page.getByRole('button', { name: '任命' }).click()
  await page.getByRole('combobox', { name: '职务' }).selectOption({ label: '青年委员' })
  const [, , person] = await screen.call<{ name: string; initials: string }[]>('members.list', { organizationId: branch.id })
  await page.getByRole('combobox', { name: '谁' }).click()
  await page.keyboard.type(person!.initials)
  await page.locator('.ant-select-item-option').filter({ hasText: person!.name }).click()
  await page.getByLabel('任职日期').fill('2026.3')
  await expect.poll(() => seriousProblems(page)).toEqual([])
  await page.keyboard.press('Control+Enter')
  await done()
  const line = page.getByRole('row').filter({ hasText: '青年委员' }).filter({ hasText: person!.name })
  await line.getByText('2026年03月').waitFor()
  await line.getByRole('button', { name: /免职/ }).click()
  await page.getByLabel('免职日期').fill('20260915')
  await page.keyboard.press('Control+Enter')
  await done()
  await line.getByText('2026年09月15日').waitFor()
  await expect.poll(() => line.getByRole('button').count()).toBe(0)
})

test('还有党员的支部不能撤销：说还有几名、下一步怎么办', async () => {
  const { page } = screen
  const branch = (await tree()).find((one) => one.kind === 'jointBranch')!
  const group = (await tree()).find((one) => one.name === '春茶小组')!
  await screen.call('organizations.dissolve', { id: group.id, on: '2026-11-01' })
  await page.reload()
  await visit(page, '/organizations', '组织')
  await page.getByRole('button', { name: new RegExp(branch.name) }).click()
  await page.getByRole('button', { name: '撤销…' }).click()
  await page.getByRole('button', { name: '撤销这个组织' }).click()
  await page
    .getByRole('dialog')
    .getByText(/还有 \d+ 名党员在这里，请先调整到别处再撤销/)
    .waitFor()
  await expect.poll(async () => (await tree()).find((one) => one.id === branch.id)?.dissolvedOn).toBeNull()
})
