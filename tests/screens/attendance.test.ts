import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Absence, AttendanceYear } from '../../shared/attendance/contract.ts'
import { type OpenScreen, openScreen } from '../support/browser.ts'
import { seriousProblems } from './axe.ts'
import { visit } from './looking.ts'

let screen: OpenScreen
let scope: { organizationId: number; year: number }
beforeAll(async () => {
  screen = await openScreen({ demo: true })
  const [root] = await screen.call<{ id: number }[]>('organizations.tree')
  scope = { organizationId: root?.id ?? 0, year: new Date().getFullYear() }
  await visit(screen.page, '/attendance', '考勤')
})
afterAll(() => screen?.close())

test('年度考勤表：键盘走格，下面一行说出是谁、哪次会、怎样；回车打开那次会议', async () => {
  const { page, call } = screen
  const { meetings, people } = await call<AttendanceYear>('attendance.year', scope)
  const grid = page.getByRole('grid', { name: '年度考勤表' })
  await grid.focus()
  const here = page.locator('.year-here')
  await expect.poll(() => here.innerText()).toContain(people[0]?.name)
  await expect.poll(() => here.innerText()).toContain(meetings.at(-1)?.topic)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowLeft')
  await expect.poll(() => here.innerText()).toContain(people[1]?.name)
  await expect.poll(() => here.innerText()).toContain(meetings.at(-2)?.topic)
  await expect.poll(() => seriousProblems(page)).toEqual([])
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: meetings.at(-2)?.topic ?? '' }).waitFor()
  await visit(page, '/attendance', '考勤')
})

test('没有补课的几个人一起登记，数字随之减少；撤销以后又回来', async () => {
  const { page, call } = screen
  const open = async () => (await call<Absence[]>('attendance.absences', scope)).filter(({ madeUpOn }) => madeUpOn === null).length
  const before = await open()
  expect(before).toBeGreaterThan(2)
  await page.getByText(/^请假缺席 \d+$/).click()
  const table = page.getByRole('grid', { name: '请假与缺席' })
  const boxes = table.getByRole('checkbox')
  await boxes.nth(1).check()
  await boxes.nth(2).check()
  await page.getByRole('button', { name: '登记补课 2 人次' }).click()
  const dialog = page.getByRole('dialog')
  const today = new Date()
  const two = (n: number) => String(n).padStart(2, '0')
  await dialog.getByLabel(/^补课日期/).fill(`${today.getFullYear()}${two(today.getMonth() + 1)}${two(today.getDate())}`)
  await dialog.getByLabel(/^补课内容/).fill('补学会议精神')
  await dialog.getByLabel('确认人').fill('李明')
  await expect.poll(() => seriousProblems(page)).toEqual([])
  await page.keyboard.press('Control+Enter')
  await dialog.waitFor({ state: 'detached' })
  await expect.poll(() => open()).toBe(before - 2)
  await page.getByRole('button', { name: /^撤销/ }).last().click()
  await expect.poll(open).toBe(before)
})

test('每人出席率：找人、按类型只看党课', async () => {
  const { page, call } = screen
  await page.getByText('每人出席率').click()
  const { people } = await call<AttendanceYear>('attendance.year', scope)
  await page.getByLabel('找人：姓名或拼音首字母').fill(people[0]?.name ?? '')
  const table = page.getByRole('grid', { name: '每人出席率' })
  await expect.poll(() => table.getByRole('row').count()).toBe(2)
  await expect.poll(() => table.innerText()).toContain(people[0]?.name)
  await expect.poll(() => seriousProblems(page)).toEqual([])
})

test('出勤一步：不计入应到要写理由与依据，人数随之减少，收在一处点开看；来宾与上级领导登在这里', async () => {
  const { page, call } = screen
  const organizations = await call<{ id: number; kind: string }[]>('organizations.tree')
  const branch = organizations.find(({ kind }) => kind === 'branch')?.id ?? 0
  const day = `${scope.year}-01-02`
  const plan = { organizationId: branch, kinds: ['branchAssembly'], topic: '不计入的演练', day }
  const { id } = await call<{ id: number }>('meetings.plan', plan)
  const sheet = await call<{ name: string; expected: boolean }[]>('attendance.sheet', { meetingId: id })
  await visit(page, `/meetings/${id}`, '不计入的演练')
  await page.getByRole('button', { name: '不计入应到' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox').fill(sheet[0]?.name ?? '')
  await page.keyboard.press('Enter')
  await dialog.getByText('自费出国半年以上').click()
  await dialog.getByLabel(/^依据/).fill('街道党工委批复')
  await expect.poll(() => seriousProblems(page)).toEqual([])
  await page.keyboard.press('Control+Enter')
  await dialog.waitFor({ state: 'detached' })
  await page.getByText(`不计入应到 1 人：${sheet[0]?.name}`).click()
  await page.getByText('依据：街道党工委批复').waitFor()
  await expect
    .poll(() => page.getByRole('status', { name: '人数' }).innerText())
    .toMatch(new RegExp(`应到 ${sheet.length - 1}\\b[\\s\\S]*不计入 1`))
  await page.getByRole('button', { name: '来宾' }).click()
  await dialog.getByLabel('第 1 人的姓名').fill('周全')
  await dialog.getByLabel('第 1 人的单位职务').fill('街道组织委员')
  await page.keyboard.press('Control+Enter')
  await dialog.waitFor({ state: 'detached' })
  await page.getByText('列席来宾 1 人：周全（街道组织委员）').waitFor()
  await expect.poll(() => call('attendance.guests', { meetingId: id })).toEqual([{ kind: 'guest', name: '周全', post: '街道组织委员' }])
  await expect.poll(() => seriousProblems(page)).toEqual([])
})

test('首页三条与查询的数一致，点出勤到考勤；还没补课的人数在侧边栏', async () => {
  const { page, call } = screen
  const summary = await call<{ expected: number; present: number; peopleOpen: number }>('attendance.summary', scope)
  await visit(page, '/', '青禾市茶业商会党总支')
  const bars = page.getByRole('region', { name: `${scope.year} 年的出勤、党费与经费` })
  await bars.getByText(`实到 ${summary.present} / 应到 ${summary.expected} 人次`).waitFor()
  await expect
    .poll(() => bars.getByRole('button').allInnerTexts())
    .toEqual([
      expect.stringContaining(`${summary.peopleOpen} 人没有补课`),
      expect.stringMatching(/实交 [\d,.]+ \/ 应交 [\d,.]+ 元/),
      expect.stringMatching(/支出 [\d,.]+ \/ 预算 [\d,.]+ 元/),
    ])
  await expect.poll(() => seriousProblems(page)).toEqual([])
  const link = page.getByRole('navigation', { name: '房间' }).getByRole('link', { name: /^考勤/ })
  await expect.poll(() => link.innerText()).toContain(`${summary.peopleOpen}待补`)
  await bars.getByRole('button', { name: /^出勤/ }).click()
  await page.getByRole('heading', { name: '考勤' }).waitFor()
})

test('签到表怎样排，换一次会还照这样；逐人选定的会也有签到表', async () => {
  const { page, call } = screen
  const organizations = await call<{ id: number; kind: string }[]>('organizations.tree')
  const branch = organizations.find(({ kind }) => kind === 'branch')?.id ?? 0
  const { code } = await call<{ code: string }>('meetings.addKind', { name: '班子座谈', audience: 'chosen' })
  const plan = { organizationId: branch, kinds: [code], topic: '逐人选定的签到', day: `${scope.year}-01-03` }
  const { id } = await call<{ id: number }>('meetings.plan', plan)
  const [member] = await call<{ id: number }[]>('members.list', { organizationId: branch })
  await call('attendance.mark', { meetingId: id, marks: [{ memberId: member?.id, state: 'present' }] })
  await visit(page, `/meetings/${id}`, '逐人选定的签到')
  const step = page.getByRole('navigation', { name: '步骤' }).getByRole('button', { name: /签到表/ })
  await step.click()
  await page.getByLabel('补课登记栏').check()
  const pages = page.getByRole('region', { name: '签到表' })
  await pages.locator('canvas[data-drawn]').first().waitFor()
  await expect.poll(async () => Number(await pages.getAttribute('data-pages'))).toBeGreaterThan(0)
  await expect.poll(() => seriousProblems(page)).toEqual([])
  const kept = () => call<{ content: { makeup: boolean } } | null>('drafts.find', { key: 'view/sign-in' })
  await expect.poll(async () => (await kept())?.content.makeup).toBe(true)
  const other = (
    await call<{ id: number; topic: string; kinds: string[] }[]>('meetings.listByYear', { organizationId: branch, year: scope.year })
  ).find(({ kinds }) => kinds.includes('branchAssembly'))
  await visit(page, `/meetings/${other?.id}`, other?.topic ?? '')
  await step.click()
  await expect.poll(() => page.getByLabel('补课登记栏').isChecked()).toBe(true)
})

test('两个王芳：年度考勤表、一次会的出勤、Ctrl+K 里都认得出是哪一个', async () => {
  const { page, call } = screen
  const shot = async (name: string) => void (process.env.SHOTS && (await page.screenshot({ path: `${process.env.SHOTS}/${name}.png` })))
  const { people, meetings } = await call<AttendanceYear>('attendance.year', scope)
  const two = people.filter(({ name }) => name === '王芳')
  expect(two.length).toBe(2)
  const [one, other] = two.map(({ aside }) => aside)
  expect(new Set(['', one, other]).size).toBe(3)
  await visit(page, '/attendance', '考勤')
  await page.getByText('年度考勤表', { exact: true }).click()
  await page.getByLabel('找人：姓名或拼音首字母').fill('王芳')
  for (const aside of [one, other]) await page.getByRole('rowheader', { name: `王芳${aside}` }).waitFor()
  await shot('namesakes-year')
  await page.getByText('每人出席率', { exact: true }).click()
  for (const aside of [one, other]) await page.getByRole('gridcell', { name: `王芳${aside}` }).waitFor()
  await shot('namesakes-people')
  const both = meetings.findLast(({ meetingId }) => two.every(({ marks }) => marks.some(([id]) => id === meetingId)))
  await visit(page, `/meetings/${both?.meetingId}`, both?.topic ?? '')
  await page.getByRole('button', { name: /出勤/ }).first().click()
  for (const aside of [one, other]) await page.getByRole('gridcell', { name: `王芳${aside}` }).waitFor()
  await shot('namesakes-sheet')
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: '搜索' }).fill('wf')
  for (const aside of [one, other]) await page.getByRole('option', { name: `王芳（${aside}）` }).waitFor()
  await shot('namesakes-palette')
  await expect.poll(() => seriousProblems(page)).toEqual([])
})
