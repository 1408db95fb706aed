import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type OpenScreen, openScreen } from '../support/browser.ts'
import { seriousProblems } from './axe.ts'
import { watch } from './looking.ts'

/** rooms.tsx 里登记的每个房间的门口。 */
const doors = [
  ...new Set(
    [...readFileSync(join(import.meta.dirname, '../../renderer/rooms.tsx'), 'utf8').matchAll(/\bpath: '([^']+)'/g)]
      .map(([, path = '']) => path)
      .filter((path) => !/\/:\w+$/.test(path))
      .map((path) => path.replace(/\/:.*$/, '') || '/'),
  ),
]

/** 参考窗口、同一窗口放大到 125 %、大屏。 */
const sizes = [
  { width: 1366, height: 768 },
  { width: 1093, height: 614 },
  { width: 1920, height: 1080 },
]

/** 这一页横着超出窗口的地方，自己会横着滚的表格不算；竖着只有正文滚，窗口不滚。 */
const overflowing = (page: Page) =>
  page.evaluate(() => {
    const main = document.getElementById('main')
    const wide = [document.documentElement, main].filter((one) => one && one.scrollWidth > one.clientWidth + 1)
    const { scrollHeight, clientHeight } = document.documentElement
    return [
      ...wide.map((one) => `${one?.tagName} ${one?.scrollWidth} > ${one?.clientWidth}`),
      ...(scrollHeight > clientHeight ? [`窗口竖着滚 ${scrollHeight} > ${clientHeight}`] : []),
    ]
  })

/** 空着、又没有按钮说下一步做什么的地方（一块里的空着，按钮可以在这一块的题头上）；只有表头的表、没有话的提示条。 */
const deadEnds = (page: Page) =>
  page.evaluate(() => {
    const seen = (selector: string) => [...document.querySelectorAll(`#main ${selector}`)].filter((one) => one.checkVisibility())
    return [
      ...seen('.empty')
        .filter((one) => !(one.closest('.panel') ?? one).querySelector('button'))
        .map((one) => `空着没有下一步：${one.textContent}`),
      ...seen('table:not(:has(tbody tr))').map((one) => `只有表头：${one.textContent}`),
      ...seen('.screen-strip').flatMap((one) => (one.textContent === '' ? ['提示条没有话'] : [])),
    ]
  })

/** 画好之后这一页的毛病；无障碍与窗口大小无关，只在参考窗口看。 */
async function look(page: Page, size: (typeof sizes)[number]): Promise<string[]> {
  if (size !== sizes[0]) {
    await page.waitForTimeout(150)
    await page.waitForFunction(() => !document.querySelector('#main .waiting'))
    return overflowing(page)
  }
  await page.waitForLoadState('networkidle')
  return [...(await seriousProblems(page)), ...(await overflowing(page)), ...(await deadEnds(page))]
}

/** 到一个房间，连同它里面的每个页签，都看一遍；返回看到的毛病。 */
async function lookAround(page: Page, door: string, size: (typeof sizes)[number]): Promise<string[]> {
  await page.evaluate((to) => {
    location.hash = to
  }, door)
  await page.getByRole('heading', { level: 1 }).waitFor()
  const seen = (await look(page, size)).map((one) => `${door}：${one}`)
  const tabs = page.locator('#main').getByRole('tab')
  for (let at = 1; at < (await tabs.count()); at++) {
    const tab = tabs.nth(at)
    const name = await tab.innerText()
    await tab.click()
    seen.push(...(await look(page, size)).map((one) => `${door} ${name}：${one}`))
  }
  return seen
}

for (const [what, given] of [
  ['演示台账', { demo: true }],
  ['刚建好、什么都没有的台账', { name: '青禾市茶业商会流动党员第一联合党支部', kind: 'jointBranch' }],
  ['刚建好、还没有支部的总支', { name: '青禾市茶业商会党总支', kind: 'generalBranch' }],
] as const)
  describe(`每一屏：${what}`, () => {
    let screen: OpenScreen
    let trouble: string[]
    beforeAll(async () => {
      screen = await openScreen('demo' in given ? given : {})
      trouble = watch(screen.page)
      if (!('demo' in given)) {
        await screen.call('files.create', { ...given, actor: { name: '李明', post: '支部书记' } })
        await screen.page.reload()
        await screen.page.getByRole('heading', { level: 1 }).waitFor()
      }
    })
    afterAll(() => screen?.close())

    for (const size of sizes)
      test(`${size.width}×${size.height}：没有严重的无障碍问题，不横着超出，没有差错`, { timeout: 180_000 }, async () => {
        await screen.page.setViewportSize(size)
        const seen: string[] = []
        for (const door of doors) seen.push(...(await lookAround(screen.page, door, size)))
        expect(seen).toEqual([])
        expect(trouble).toEqual([])
      })
  })
