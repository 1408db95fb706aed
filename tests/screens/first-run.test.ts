import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type OpenScreen, openScreen } from '../support/browser.ts'
import { seriousProblems } from './axe.ts'
import { watch } from './looking.ts'

let screen: OpenScreen
let trouble: string[]
beforeAll(async () => {
  screen = await openScreen()
  trouble = watch(screen.page)
})
afterAll(() => screen?.close())

test('打开的不是台账：说清怎么回事、下一步怎么办，页面照旧', async () => {
  const { page, home } = screen
  const path = join(home, '名册.txt')
  writeFileSync(path, '这不是台账')
  await page.getByText('台账在别处').click()
  await page.getByLabel('文件的完整路径').fill(path)
  await page.keyboard.press('Enter')
  await page.getByText('不是支部台账文件。请选择以 .taizhang 结尾').waitFor()
  await expect.poll(() => page.getByLabel('文件的完整路径').inputValue()).toBe(path)
})

test('第一次打开：只用键盘，三步建好台账，停在“先把党员放进来”', async () => {
  const { page } = screen
  await expect.poll(() => seriousProblems(page)).toEqual([])
  await page.getByRole('button', { name: '新建一本台账' }).press('Enter')
  await page.keyboard.type('春风商会党支部')
  await page.keyboard.press('Tab')
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => page.getByRole('radio', { name: /流动党员党支部/ }).isChecked()).toBe(true)
  await expect.poll(() => seriousProblems(page)).toEqual([])
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: '您是哪位？' }).waitFor()
  await page.keyboard.type('李明')
  await page.getByLabel('职务').fill('支部书记')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: '建好了。先把党员放进来' }).waitFor()
  await expect.poll(() => page.getByRole('button', { name: /导入名册/ }).evaluate((button) => button === document.activeElement)).toBe(true)
  await expect
    .poll(() => screen.call<{ kind: string; name: string }[]>('organizations.tree'))
    .toMatchObject([{ kind: 'floatingBranch', name: '春风商会党支部' }])
})

test('手工登记第一名党员：名册里有了，底部说得出，Ctrl+Z 撤销，Ctrl+Y 重做', async () => {
  const { page } = screen
  await page.getByRole('button', { name: /手工登记/ }).press('Enter')
  const name = page.getByRole('dialog', { name: '登记党员' }).getByLabel(/^姓名/).first()
  await expect.poll(() => name.evaluate((box) => box === document.activeElement)).toBe(true)
  await page.keyboard.type('张文')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.getByRole('row', { name: /张文/ }).waitFor()
  await page.getByRole('link', { name: /登记党员 张文/ }).waitFor()
  await page.keyboard.press('Control+z')
  await page.getByText('名册还是空的').waitFor()
  await page.keyboard.press('Control+y')
  await page.getByRole('row', { name: /张文/ }).waitFor()
  await expect.poll(() => page.getByText('1 人').count()).toBe(1)
})

test('连建单位那一步也撤销了：说得清，点“重做”就回来', async () => {
  const { page } = screen
  await page.getByRole('button', { name: '撤销：登记党员' }).click()
  await page.getByText('名册还是空的').waitFor()
  await expect.poll(() => page.getByRole('button', { name: '重做：登记党员', exact: true }).count()).toBe(1)
  await page.getByRole('button', { name: '撤销：新建组织' }).click()
  await page.getByText('刚撤销了').waitFor()
  await page.getByRole('button', { name: '重做' }).click()
  await page.getByText('名册还是空的').waitFor()
  await expect.poll(() => screen.call<unknown[]>('organizations.tree')).toHaveLength(1)
})

test('关闭这本，回到开头；从列表里再打开，记录都在', async () => {
  const { page } = screen
  await page.getByRole('button', { name: /^春风商会党支部/ }).click()
  await page.getByRole('menuitem', { name: /关闭这本/ }).click()
  await page.getByRole('heading', { name: '打开哪一本台账？' }).waitFor()
  await page.getByRole('button', { name: /春风商会党支部/ }).click()
  await page.getByRole('navigation', { name: '房间' }).waitFor()
  const start = page.getByRole('region', { name: '从这里开始' })
  await start.waitFor()
  await expect.poll(() => start.locator('[aria-current="step"]').innerText()).toMatch(/把党员放进来/)
  await expect.poll(() => seriousProblems(page)).toEqual([])
  await start.getByRole('button', { name: '不再显示' }).click()
  await start.waitFor({ state: 'detached' })
  await page.getByRole('heading', { name: /现在要做/ }).waitFor()
  expect(trouble).toEqual([])
})
