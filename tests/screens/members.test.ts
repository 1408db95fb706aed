import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { checkDigitOf } from '../../shared/members/id-number.ts'
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
  await visit(screen.page, '/members', '党员')
  await screen.page.getByRole('grid').waitFor()
})

interface Row {
  id: number
  name: string
  initials: string
  idNumber: string | null
  groupName: string | null
}
const roster = () => screen.call<Row[]>('members.list', { organizationId: 1 })
const idOf = (first17: string) => first17 + checkDigitOf(first17)
const rows = () => screen.page.locator('.ledger-row')

test('边打边搜：姓名的拼音首字母、身份证后四位都找得到人', async () => {
  const { page } = screen
  const one = (await roster()).find((row) => row.idNumber)!
  await page.keyboard.press('/')
  await page.keyboard.type(one.initials)
  await expect.poll(() => rows().filter({ hasText: one.name }).count()).toBeGreaterThan(0)
  await expect.poll(() => rows().count()).toBeLessThan(30)
  await page.getByLabel('筛选党员').fill(one.idNumber!.slice(-4))
  await expect
    .poll(() => rows().allInnerTexts())
    .toSatisfy((texts: string[]) => texts.length > 0 && texts.length < 6 && texts.join().includes(one.name))
})

test('从筛选框按 ↓ 进表，回车打开一个人，方向键换人，Esc 关上，列表一直在', async () => {
  const { page } = screen
  await page.keyboard.press('/')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  const names = (await rows().allInnerTexts()).map((text) => text.trim().split(/\s/)[0])
  await page.getByRole('complementary', { name: `${names[0]} 的信息` }).waitFor()
  await page.keyboard.press('ArrowDown')
  await page.getByRole('complementary', { name: `${names[1]} 的信息` }).waitFor()
  await expect.poll(() => seriousProblems(page)).toEqual([])
  await page.keyboard.press('Escape')
  await page.getByRole('complementary').waitFor({ state: 'detached' })
  await expect.poll(() => page.getByRole('grid').isVisible()).toBe(true)
})

/** 按 N，光标到了姓名上就打字，不用点。 */
async function admitNamed(name: string) {
  await screen.page.keyboard.press('n')
  await screen.page.getByRole('dialog').locator('input:focus').waitFor()
  await screen.page.keyboard.type(name)
  await expect.poll(() => screen.page.getByLabel('姓名').inputValue()).toBe(name)
}

test('填完身份证号，生日与性别带出来；号码不对只提醒，照样能登记', async () => {
  const { page } = screen
  await admitNamed('程试明')
  await page.getByLabel('公民身份证号').fill(idOf('99900119800315003'))
  await expect.poll(() => page.getByLabel('出生日期').inputValue()).toBe('1980-03-15')
  await expect.poll(() => page.getByLabel('性别').inputValue()).toBe('male')
  await expect.poll(() => seriousProblems(page)).toEqual([])
  await page.getByLabel('公民身份证号').fill('999001198003150030')
  await page.getByText('身份证号校验码不对，请逐位核对').waitFor()
  await expect.poll(() => page.getByLabel('出生日期').inputValue()).toBe('')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await expect.poll(async () => (await roster()).some((row) => row.name === '程试明' && row.idNumber === '999001198003150030')).toBe(true)
})

test('身份证号相同的登记被拒绝，句子就在按钮旁，表单照旧', async () => {
  const { page } = screen
  const one = (await roster()).find((row) => row.idNumber?.length === 18)!
  await admitNamed('程重号')
  await page.getByLabel('公民身份证号').fill(one.idNumber!)
  await page.keyboard.press('Control+s')
  await page.getByRole('dialog').getByText(`名册里已有身份证号相同的“${one.name}”`).waitFor()
  await expect.poll(() => page.getByLabel('姓名').inputValue()).toBe('程重号')
})

test('填到一半断了电：再打开，接着上次的填；“从头填”就清空', async () => {
  const { page } = screen
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.keyboard.press('n')
  // 上一份没登记成的先接上，再改
  await page.getByText('已接着上次没有存完的内容').waitFor()
  await page.getByLabel('姓名').fill('程半截')
  await page.getByLabel('手机号').fill('13900000000')
  await expect
    .poll(() => screen.call<{ content: { facts: { mobile: string } } } | null>('drafts.find', { key: 'members.admit/1' }))
    .toMatchObject({
      content: { facts: { name: '程半截', mobile: '13900000000' } },
    })
  await page.reload()
  await page.getByRole('grid').waitFor()
  await page.keyboard.press('n')
  await page.getByText('已接着上次没有存完的内容').waitFor()
  await expect.poll(() => page.getByLabel('手机号').inputValue()).toBe('13900000000')
  await page.getByRole('button', { name: '从头填' }).click()
  await expect.poll(() => page.getByLabel('姓名').inputValue()).toBe('')
})

test('Esc 关一张改过的表单，先问一句；不放弃就接着填', async () => {
  const { page } = screen
  await rows().nth(3).click()
  await page.keyboard.press('e')
  await page.getByLabel('手机号').fill('13911112222')
  await page.keyboard.press('Escape')
  await page.getByRole('dialog', { name: '放弃没有保存的内容？' }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog', { name: '放弃没有保存的内容？' }).waitFor({ state: 'detached' })
  await expect.poll(() => page.getByLabel('手机号').inputValue()).toBe('13911112222')
  await page.keyboard.press('Control+s')
  await page.getByRole('complementary').getByText('13911112222').waitFor()
  await page.getByRole('link', { name: /修改党员信息/ }).waitFor()
  await expect.poll(async () => (await roster()).some((row) => JSON.stringify(row).includes('13911112222'))).toBe(true)
})

test('勾选几个人，一次编入一个党小组', async () => {
  const { page } = screen
  const people = (await roster()).filter((row) => row.groupName === '第一党小组').slice(0, 2)
  for (const { name } of people) await rows().filter({ hasText: name }).first().getByRole('checkbox').click()
  await page.getByText('已选 2 人').waitFor()
  await page.getByRole('button', { name: '编入党小组' }).click()
  await page.getByRole('combobox', { name: '编入' }).selectOption({ label: '第二党小组' })
  await page.keyboard.press('Control+Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  const after = await roster()
  expect(people.map(({ id }) => after.find((row) => row.id === id)?.groupName)).toEqual(['第二党小组', '第二党小组'])
})

test('点表头按拼音排序，再点倒过来；选的列记得住', async () => {
  const { page } = screen
  const first = () => rows().first().innerText()
  await page.getByRole('button', { name: '姓名' }).click()
  const collator = new Intl.Collator('zh-Hans-CN-u-co-pinyin')
  const names = (await roster()).map((row) => row.name).sort(collator.compare)
  await expect.poll(first).toContain(names[0])
  await page.getByRole('button', { name: /姓名/ }).click()
  await expect.poll(first).toContain(names.at(-1))
  await page.getByRole('button', { name: '列 ▾' }).click()
  await page.getByRole('checkbox', { name: '籍贯' }).click()
  await page.getByRole('columnheader', { name: '籍贯' }).waitFor()
  const kept = async () => JSON.stringify(await screen.call('drafts.find', { key: 'view/members' }))
  await expect.poll(kept).toContain('nativePlace')
  await page.reload()
  await page.getByRole('columnheader', { name: '籍贯' }).waitFor()
})

test('整页：经历合成一条线，变更类别后多一段；会议连得过去', async () => {
  const { page } = screen
  const id = (await screen.call<{ id: number; category: string }[]>('members.list', { organizationId: 1 })).find(
    (row) => row.category === 'probationary',
  )!.id
  await visit(page, `/members/${id}`, /./)
  await page.getByRole('button', { name: '变更 ▾' }).click()
  await page.getByRole('menuitem', { name: /变更人员类别/ }).click()
  await page.getByRole('combobox', { name: '变更为' }).selectOption({ label: '正式党员' })
  await page.getByLabel('从哪天起').fill('20261101')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.locator('.timeline').getByText('2026年11月01日').first().waitFor()
  await expect.poll(() => seriousProblems(page)).toEqual([])
  const meeting = page.locator('.timeline .moment-meeting a').first()
  await expect.poll(() => meeting.getAttribute('href')).toMatch(/meetings\/\d+/)
  const name = await page.getByRole('heading', { level: 1 }).textContent()
  await page.getByRole('button', { name: /到操作记录里看/ }).click()
  await page.getByRole('heading', { name: '操作记录' }).waitFor()
  await expect.poll(() => page.getByLabel('筛选操作记录').inputValue()).toBe(name)
  await page.getByText('变更人员类别').first().waitFor()
})

test('走完党员这几页，控制台里没有错误，也没有向外的请求', () => {
  expect(trouble).toEqual([])
})
