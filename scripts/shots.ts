import { copyFileSync, mkdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { type OpenScreen, openScreen } from '../tests/support/browser.ts'

/** 每一屏拍一张，1366×768：npm run shots -- DIR；加 --manual，手册用的几张同时换成新的。 */
const [folder, ...flags] = process.argv.slice(2).sort((a, b) => Number(a.startsWith('--')) - Number(b.startsWith('--')))
if (!folder || folder.startsWith('--')) {
  console.error('用法：npm run shots -- 文件夹 [--manual]')
  process.exit(2)
}
const out = resolve((process.env.npm_lifecycle_event === 'shots' && process.env.INIT_CWD) || process.cwd(), folder)
mkdirSync(out, { recursive: true })
const manual = flags.includes('--manual') ? join(import.meta.dirname, '../assets/manual/screens') : undefined

/** 手册里的图（assets/manual/screens）是哪一张；名字去掉前面的序号。 */
const pictures: { readonly [shot: string]: string } = {
  home: 'home',
  members: 'members',
  attendance: 'attendance',
  dues: 'dues',
  finances: 'finances',
  papers: 'papers',
  history: 'history',
  '会议-held-3': 'meeting-attendance',
  '会议-held-4': 'meeting-minutes',
  '会议-archived-7': 'meeting-archive',
  '导入-3-逐行检查': 'import-check',
}

const missed: string[] = []

/** 等页面静下来再拍；走不到那一步的记下，接着拍别的。 */
async function shoot(page: Page, name: string, arrive: () => Promise<unknown>): Promise<void> {
  try {
    await arrive()
    await page.waitForLoadState('networkidle', { timeout: 20_000 })
    await page.waitForTimeout(600)
    const path = join(out, `${name}.png`)
    await page.screenshot({ path })
    const picture = pictures[name.replace(/^\d+-/, '')]
    if (manual && picture) copyFileSync(path, join(manual, `${picture}.png`))
    console.log(`${name}.png`)
  } catch (error) {
    missed.push(`${name}：${(error as Error).message.split('\n')[0]}`)
  }
}

const goTo = (page: Page, path: string) => page.evaluate((hash) => location.assign(hash), `#${path}`)

/** 侧边栏和地址里的每一屏；地址只写在 rooms.tsx 一处。 */
const roomPaths = () =>
  [...readFileSync(join(import.meta.dirname, '../renderer/rooms.tsx'), 'utf8').matchAll(/path: '([^':]+)'/g)].map(([, path = '/']) => path)

async function firstRun({ page }: OpenScreen): Promise<void> {
  await shoot(page, '00-首次打开', () => page.getByRole('button').first().waitFor())
}

async function rooms({ page }: OpenScreen): Promise<void> {
  for (const [index, path] of roomPaths().entries()) {
    await shoot(page, `${String(index + 1).padStart(2, '0')}${path === '/' ? '-home' : path.replaceAll('/', '-')}`, async () => {
      await goTo(page, path)
      // 台账一本一本地数，数完才能打包
      if (path === '/papers') await page.getByRole('button', { name: '全部打包', disabled: false }).waitFor()
    })
  }
}

async function member({ page, call }: OpenScreen): Promise<void> {
  const [root] = await call<{ id: number }[]>('organizations.tree')
  const [found] = await call<{ id: number }[]>('members.list', { organizationId: root?.id })
  await shoot(page, '20-党员-抽屉', async () => {
    await goTo(page, '/members')
    await page.locator('main [role="row"], main tbody tr').nth(1).click()
  })
  if (found) await shoot(page, '21-党员-整页', () => goTo(page, `/members/${found.id}`))
  await shoot(page, '22-党员-选列', async () => {
    await goTo(page, '/members')
    await page.getByRole('button', { name: '列 ▾' }).click()
  })
  await page.keyboard.press('Escape')
}

/** 申请人的抽屉，和往前走一步的两张单子。 */
async function applicants({ page }: OpenScreen): Promise<void> {
  const open = async (name: string, verb?: string) => {
    await goTo(page, '/applicants')
    await page.locator('.ledger-row').filter({ hasText: name }).click()
    if (verb) await page.getByRole('complementary').getByRole('button', { name: verb }).click()
  }
  await shoot(page, '25-申请人-抽屉', () => open('闻立秋'))
  await shoot(page, '26-申请人-列为发展对象', () => open('卫知行', '列为发展对象'))
  await page.keyboard.press('Escape')
  await shoot(page, '27-申请人-接收', () => open('傅明夏', '接收为预备党员'))
  await page.keyboard.press('Escape')
}

async function meeting({ page, call }: OpenScreen): Promise<void> {
  const [root] = await call<{ id: number }[]>('organizations.tree')
  const year = new Date().getFullYear()
  const scopes = [year, year - 1].map((one) => ({ organizationId: root?.id ?? 0, year: one }))
  const found = (await Promise.all(scopes.map((scope) => call<{ id: number; status: string }[]>('meetings.listByYear', scope)))).flat()
  for (const status of ['planned', 'held', 'archived']) {
    const one = found.find((row) => row.status === status)
    if (!one) continue
    await goTo(page, `/meetings/${one.id}`)
    const steps = page.getByRole('navigation', { name: '步骤' }).getByRole('button')
    await steps.first().waitFor({ timeout: 10_000 })
    for (let index = 0; index < (await steps.count()); index += 1) {
      await shoot(page, `30-会议-${status}-${index + 1}`, () => steps.nth(index).click())
    }
  }
}

/** 表决计算器、议定事项、批量安排，和一次有选举的会议的表决一步。 */
async function votes({ page, call }: OpenScreen): Promise<void> {
  await shoot(page, '35-表决-计算器', async () => {
    await goTo(page, '/votes')
    await page.getByLabel('应到有表决权').fill('10')
    await page.getByLabel('实到有表决权').fill('6')
    await page.getByLabel('赞成', { exact: true }).fill('5')
  })
  await shoot(page, '36-议定事项', () => goTo(page, '/decisions'))
  await shoot(page, '37-批量安排', async () => {
    await goTo(page, '/meetings')
    await page.getByRole('button', { name: '批量安排' }).click()
    await page.getByRole('dialog').getByLabel('会议类型').click()
    await page.locator('.ant-select-item-option', { hasText: '主题党日' }).click()
  })
  await page.reload()
  const [root] = await call<{ id: number }[]>('organizations.tree')
  const year = new Date().getFullYear()
  const scopes = [year, year - 1].map((one) => ({ organizationId: root?.id ?? 0, year: one }))
  const found = (
    await Promise.all(scopes.map((scope) => call<{ id: number; status: string; kinds: string[] }[]>('meetings.listByYear', scope)))
  ).flat()
  const stepFive = async (id: number | undefined) => {
    await goTo(page, `/meetings/${id}`)
    await page.getByRole('button', { name: /表决与决议/ }).click()
  }
  await shoot(page, '38-会议-选举', () => stepFive(found.find(({ kinds }) => kinds.includes('election'))?.id))
  await shoot(page, '39-会议-登记表决', async () => {
    await stepFive(found.find(({ status }) => status === 'held')?.id)
    await page.getByRole('button', { name: '登记表决' }).click()
    await page.getByRole('dialog').getByLabel('表决事项').fill('讨论通过分工安排')
  })
  await page.reload()
}

/** 各支部评到哪里，和一轮票录好、等次还没有定的。 */
async function appraisal({ page }: OpenScreen): Promise<void> {
  await shoot(page, '45-民主评议-各支部', () => goTo(page, '/appraisal'))
  await shoot(page, '46-民主评议-定等次', async () => {
    await page
      .getByRole('row', { name: /没有定等次/ })
      .getByRole('button')
      .click()
    await page.getByRole('grid').focus()
    for (let at = 0; at < 9; at += 1) for (const key of ['1', 'ArrowDown']) await page.keyboard.press(key)
  })
}

/** 谈心谈话：谁还没谈、登记几次；整改：完成一项。 */
async function life({ page }: OpenScreen): Promise<void> {
  await shoot(page, '60-谈心谈话-谁还没谈', async () => {
    await goTo(page, '/talks')
    await page.getByText(/^谁还没谈 \d+$/).click()
  })
  await shoot(page, '61-谈心谈话-登记', async () => {
    for (const at of [0, 1]) await page.getByRole('checkbox', { name: '选这一行' }).nth(at).check()
    await page.getByRole('button', { name: /^给所选的登记谈话/ }).click()
  })
  await page.reload()
  await shoot(page, '62-整改-完成', async () => {
    await goTo(page, '/rectification')
    await page
      .getByRole('button', { name: /^完成：/ })
      .first()
      .click()
  })
  await page.reload()
}

const roster = (branch: string) =>
  `姓名,性别,出生日期,入党时间,联系电话,所在支部\n顾小满,女,1990-03-05,2015.7,13900000001,${branch}\n祝成蹊,男,1988年11月,2012/6/30,13900000002,${branch}\n,男,1970-13-40,,,${branch}\n`

async function importing({ page, call }: OpenScreen): Promise<void> {
  const tree = await call<{ name: string; kind: string }[]>('organizations.tree')
  const branch = tree.find(({ kind }) => kind === 'branch')?.name ?? ''
  await shoot(page, '40-导入-1-文件', () => goTo(page, '/imports'))
  await shoot(page, '41-导入-2-表头对应', async () => {
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: /选择文件/ }).click()])
    await chooser.setFiles({ name: '花名册.csv', mimeType: 'text/csv', buffer: Buffer.from(roster(branch)) })
    await page.getByRole('button', { name: /表头对应/, disabled: false }).waitFor({ timeout: 20_000 })
    await page
      .getByRole('button', { name: /表头对应/ })
      .and(page.locator('[aria-current=step]'))
      .waitFor({ timeout: 20_000 })
  })
  await shoot(page, '42-导入-3-逐行检查', () =>
    page
      .getByRole('button', { name: /逐行检查|下一步/ })
      .last()
      .click(),
  )
  await shoot(page, '43-导入-4-导入', () => page.getByRole('button', { name: /^导入 \d+ 人/ }).click())
}

/** 经费、党费各页签，一次会议的开支。 */
async function money({ page }: OpenScreen): Promise<void> {
  // 账在总支；前面看过别的支部
  await page.getByLabel('组织', { exact: true }).selectOption({ index: 0 })
  for (const [path, tabs] of [
    ['/finances', ['日记账', '预算', '项目与科目', '核对', '结账']],
    ['/dues', ['收缴', '上缴与使用', '收据']],
  ] as const)
    for (const [index, tab] of tabs.entries())
      await shoot(page, `45${path.replace('/', '-')}-${index + 1}-${tab}`, async () => {
        await goTo(page, path)
        await page.getByRole('tab', { name: tab }).click()
      })
  await shoot(page, '46-经费-季度报告', async () => {
    await goTo(page, '/finances')
    await page.getByRole('tab', { name: '预算' }).click()
    await page.getByRole('button', { name: '季度报告' }).click()
    await page.getByRole('menuitem').first().click()
    await page.locator('.pdf-pages canvas').first().waitFor({ timeout: 30_000 })
  })
  await page.keyboard.press('Escape')
  await shoot(page, '47-经费-导入', async () => {
    await page.getByRole('tab', { name: '日记账' }).click()
    await page.getByRole('button', { name: '导入', exact: true }).click()
    await page.getByText('记在哪个账户').waitFor({ timeout: 10_000 })
  })
}

async function papers({ page }: OpenScreen): Promise<void> {
  await shoot(page, '50-台账-预览', async () => {
    await goTo(page, '/papers')
    await page.getByRole('button', { name: 'PDF' }).first().click()
    await page.locator('.pdf-pages canvas').first().waitFor({ timeout: 30_000 })
  })
  await shoot(page, '51-台账-全部打包', async () => {
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: '全部打包' }).click()
    await page.getByText('文件名').waitFor({ timeout: 30_000 })
  })
  await shoot(page, '52-台账-年度台账册', async () => {
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: '年度台账册' }).click()
  })
  await shoot(page, '53-台账-台账册预览', async () => {
    await page.getByRole('button', { name: '装订并预览' }).click()
    await page.locator('.pdf-pages canvas').first().waitFor({ timeout: 60_000 })
  })
}

for (const [options, walks] of [
  [{}, [firstRun]],
  [{ demo: true }, [rooms, member, applicants, meeting, votes, life, appraisal, importing, money, papers]],
] as const) {
  const screen = await openScreen(options)
  screen.page.setDefaultTimeout(15_000)
  try {
    for (const walk of walks) await walk(screen).catch((error: Error) => missed.push(`${walk.name}：${error.message.split('\n')[0]}`))
  } finally {
    await screen.close()
  }
}
for (const line of missed) console.error(`没有拍到 ${line}`)
process.exitCode = missed.length > 0 ? 1 : 0
