import axeCore from 'axe-core'
import type { Page } from 'playwright-core'

/** 这一页里严重的无障碍问题：规则与出问题的元素；没有就是空的。 */
export async function seriousProblems(page: Page): Promise<string[]> {
  // 颜色的过渡走完再看
  await page.waitForTimeout(400)
  await page.evaluate(axeCore.source)
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(options: object): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }> }
    }
    const { violations } = await axe.run({ preload: false })
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id} ${html.slice(0, 160)}`))
  })
}
