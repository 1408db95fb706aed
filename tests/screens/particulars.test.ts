import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Particulars } from '../../shared/particulars/contract.ts'
import type { ItemRow } from '../../shared/rectification/contract.ts'
import { type OpenScreen, openScreen } from '../support/browser.ts'
import { seriousProblems } from './axe.ts'
import { visit } from './looking.ts'

let screen: OpenScreen
let meetingId: number
const topic = '年度组织生活会暨党课'
beforeAll(async () => {
  screen = await openScreen({ demo: true })
  const tree = await screen.call<{ id: number; kind: string }[]>('organizations.tree')
  const branch = tree.find(({ kind }) => kind === 'branch')!
  const today = new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' })
  const plan = { startsAt: '14:30', endsAt: '16:00', place: '', host: '', recorder: '', agenda: [], groupId: null }
  const made = await screen.call<{ id: number }>('meetings.plan', {
    organizationId: branch.id,
    kinds: ['lecture', 'themeDay', 'orgLife'],
    topic,
    day: today,
    ...plan,
  })
  meetingId = made.id
}, 120_000)
afterAll(() => screen?.close())

test('专项：主题党日勾做了哪几样、添自己的；没写全的党课不能存，写全了一次存下', async () => {
  const { page } = screen
  await visit(page, `/meetings/${meetingId}`, topic)
  await page.getByRole('button', { name: /专项/ }).click()
  await page.getByLabel('题目').fill('学习党章总纲')
  const save = page.getByRole('button', { name: '保存专项' })
  await expect.poll(() => save.isDisabled()).toBe(true)
  await page.getByLabel('主讲人', { exact: false }).first().fill('周教授')
  await page.keyboard.press('Tab')
  await page.getByLabel('学时').fill('1.2')
  await page.getByText('学时写数字，最小到半学时，如 1.5').first().waitFor()
  await page.getByLabel('学时').fill('1.5')
  await expect.poll(() => page.getByRole('checkbox', { name: '集中学习' }).isChecked()).toBe(false)
  await page.getByRole('checkbox', { name: '集中学习' }).check()
  await page.getByLabel('其他内容').fill('植树')
  await page.keyboard.press('Enter')
  await page.getByLabel('学习篇目').fill('《党章》总纲')
  await expect.poll(() => seriousProblems(page)).toEqual([])
  await page.getByRole('button', { name: '＋ 添加批评意见' }).click()
  await page.getByLabel('第 1 条批评意见 批评人', { exact: true }).fill('李明')
  await page.keyboard.press('Tab')
  await page.getByLabel('第 1 条批评意见 被批评人').fill('王芳')
  await page.keyboard.press('Tab')
  await expect.poll(() => save.isDisabled()).toBe(true)
  await page.getByLabel('第 1 条批评意见 意见').fill('深入基层不够。')
  await page.keyboard.press('Control+s')
  await page.getByText('专项已保存').waitFor()
  const kept = await screen.call<Particulars>('particulars.page', { meetingId })
  expect(kept.lecture).toMatchObject({ title: '学习党章总纲', lecturer: '周教授', hours: 1.5 })
  expect(kept.themeDay?.parts).toEqual(['集中学习', '植树'])
  expect(kept.orgLife?.criticisms).toEqual([{ critic: '李明', criticised: '王芳', text: '深入基层不够。' }])
})

test('没存完就离开，回来接着写；还原回到存着的', async () => {
  const { page } = screen
  await page.getByLabel('亮点').fill('到得齐')
  await page.getByRole('button', { name: /安排/ }).first().click()
  await page.getByRole('button', { name: /专项/ }).click()
  await page.getByText('已接着上次没有存完的内容').waitFor()
  await expect.poll(() => page.getByLabel('亮点').inputValue()).toBe('到得齐')
  await page.getByRole('button', { name: '还原' }).click()
  await expect.poll(() => page.getByLabel('亮点').inputValue()).toBe('')
})

test('没存完的时候别处改过了：先问，接着填也不动别处后来改的', async () => {
  const { page } = screen
  await page.getByLabel('亮点').fill('到得齐')
  await page.getByRole('button', { name: /安排/ }).first().click()
  const drafted = async () => JSON.stringify(await screen.call('drafts.find', { key: `meetings.particulars/${meetingId}` }))
  const { themeDay } = await screen.call<Particulars>('particulars.page', { meetingId })
  await screen.call('particulars.writeThemeDay', { meetingId, themeDay: { ...themeDay, reading: '《党章》全文' } })
  await expect.poll(drafted).toContain('到得齐')
  await page.reload()
  await page.getByRole('button', { name: /专项/ }).click()
  await page.getByText('存着的内容后来改过了').waitFor()
  await expect.poll(() => page.getByLabel('亮点').inputValue()).toBe('')
  await expect.poll(() => seriousProblems(page)).toEqual([])
  await page.getByRole('button', { name: '接着填' }).click()
  await expect.poll(() => page.getByLabel('亮点').inputValue()).toBe('到得齐')
  await expect.poll(() => page.getByLabel('学习篇目').inputValue()).toBe('《党章》全文')
  await page.getByRole('button', { name: '还原' }).click()
  await expect.poll(() => page.getByLabel('亮点').inputValue()).toBe('')
})

test('归档打印里有各类自己的记录表；组织生活会的要选级别', async () => {
  const { page } = screen
  await page.getByRole('button', { name: /归档打印/ }).click()
  await page.getByRole('button', { name: '记录表' }).click()
  await page.getByRole('menuitem', { name: '主题党日活动记录 Excel' }).waitFor()
  await page.getByRole('menuitem', { name: '组织生活会记录', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.locator('.pdf-pages canvas').first().waitFor({ timeout: 30_000 })
  await dialog.getByText('对照检查、批评意见只印人数、条数').waitFor()
  await expect.poll(() => seriousProblems(page)).toEqual([])
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: /专项/ }).click()
})

test('整改从组织生活会里记：提出日期就是开会那天', async () => {
  const { page } = screen
  await page.getByRole('button', { name: '＋ 添加整改' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('问题').fill('学习不够经常')
  await dialog.getByLabel('整改措施').fill('每月集中学习一次')
  await dialog.getByLabel('时限').fill('20990331')
  await expect.poll(() => seriousProblems(page)).toEqual([])
  await dialog.getByRole('button', { name: '添加', exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByText('学习不够经常', { exact: true }).waitFor()
  const [item] = await screen.call<ItemRow[]>('rectification.ofMeeting', { meetingId })
  expect(item).toMatchObject({ problem: '学习不够经常', due: '2099-03-31', progress: 'open' })
})
