import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type OpenScreen, openScreen } from '../support/browser.ts'
import { seriousProblems } from './axe.ts'
import { visit, watch } from './looking.ts'

let screen: OpenScreen
let trouble: string[]
beforeAll(async () => {
  screen = await openScreen({ demo: true })
  trouble = watch(screen.page)
})
afterAll(() => screen?.close())
beforeEach(async () => {
  await screen.page.reload()
  await visit(screen.page, '/applicants', '发展对象与积极分子')
  await screen.page.getByRole('grid').waitFor()
})

interface Row {
  id: number
  name: string
  stage: string
  mentors: string | null
  memberId: number | null
}
const list = () => screen.call<Row[]>('applicants.list', { organizationId: 1 })
const stageOf = async (name: string) => (await list()).find((row) => row.name === name)?.stage
const row = (name: string) => screen.page.locator('.ledger-row').filter({ hasText: name })
const drawer = (name: string) => screen.page.getByRole('complementary', { name: `${name} 的信息` })
const undo = async () => {
  await screen.page.getByRole('contentinfo').getByRole('button', { name: '撤销' }).click()
  await screen.page.waitForTimeout(300)
}

test('从“党员”换到名册之外的人；侧边栏还亮着党员；谁走到哪一步、接下来做什么', async () => {
  const { page } = screen
  await visit(page, '/members', '党员')
  await page.getByRole('navigation', { name: '并列的几页' }).getByRole('link', { name: '发展对象与积极分子' }).click()
  await page.getByRole('heading', { level: 1, name: '发展对象与积极分子' }).waitFor()
  await expect
    .poll(() => page.getByRole('navigation', { name: '房间' }).getByRole('link', { name: '党员' }).getAttribute('aria-current'))
    .toBe('page')
  await expect.poll(() => row('闻立秋').innerText()).toContain('派人谈话，应在')
  await expect.poll(() => row('卫知行').innerText()).toContain('培养已满一年，可研究列为发展对象')
  await expect.poll(() => row('柏青').count()).toBe(0)
  await page.getByRole('checkbox', { name: '只看要核对的' }).check()
  await expect.poll(() => row('卫知行').count()).toBe(0)
  await expect.poll(() => row('闻立秋').count()).toBe(1)
  await expect.poll(() => seriousProblems(page)).toEqual([])
})

test('一个人的各步：哪天、缺什么、依据哪一条', async () => {
  const { page } = screen
  await row('闻立秋').click()
  const steps = drawer('闻立秋').getByRole('list', { name: '各步' })
  await steps.getByText('收到申请书已过 1 个月，还没有谈话的记录').waitFor()
  await steps.getByText('发展党员工作细则（2026）第七条').waitFor()
  await page.keyboard.press('ArrowUp')
  await expect.poll(() => seriousProblems(page)).toEqual([])
})

test('登记一名申请人，同名的党员先说一声；列为积极分子，联系人打首字母从名册里选', async () => {
  const { page } = screen
  await page.keyboard.press('n')
  const form = page.getByRole('dialog', { name: '登记申请人' })
  await form.getByLabel('姓名').fill('王芳')
  await form.getByText(/党员名册里已有“王芳”/).waitFor()
  await expect.poll(() => seriousProblems(page)).toEqual([])
  await form.getByLabel('姓名').fill('程问渠')
  await form.getByLabel('申请入党时间').fill('2026.9.1')
  await form.getByLabel('谈话时间').fill('20260920')
  await page.keyboard.press('Control+Enter')
  await form.waitFor({ state: 'detached' })
  await row('程问渠').click()
  await drawer('程问渠').getByRole('button', { name: '列为积极分子' }).click()
  const step = page.getByRole('dialog', { name: '列为积极分子：程问渠' })
  await expect.poll(() => step.getByRole('button', { name: '列为积极分子' }).isDisabled()).toBe(true)
  await step.getByLabel('确定积极分子时间').fill('20261110')
  await step.getByText('还没有指定培养联系人').waitFor()
  await step.getByLabel('培养联系人').fill('syt')
  await page.keyboard.press('Enter')
  await step.getByLabel('培养联系人').fill('赵客')
  await page.keyboard.press('Enter')
  await expect.poll(() => seriousProblems(page)).toEqual([])
  await step.getByRole('button', { name: '列为积极分子' }).click()
  await step.waitFor({ state: 'detached' })
  await expect
    .poll(async () => (await list()).find(({ name }) => name === '程问渠'))
    .toMatchObject({ stage: 'activist', mentors: '单雨桐、赵客' })
})

test('公示不满五个工作日只提醒；列为发展对象之后，一步撤销', async () => {
  const { page } = screen
  await row('卫知行').click()
  await drawer('卫知行').getByRole('button', { name: '列为发展对象' }).click()
  const step = page.getByRole('dialog', { name: '列为发展对象：卫知行' })
  await step.getByLabel('公示起').fill('2026-11-16')
  await step.getByLabel('公示止').fill('2026-11-18')
  await step.getByLabel('列为发展对象时间').fill('2026-11-20')
  await step.getByText('公示只有 3 个工作日，不足 5 个').waitFor()
  await page.keyboard.press('Control+Enter')
  await step.waitFor({ state: 'detached' })
  await expect.poll(() => stageOf('卫知行')).toBe('candidate')
  await undo()
  await expect.poll(() => stageOf('卫知行')).toBe('activist')
})

test('接收为预备党员：先看名册里会添上什么，收下之后党员页上有入党以前的各步', async () => {
  const { page } = screen
  await row('傅明夏').click()
  await drawer('傅明夏').getByRole('button', { name: '接收为预备党员' }).click()
  const accept = page.getByRole('dialog', { name: '接收为预备党员：傅明夏' })
  await accept.getByRole('region', { name: '名册里会添上' }).getByText('沈若兰、韩立群').waitFor()
  await expect.poll(() => seriousProblems(page)).toEqual([])
  await accept.getByLabel('支部大会通过之日').fill('2026-11-20')
  await page.keyboard.press('Control+Enter')
  await accept.waitFor({ state: 'detached' })
  const { memberId } = (await list()).find(({ name }) => name === '傅明夏')!
  await page.getByLabel('走到哪一步').selectOption('accepted')
  await row('傅明夏').click()
  await drawer('傅明夏').getByRole('button', { name: '看党员页' }).click()
  await page.getByRole('heading', { level: 1, name: '傅明夏' }).waitFor()
  await page.locator('.timeline').getByText('确定为入党积极分子').waitFor()
  expect(page.url()).toContain(`/members/${memberId}`)
  await undo()
  await expect.poll(() => stageOf('傅明夏')).toBe('candidate')
})

test('终止写原因，恢复培养还在原来的一步；误录的删掉', async () => {
  const { page } = screen
  await row('纪安然').click()
  await drawer('纪安然').getByRole('button', { name: '更多 ▾' }).click()
  await page.getByRole('menuitem', { name: '终止发展…' }).click()
  await page.getByRole('dialog').getByLabel('原因').fill('调离本单位')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.getByLabel('走到哪一步').selectOption('ended')
  await row('纪安然').click()
  await drawer('纪安然').getByText('终止发展：调离本单位').waitFor()
  await drawer('纪安然').getByRole('button', { name: '恢复培养' }).click()
  await expect.poll(() => stageOf('纪安然')).toBe('activist')
  await page.getByLabel('走到哪一步').selectOption('underWay')
  await row('闻立秋').click()
  await drawer('闻立秋').getByRole('button', { name: '更多 ▾' }).click()
  await page.getByRole('menuitem', { name: '删除误录' }).click()
  await expect.poll(() => stageOf('闻立秋')).toBe(undefined)
})

test('换支部：名单上的支部跟着变', async () => {
  const { page } = screen
  await row('卫知行').click()
  await drawer('卫知行').getByRole('button', { name: '更多 ▾' }).click()
  await page.getByRole('menuitem', { name: '换支部…' }).click()
  await page.getByRole('dialog').getByLabel('换到').selectOption({ label: '青禾市小微茶企联合党支部' })
  await expect.poll(() => seriousProblems(page)).toEqual([])
  await page.keyboard.press('Control+Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await drawer('卫知行').getByText('青禾市小微茶企联合党支部').waitFor()
})

test('导入名单：标题说明导入什么，两列培养联系人合成一项，导入后回到这里看得见', async () => {
  const { page } = screen
  await page.getByRole('button', { name: '导入名单' }).click()
  await page.getByRole('heading', { level: 1, name: '导入积极分子与发展对象名单' }).waitFor()
  const branch = '青禾市茶业商会机关党支部'
  const text = `姓名,所在支部,申请时间,确定时间,培养联系人1,培养联系人2,思想汇报次数\n程一鸣,${branch},2024.3,2025年3月,单雨桐,赵客,4\n合计,1人\n`
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: '选择文件' }).click()])
  await chooser.setFiles({ name: '积极分子.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
  await page.getByText('这 1 列不导入：思想汇报次数').waitFor()
  await page.getByRole('button', { name: '逐行检查 →' }).click()
  await expect.poll(() => page.locator('.import-sum').textContent()).toBe('共 2 行 = 新增 1 + 跳过 1')
  await expect.poll(() => seriousProblems(page)).toEqual([])
  await page.getByRole('button', { name: '导入 1 人' }).click()
  await page.getByRole('button', { name: '去看积极分子与发展对象名单' }).click()
  await row('程一鸣').click()
  await drawer('程一鸣').getByRole('list', { name: '各步' }).getByText('单雨桐、赵客').waitFor()
})

test('导出有三本台账；Ctrl+K 找得到人', async () => {
  const { page } = screen
  await page.getByRole('button', { name: '导出 ▾' }).click()
  for (const name of ['入党申请人和积极分子名册（Excel）', '发展对象名册（PDF）', '发展党员信息台账（Excel）'])
    await page.getByRole('menuitem', { name }).waitFor()
  await page.getByRole('menuitem', { name: '入党申请人和积极分子名册（PDF）' }).click()
  await page.locator('.pdf-pages canvas').first().waitFor({ timeout: 30_000 })
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: '搜索' }).fill('wzx')
  await page.getByRole('option', { name: /卫知行/ }).click()
  await drawer('卫知行').waitFor()
  expect(page.url()).toContain('/applicants')
})

test('走完这几页，控制台里没有错误，也没有向外的请求', () => {
  expect(trouble).toEqual([])
})
