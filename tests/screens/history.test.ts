import { afterAll, beforeAll, expect, test } from 'vitest'
import { type OpenScreen, openScreen } from '../support/browser.ts'
import { visit } from './looking.ts'

let screen: OpenScreen
let member: { id: number; name: string; mobile: string | null }
beforeAll(async () => {
  screen = await openScreen({ demo: true })
  member = (await screen.call<(typeof member)[]>('members.list', { organizationId: 1 }))[4]!
  await screen.call('members.amend', { id: member.id, facts: { mobile: '13911113333', specialty: '书法' } })
  await visit(screen.page, '/history', '操作记录')
})
afterAll(() => screen?.close())

const mobile = async () => (await screen.call<{ member: { mobile: string } }>('members.page', { id: member.id })).member.mobile
/** 操作记录里动词正是它的各行，新的在上。 */
const lines = (verb: string) =>
  screen.page.getByRole('listitem').filter({ has: screen.page.locator('strong').getByText(verb, { exact: true }) })
const line = () => lines('修改党员信息').first()

test('谁、何时、做了什么；点开看改前、改后，用人的话', async () => {
  await line().getByRole('button').first().click()
  const changes = screen.page.locator('.changes')
  await changes.getByRole('row', { name: new RegExp(`手机号 ${member.mobile}.*13911113333`) }).waitFor()
  await expect.poll(() => changes.getByRole('row', { name: /特长.*书法/ }).count()).toBe(1)
})

test('筛选操作记录，边打边出', async () => {
  const { page } = screen
  await page.keyboard.press('/')
  await page.keyboard.type(member.name)
  await expect.poll(() => page.locator('.operation').count()).toBeLessThan(10)
  await expect.poll(() => line().innerText()).toContain(member.name)
  await page.getByLabel('筛选操作记录').fill('没有这样的操作')
  await page.getByText('没有符合的记录').waitFor()
  await page.getByLabel('筛选操作记录').fill('')
})

test('在这一行撤销，记录回到从前；再恢复，又是改后的样子', async () => {
  await line().getByRole('button', { name: /^撤销/ }).click()
  await line().getByText('已撤销').waitFor()
  await expect.poll(() => mobile()).toBe(member.mobile)
  await lines('撤销').getByRole('button', { name: /^重做/ }).first().click()
  await expect.poll(mobile).toBe('13911113333')
})

test('之后又改过的，不能单独撤销：说清为什么，什么也没动', async () => {
  const { page } = screen
  await screen.call('members.amend', { id: member.id, facts: { mobile: '13911114444' } })
  await page.reload()
  await visit(page, '/history', '操作记录')
  await lines('修改党员信息').nth(1).getByRole('button', { name: /^撤销/ }).click()
  await page.getByText(/之后又被修改，不能单独撤销这一步/).waitFor()
  await expect.poll(() => mobile()).toBe('13911114444')
})

test('Ctrl+Z 连按两下就是撤销两步，不等前一步做完；Ctrl+Y 两下又都回来', async () => {
  const { page } = screen
  const now = await mobile()
  for (const to of ['13922220001', '13922220002']) await screen.call('members.amend', { id: member.id, facts: { mobile: to } })
  await page.reload()
  await page.getByRole('button', { name: /^撤销/ }).last().waitFor()
  await page.getByRole('heading', { level: 1 }).click()
  for (const key of ['Control+z', 'Control+z']) await page.keyboard.press(key)
  await expect.poll(mobile).toBe(now)
  for (const key of ['Control+y', 'Control+y']) await page.keyboard.press(key)
  await expect.poll(mobile).toBe('13922220002')
})
