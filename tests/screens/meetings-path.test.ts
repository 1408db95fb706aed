import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AttendanceRow } from '../../shared/attendance/contract.ts'
import type { MeetingPage } from '../../shared/meetings/contract.ts'
import { type OpenScreen, openScreen } from '../support/browser.ts'
import { seriousProblems } from './axe.ts'
import { messyRoster, people } from './messy-roster.ts'

/** 从一份乱名册到一份归档的会议记录，全在界面上走，一步接一步。 */
let screen: OpenScreen
let page: Page
let meetingId = 0
const goTo = async (address: string) => {
  await page.evaluate((to) => {
    location.hash = to
  }, `#${address}`)
}
const meeting = () => screen.call<MeetingPage>('meetings.page', { id: meetingId })
const sheet = () => screen.call<AttendanceRow[]>('attendance.sheet', { meetingId })
const addsUp = (sum: string) => expect.poll(() => page.locator('.import-sum').textContent()).toBe(sum)

beforeAll(async () => {
  screen = await openScreen()
  page = screen.page
  page.setDefaultTimeout(8_000)
  await screen.call('files.create', { name: '青禾路商会党支部', kind: 'branch', actor: { name: '周明礼', post: '支部书记' } })
  await page.reload()
  await page.getByRole('navigation').first().waitFor()
})
afterAll(() => screen?.close())

test('乱名册拿来就能读：每一行都有交代，读不懂的格写明原因与地址', async () => {
  await goTo('/imports')
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: '选择文件' }).press('Enter')
  await (await chooser).setFiles({
    name: '党员名册（最终版2）.xlsx',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(await messyRoster()),
  })
  await page.getByRole('button', { name: '逐行检查 →' }).waitFor()
  await expect.poll(() => page.getByText('表头在第 3 行').count()).toBe(1)
  await expect.poll(() => seriousProblems(page)).toEqual([])

  await page.getByRole('button', { name: '逐行检查 →' }).press('Enter')
  await addsUp('共 22 行 = 新增 18 + 有疑问 2 + 跳过 2')
  await expect.poll(() => page.getByText(/“1979\/13\/1”.*（E7）/).count()).toBe(1)
  await expect.poll(() => page.getByText(/积极分子.*（G9）/).count()).toBe(1)
  await expect.poll(() => seriousProblems(page)).toEqual([])
})

test('可疑的格当场改，改完马上重新检查；不要的行去掉，数目仍对得上', async () => {
  await page.getByRole('button', { name: /1979\/13\/1/ }).press('Enter')
  await page.getByRole('textbox', { name: /改 出生日期 E7/ }).fill('1963年4月')
  await page.keyboard.press('Enter')
  await addsUp('共 22 行 = 新增 19 + 有疑问 1 + 跳过 2')

  await page.getByRole('checkbox', { name: '导入第 4 行 安慧敏' }).press('Space')
  await addsUp('共 22 行 = 新增 18 + 有疑问 1 + 跳过 3')
  await page.getByRole('checkbox', { name: '导入第 4 行' }).press('Space')
  await addsUp('共 22 行 = 新增 19 + 有疑问 1 + 跳过 2')
})

test('导入之后名册里就有，撤销之后和导入前一样，再导入也不重复', async () => {
  const roll = async () => {
    const [root] = await screen.call<{ id: number }[]>('organizations.tree')
    return screen.call<{ name: string }[]>('members.list', { organizationId: root?.id })
  }
  await page.getByRole('button', { name: '导入 19 人' }).press('Enter')
  await page.getByText('已导入 19 人').waitFor()
  await expect.poll(async () => (await roll()).length).toBe(19)
  await expect.poll(() => page.getByText(/G9.*积极分子/).count()).toBe(1)

  await page.getByRole('button', { name: '撤销这次导入' }).press('Enter')
  await page.getByText('已撤销这次导入').waitFor()
  await expect.poll(() => roll()).toEqual([])

  await page.getByRole('button', { name: '回到逐行检查' }).press('Enter')
  // 回来要照现在的名册重新检查，检查完才能导入
  await page.getByRole('button', { name: '导入 19 人' }).click()
  await page.getByText('已导入 19 人').waitFor()
  await page.getByRole('button', { name: '回到逐行检查' }).press('Enter')
  await page.getByRole('button', { name: /G9/ }).press('Enter')
  await page.getByRole('textbox', { name: /G9/ }).fill('正式党员')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: '导入 1 人' }).press('Enter')
  await page.getByText('已导入 1 人').waitFor()
  await expect.poll(async () => (await roll()).map(({ name }) => name).sort()).toEqual([...people].sort())
})

test('按 N 安排会议，缺什么在格子下面说，全用键盘', async () => {
  await goTo('/meetings')
  await page.getByText('还没有会议').waitFor()
  await page.keyboard.press('n')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.press('Control+Enter')
  await page.getByText('请选会议类型').waitFor()
  await expect.poll(() => page.getByText('请写议题或主题').count()).toBe(1)
  await expect.poll(() => seriousProblems(page)).toEqual([])

  await page.getByRole('checkbox', { name: '支部党员大会' }).press('Space')
  await page.getByLabel('议题 / 主题').fill('讨论年度工作安排')
  await page.getByLabel('开始').fill('1430')
  await page.getByLabel('地点').fill('商会二楼会议室')
  await page.getByLabel('主持人').fill('安慧敏')
  await page.getByLabel('记录人').fill('白景行')
  await page.getByLabel('议程').fill('传达学习\n讨论年度安排')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('grid', { name: '出勤' }).waitFor()
  meetingId = Number(/meetings\/(\d+)/.exec(page.url())?.[1])
  await expect
    .poll(async () => (await meeting()).meeting)
    .toMatchObject({
      topic: '讨论年度工作安排',
      startsAt: '14:30',
      expected: 20,
      unmarked: 20,
      status: 'planned',
    })
})

test('出勤没人替人打勾：没登记的说出是谁；A 全部到会，打首字母找例外，数字标状态', async () => {
  await expect.poll(async () => (await sheet()).every(({ state }) => state === null)).toBe(true)
  await page.getByRole('button', { name: '确认召开', exact: true }).click()
  await page.getByText(/还有 20 人没有登记出勤/).waitFor()

  await page.getByRole('grid', { name: '出勤' }).focus()
  await page.keyboard.press('a')
  await expect.poll(async () => (await meeting()).meeting).toMatchObject({ present: 20, unmarked: 0 })

  await page.keyboard.type('lws2')
  await page.keyboard.type('在外地出差')
  await page.keyboard.press('Enter')
  await page.waitForTimeout(1300)
  await page.keyboard.type('tr')
  await page.keyboard.press('3')
  await page.keyboard.press('Enter')
  await page.waitForTimeout(1300)
  await page.keyboard.type('kl4')
  await expect
    .poll(async () => Object.fromEntries((await sheet()).map(({ name, state, reason }) => [name, `${state} ${reason}`])))
    .toMatchObject({ 李望舒: 'leave 在外地出差', 陶然之: 'absent ', 孔令仪: 'late ' })
  await page.getByText('应到 20').first().waitFor()
  await expect.poll(async () => (await meeting()).meeting).toMatchObject({ expected: 20, present: 18, onLeave: 1, absent: 1, unmarked: 0 })
  await expect.poll(() => seriousProblems(page)).toEqual([])
})

test('打的首字母找不到人时，数字键不会标到别人头上', async () => {
  const before = await sheet()
  await page.waitForTimeout(1300)
  await page.getByRole('grid', { name: '出勤' }).focus()
  await page.keyboard.type('xyz')
  await page.keyboard.press('3')
  await page.getByText(/没有首字母是“xyz”的人/).waitFor()
  await expect.poll(() => sheet()).toEqual(before)
})

test('一行行往下标：请假、缺席接着就写原因，回车到下一行；没有原因的，直接按下一个人的数字', async () => {
  await page.waitForTimeout(1300)
  await page.getByRole('grid', { name: '出勤' }).focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('2')
  await page.getByRole('textbox', { name: '安慧敏 原因' }).waitFor()
  await page.keyboard.type('探亲')
  await page.keyboard.press('Enter')
  await page.keyboard.press('3')
  await page.getByRole('textbox', { name: '白景行 原因' }).waitFor()
  await page.keyboard.press('4')
  await expect
    .poll(async () => (await sheet()).slice(0, 3).map(({ name, state, reason }) => `${name} ${state} ${reason}`.trim()))
    .toEqual(['安慧敏 leave 探亲', '白景行 absent', '陈立夏 late'])
  await page.keyboard.press('Home')
  await page.keyboard.type('111')
  await expect.poll(async () => (await sheet()).slice(0, 3).map(({ state }) => state)).toEqual(['present', 'present', 'present'])
})

test('粘贴来的名单标成出席，对不上的逐个列出', async () => {
  await page.getByRole('button', { name: '粘贴名单' }).click()
  await page.getByRole('textbox', { name: '名单' }).fill('1. 陶　然之、李望舒\n张无此人')
  await page.getByText('没有对上：张无此人').waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '继续填写' }).press('Enter')
  await expect.poll(() => page.getByRole('textbox', { name: '名单' }).inputValue()).toContain('陶　然之')
  await page.getByRole('textbox', { name: '名单' }).focus()
  await page.keyboard.press('Control+Enter')
  await page.getByText('应到名单里没有：张无此人').waitFor()
  await expect.poll(async () => (await meeting()).meeting).toMatchObject({ present: 20, onLeave: 0, absent: 0 })
  await page.getByRole('grid', { name: '出勤' }).focus()
  await page.waitForTimeout(1300)
  await page.keyboard.type('lws2')
  await page.keyboard.press('Escape')
  await expect.poll(async () => (await meeting()).meeting).toMatchObject({ present: 19, onLeave: 1 })
})

test('签到表预览就是要打印的那一份，名字都印好', async () => {
  await page.keyboard.press('Alt+2')
  const pages = page.getByRole('region', { name: '签到表' })
  await pages.waitFor()
  await page.locator('canvas[data-drawn]').first().waitFor()
  await expect.poll(async () => Number(await pages.getAttribute('data-pages'))).toBeGreaterThan(0)
  await expect.poll(() => page.getByText('应到 20 人的名字已印好').count()).toBe(1)
  const inked = await page
    .locator('canvas[data-drawn]')
    .first()
    .evaluate((canvas) => {
      const { width, height } = canvas as HTMLCanvasElement
      const dots = (canvas as HTMLCanvasElement).getContext('2d')?.getImageData(0, 0, width, height).data ?? new Uint8ClampedArray()
      let dark = 0
      for (let at = 0; at < dots.length; at += 4) if ((dots[at] ?? 255) < 100) dark += 1
      return dark
    })
  expect(inked).toBeGreaterThan(2000)
})

test('签到表的栏数连着换几次，最后看到的是最后选的那一种', async () => {
  const pages = page.getByRole('region', { name: '签到表' })
  const two = await pages.getAttribute('data-pages')
  for (const columns of ['一栏', '两栏', '一栏', '两栏', '一栏']) await page.getByText(columns, { exact: true }).click()
  await expect.poll(() => page.getByRole('button', { name: '打印', exact: true }).isEnabled(), { timeout: 15_000 }).toBe(true)
  await expect.poll(() => page.getByText('已取消').count()).toBe(0)
  await expect.poll(async () => Number(await pages.getAttribute('data-pages'))).toBeGreaterThanOrEqual(Number(two))
})

test('确认召开之后写记录：@ 选发言人另起一段，没保存就离开也不丢字', async () => {
  await page.keyboard.press('Alt+3')
  await page.getByRole('button', { name: '确认召开', exact: true }).click()
  await page.getByRole('navigation', { name: '议程' }).waitFor()
  await page.getByRole('button', { name: '传达学习 添加发言' }).press('Enter')
  await page.keyboard.type('传达了有关文件精神。')
  await page.keyboard.type('@')
  await page.getByLabel('选发言人').waitFor()
  await page.keyboard.type('bjx')
  await page.locator('.ant-select-item-option-active', { hasText: '白景行' }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: '白景行的发言' }).waitFor()
  await page.keyboard.type('完全赞成。')
  await goTo('/meetings')
  await page.getByRole('grid', { name: '会议', exact: true }).waitFor()
  await expect.poll(async () => (await meeting()).speeches).toEqual([])

  await goTo(`/meetings/${meetingId}`)
  await page.getByText(/已接上/).waitFor()
  await expect.poll(() => page.getByRole('textbox', { name: '白景行的发言' }).inputValue()).toBe('完全赞成。')
  await expect.poll(() => seriousProblems(page)).toEqual([])
  await page.getByRole('textbox', { name: '白景行的发言' }).press('Control+s')
  await page.getByText('已保存', { exact: true }).waitFor()
  await expect
    .poll(async () => (await meeting()).speeches)
    .toEqual([
      { agendaNo: 1, speaker: '', text: '传达了有关文件精神。' },
      { agendaNo: 1, speaker: '白景行', text: '完全赞成。' },
    ])
})

test('归档之前提醒缺什么，补上决议再归档；归档之后只能附更正说明', async () => {
  await page.keyboard.press('Alt+7')
  await page.getByText('没有登记决议或议定事项').waitFor()
  await page.getByRole('listitem').filter({ hasText: '没有登记决议' }).getByRole('button', { name: '去补' }).press('Enter')
  await page.getByRole('button', { name: '添加一项决议' }).press('Enter')
  await page.getByLabel('第 1 项 内容').fill('每月走访一次困难党员')
  const responsible = page.getByRole('combobox', { name: '第 1 项 责任人' })
  await responsible.fill('hqs')
  await page.getByLabel('第 1 项 内容').focus()
  await page.getByText('名册里没有“hqs”').waitFor()
  // 打首字母选一个，顿号之后接着选；集体照写
  await responsible.fill('')
  await responsible.fill('hqs')
  await page.locator('.ant-select-item-option', { hasText: '何青松' }).first().waitFor()
  await responsible.press('Enter')
  await expect.poll(() => responsible.inputValue()).toBe('何青松')
  await responsible.press('End')
  await responsible.pressSequentially('、bjx')
  await page.locator('.ant-select-item-option', { hasText: '白景行' }).first().waitFor()
  await responsible.press('Enter')
  await expect.poll(() => responsible.inputValue()).toBe('何青松、白景行')
  await responsible.fill('支委会')
  await page.getByLabel('第 1 项 内容').focus()
  await expect.poll(() => page.getByText('名册里没有').count()).toBe(0)
  await responsible.fill('何青松')
  await page.getByLabel('第 1 项 期限').fill('20261231')
  await page.keyboard.press('Alt+7')
  await page.getByRole('button', { name: '保存记录并归档' }).press('Enter')
  await page.getByText('这次会议只能查看').waitFor()
  await expect
    .poll(async () => (await meeting()).decisions)
    .toEqual([{ text: '每月走访一次困难党员', responsible: '何青松', due: '2026-12-31' }])
  await expect.poll(async () => (await meeting()).meeting.status).toBe('archived')

  await page.getByRole('button', { name: '写更正说明' }).press('Enter')
  await page.getByLabel('更正说明').fill('地点应为三楼会议室。')
  await page.getByRole('button', { name: '附上更正说明' }).press('Enter')
  await page.getByText('地点应为三楼会议室。').waitFor()
  await page.keyboard.press('Alt+3')
  await page.getByText('已归档，只能查看').waitFor()
  await expect.poll(() => page.getByRole('button', { name: '确认召开', exact: true }).count()).toBe(0)
  await page.keyboard.press('Alt+4')
  await expect.poll(() => page.getByRole('textbox').count()).toBe(0)
  await expect.poll(() => seriousProblems(page)).toEqual([])
})

test('会议记录预览、保存、打印的是同一份 PDF', async () => {
  await page.keyboard.press('Alt+7')
  await page.getByRole('region', { name: '会议记录' }).waitFor()
  await page.locator('canvas[data-drawn]').first().waitFor()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: '保存', exact: true }).press('Enter')
  const file = await download
  expect(file.suggestedFilename()).toMatch(/支部党员大会记录.*\.pdf$/)
  const chunks: Buffer[] = []
  for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer)
  expect(Buffer.concat(chunks).subarray(0, 5).toString()).toBe('%PDF-')
})

test('更正确需改动时，写明原因取消归档；底下一步就能撤销', async () => {
  await page.getByRole('button', { name: '取消归档' }).press('Enter')
  await page.getByLabel('原因').fill('地点写错')
  await page.keyboard.press('Control+Enter')
  await expect.poll(async () => (await meeting()).meeting.status).toBe('held')
  await page.getByRole('button', { name: /撤销/ }).last().click()
  await expect.poll(async () => (await meeting()).meeting.status).toBe('archived')
  await page.getByText('这次会议只能查看').waitFor()
})
