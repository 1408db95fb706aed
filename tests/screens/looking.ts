import type { Page } from 'playwright-core'

/** 到一页去，等它画好。 */
export async function visit(page: Page, path: string, heading: string | RegExp): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to
  }, path)
  await page.getByRole('heading', { level: 1, name: heading }).waitFor()
}

/** 从现在起控制台里的错误、没有接住的异常、向外的请求。 */
export function watch(page: Page): string[] {
  const seen: string[] = []
  page.on('console', (message) => message.type() === 'error' && seen.push(message.text()))
  page.on('pageerror', (error) => seen.push(error.message))
  page.on('request', (request) => !/^(http:\/\/127\.0\.0\.1:|blob:|data:)/.test(request.url()) && seen.push(`向外的请求 ${request.url()}`))
  return seen
}
