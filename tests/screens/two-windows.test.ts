import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { MeetingRow } from '../../shared/meetings/contract.ts'
import type { MemberRow } from '../../shared/members/contract.ts'
import { type OpenScreen, openScreen } from '../support/browser.ts'
import { seriousProblems } from './axe.ts'
import { visit } from './looking.ts'

let screen: OpenScreen
let other: Page
let mine: string
beforeAll(async () => {
  screen = await openScreen({ demo: true })
  mine = (await screen.call<{ path: string }>('files.current')).path
  other = await screen.page.context().newPage()
  other.setDefaultTimeout(20_000)
  await other.goto(screen.page.url().split('#')[0]!)
  await other.getByRole('heading', { level: 1 }).waitFor()
}, 120_000)
afterAll(() => screen?.close())

const roll = async () => {
  const [root] = await screen.call<{ id: number }[]>('organizations.tree')
  return screen.call<MemberRow[]>('members.list', { organizationId: root!.id })
}

/** 这一页的菜单里关上台账。 */
async function shut(page: Page) {
  await page.locator('.ledger-name').click()
  await page.getByRole('menuitem', { name: /关闭这本/ }).click()
  await page.getByRole('button', { name: '新建一本台账' }).waitFor()
}

test('一个窗口里登记、删掉的，另一个窗口里随即看得到', async () => {
  const { page } = screen
  await visit(page, '/members', '党员')
  await page.getByRole('button', { name: /^登记党员/ }).click()
  await page.getByRole('dialog').getByLabel('姓名').fill('两窗甲')
  await visit(other, '/members', '党员')
  await page.getByRole('dialog').getByRole('button', { name: '登记', exact: true }).click()
  await other.getByText('两窗甲').first().waitFor()
  const { id } = (await roll()).find(({ name }) => name === '两窗甲')!
  await visit(other, `/members/${id}`, '两窗甲')
  await page.keyboard.press('Control+z')
  await other.getByText('没有这名党员，可能已被删除。').first().waitFor()
  await expect.poll(() => other.getByRole('heading', { name: '两窗甲' }).count()).toBe(0)
})

test('同一次会议两个窗口都在改：没有动过的几项跟上，写到一半的留着，说一句', async () => {
  const { page } = screen
  const [root] = await screen.call<{ id: number }[]>('organizations.tree')
  const scope = { organizationId: root!.id, year: new Date().getFullYear() }
  const meetings = await screen.call<MeetingRow[]>('meetings.listByYear', scope)
  const one = meetings.find(({ status, voidedReason }) => status === 'held' && voidedReason === null)!
  const open = async (window: Page) => {
    await visit(window, `/meetings/${one.id}`, one.topic)
    await window.keyboard.press('Alt+1')
    await window.getByLabel('地点').waitFor()
  }
  await open(page)
  await open(other)
  await other.getByLabel('记录人').fill('另写的记录人')
  await page.getByLabel('地点').fill('改到二楼')
  await page.keyboard.press('Control+s')
  await expect.poll(() => other.getByLabel('地点').inputValue()).toBe('改到二楼')
  await expect.poll(() => other.getByLabel('记录人').inputValue()).toBe('另写的记录人')
  await other.getByText(/刚在别的窗口里改过/).waitFor()
  await other.keyboard.press('Control+s')
  await expect
    .poll(async () => (await screen.call<{ meeting: MeetingRow }>('meetings.page', { id: one.id })).meeting)
    .toMatchObject({ place: '改到二楼', recorder: '另写的记录人' })
  await other.keyboard.press('Escape')
})

test('一个窗口关上、换开台账：另一个窗口停下来说一句，写不进别的一本；重新打开，写到一半的还在', async () => {
  const { page } = screen
  await visit(other, '/members', '党员')
  await other.getByRole('button', { name: /^登记党员/ }).click()
  await other.getByRole('dialog').getByLabel('姓名').fill('两窗乙')
  await other.waitForTimeout(1500)
  await shut(page)
  await other.getByText(/在别的窗口里关上了/).waitFor()
  await expect.poll(() => seriousProblems(other)).toEqual([])
  await screen.call('files.create', { name: '春晖商会党支部', kind: 'branch', actor: { name: '李明', post: '支部书记' } })
  await page.reload()
  await page.getByRole('heading', { level: 1 }).waitFor()
  await other.reload()
  await other.getByText(/在别的窗口里换成了“春晖商会党支部”/).waitFor()
  await other.getByRole('button', { name: /^重新打开/ }).click()
  await other.getByRole('button', { name: /^登记党员/ }).click()
  await expect.poll(() => other.getByRole('dialog').getByLabel('姓名').inputValue()).toBe('两窗乙')
  await page.getByText(/在别的窗口里换成了/).waitFor()
  await expect.poll(async () => (await screen.call<{ path: string }>('files.current')).path).toBe(mine)
  await page.getByRole('button', { name: /^去“/ }).click()
  await page.getByRole('heading', { level: 1 }).waitFor()
})

test('没有来得及知会的窗口照旧写：不写进别的一本，当场停下', async () => {
  const { page } = screen
  const before = (await roll()).length
  const dialog = other.getByRole('dialog')
  await screen.call('files.close')
  await screen.call('files.create', { name: '青禾路商会党支部', kind: 'branch', actor: { name: '周明礼', post: '支部书记' } })
  const fresh = await roll()
  // 正好有别的在问（如备着做表）的，先一步就停下了；问在关上与新建之间的，听到的是关上了
  const stopped = other.getByText(/在别的窗口里(换成了“青禾路商会党支部”|关上了)/)
  const register = dialog.getByRole('button', { name: '登记', exact: true })
  await expect
    .poll(async () => {
      if ((await stopped.count()) === 0) await register.click({ timeout: 2000 }).catch(() => undefined)
      return stopped.count()
    })
    .toBe(1)
  await expect.poll(() => roll()).toEqual(fresh)
  await screen.call('files.open', { path: mine })
  await expect.poll(async () => (await roll()).length).toBe(before)
  await page.close()
})
