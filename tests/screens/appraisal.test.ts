import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Entry, Round } from '../../shared/appraisal/contract.ts'
import { addDays } from '../../shared/kit/calendar.ts'
import { type OpenScreen, openScreen } from '../support/browser.ts'
import { seriousProblems } from './axe.ts'
import { visit } from './looking.ts'

let screen: OpenScreen
let branch: { id: number; name: string }
const today = new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' })
const year = Number(today.slice(0, 4))
/** 几天之前，一年里哪天跑都成。 */
const ago = (days: number) => addDays(today, -days)
beforeAll(async () => {
  screen = await openScreen({ demo: true })
  const tree = await screen.call<{ id: number; kind: string; name: string }[]>('organizations.tree')
  branch = tree.find(({ kind }) => kind === 'jointBranch')!
}, 120_000)
afterAll(() => screen?.close())

const rounds = () => screen.call<Round[]>('appraisal.rounds', { organizationId: branch.id, year })
const pageOf = (id: number) => screen.call<{ round: Round; entries: Entry[] }>('appraisal.page', { id })
const grid = () => screen.page.getByRole('grid', { name: '民主评议计票' })
const press = async (...keys: string[]) => {
  for (const key of keys) await screen.page.keyboard.press(key)
}

test('总支看得见各支部做到哪里；进到没开展的支部，写下哪天、谁参加就开展', async () => {
  const { page } = screen
  await visit(page, '/appraisal', '民主评议')
  await page
    .getByRole('row', { name: new RegExp(branch.name) })
    .getByText('还没有开展')
    .waitFor()
  await expect.poll(() => seriousProblems(page)).toEqual([])
  await page
    .getByRole('row', { name: new RegExp(branch.name) })
    .getByRole('button', { name: '去开展' })
    .click()
  await page.getByRole('button', { name: '开展民主评议' }).click()
  const dialog = page.getByRole('dialog')
  await expect.poll(() => dialog.getByRole('button', { name: '开展', exact: true }).isDisabled()).toBe(true)
  await dialog.getByLabel('评议日期').fill(ago(20))
  await page.keyboard.press('Tab')
  await dialog.getByRole('checkbox').nth(4).waitFor()
  // 留三个人参加
  await dialog.getByRole('checkbox', { name: '参加评议的党员' }).uncheck()
  for (const at of [1, 2, 3]) await dialog.getByRole('checkbox').nth(at).check()
  await expect.poll(() => seriousProblems(page)).toEqual([])
  await dialog.getByRole('button', { name: '开展', exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
  await grid().waitFor()
  await expect.poll(async () => (await rounds())[0]).toMatchObject({ participants: 3, day: ago(20), ballots: null })
})

test('像电子表格一样打票：行里说差几张，空格填余下的；对上了才能存', async () => {
  const { page } = screen
  await page.getByLabel('发出').fill('10')
  await page.getByLabel('收回').fill('9')
  await page.getByLabel('作废').fill('1')
  await page.getByText('有效票 8', { exact: true }).waitFor()
  await grid().focus()
  await press('Home', 'ArrowRight', '7', 'Tab', 'Delete')
  await page.getByText('7 少 1').waitFor()
  await press('Space')
  await page.getByText('8 ✓').waitFor()
  const save = page.getByRole('button', { name: '保存', exact: true })
  await page.getByText('还有 2 人的票没有录').waitFor()
  await expect.poll(() => save.isDisabled()).toBe(true)
  await press('ArrowLeft', 'ArrowDown', '1', '2', 'Backspace', 'Tab', 'Space', 'Home', 'ArrowRight', 'ArrowDown', '8')
  await expect.poll(() => seriousProblems(page)).toEqual([])
  await press('Control+s')
  await page.getByText('已保存', { exact: true }).first().waitFor()
  const { round, entries } = await pageOf((await rounds())[0]!.id)
  expect(round.ballots).toEqual({ issued: 10, returned: 9, spoiled: 1 })
  expect(entries.map(({ votes }) => [votes?.excellent, votes?.qualified])).toEqual([
    [7, 1],
    [1, 7],
    [8, 0],
  ])
})

test('定等次按数字；优秀一超过三分之一就说，附出处；意见写好，一起存', async () => {
  const { page } = screen
  await grid().focus()
  await press('End', 'ArrowUp', 'ArrowUp', 'ArrowUp', '1', 'ArrowDown', '1', 'ArrowDown')
  await page.getByText('超过 3 名的三分之一（最多 1 名）').waitFor()
  await page.getByText('依据：各地通知多为').waitFor()
  await press('ArrowUp', '2', 'ArrowDown', '3')
  await page.getByText('超过 3 名的三分之一').waitFor({ state: 'detached' })
  await press('e')
  await page.keyboard.type('学习不够经常')
  await page.getByText('基本合格：指出差距，限期改进').waitFor()
  await press('Escape')
  await expect.poll(() => grid().evaluate((one) => one === document.activeElement)).toBe(true)
  await press('Control+s')
  await page.getByText('已保存', { exact: true }).first().waitFor()
  await page.getByText('可以办结').waitFor()
  const { entries } = await pageOf((await rounds())[0]!.id)
  expect(entries.map(({ grade, opinion }) => [grade, opinion])).toEqual([
    ['excellent', ''],
    ['qualified', ''],
    ['basicallyQualified', '学习不够经常'],
  ])
})

test('办结要写哪天，之后封着；写明原因取消办结，又能改', async () => {
  const { page } = screen
  await page.getByRole('button', { name: '办结', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('办结日期').fill(ago(30))
  await page.keyboard.press('Tab')
  await dialog.getByText('办结日期应在评议那天').waitFor()
  await dialog.getByLabel('办结日期').fill(ago(19))
  await dialog.getByRole('button', { name: '办结', exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByText(`${ago(19)} 办结，封存着`).waitFor()
  await grid().focus()
  await press('End', '4')
  await expect.poll(async () => (await pageOf((await rounds())[0]!.id)).entries.map(({ grade }) => grade)).not.toContain('unqualified')
  await expect.poll(() => seriousProblems(page)).toEqual([])
  await page.getByRole('button', { name: '取消办结' }).click()
  await page.getByRole('dialog').getByLabel('原因').fill('漏了一条意见')
  await page.getByRole('dialog').getByRole('button', { name: '取消办结' }).click()
  await page.getByRole('button', { name: '更改' }).waitFor()
  await expect.poll(async () => (await rounds())[0]).toMatchObject({ finishedOn: null })
})

test('评议与那次会议连着：从评议点到会议，从会议的“更多”回到评议', async () => {
  const { page } = screen
  const finished = (await screen.call<{ id: number; kind: string }[]>('organizations.tree')).find(({ kind }) => kind === 'branch')!
  const [round] = await screen.call<Round[]>('appraisal.rounds', { organizationId: finished.id, year })
  // 演示台账里那次评议也许在去年
  if (!round) return expect(year).toBeGreaterThan(0)
  await visit(page, `/meetings/${round.meetingId}`, round.meetingTopic)
  await page.getByRole('button', { name: '更多' }).click()
  await page.getByRole('menuitem', { name: '民主评议计票' }).click()
  await page.getByText(`${round.finishedOn} 办结，封存着`).waitFor()
  await page.getByRole('link', { name: round.meetingTopic }).click()
  await expect.poll(() => page.getByRole('heading', { level: 1, name: round.meetingTopic }).isVisible()).toBe(true)
  await visit(page, '/appraisal', '民主评议')
})

test('测评票从菜单里看得到预览', async () => {
  const { page } = screen
  await page.getByRole('button', { name: '打印与导出' }).click()
  await page.getByRole('menuitem', { name: '测评票', exact: true }).click()
  await page.locator('.pdf-pages canvas').first().waitFor({ timeout: 30_000 })
  await page.getByText(/参加评议 \d+ 人，一人一张/).waitFor()
  await expect.poll(() => seriousProblems(page)).toEqual([])
})
