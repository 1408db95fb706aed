import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync, Visitor } from 'oxc-parser'
import { expect, test } from 'vitest'

const screens = join(import.meta.dirname, '../screens')

interface Span {
  start: number
  end: number
}
const within = (inner: Span, outer: Span) => outer.start <= inner.start && inner.end <= outer.end

/** 读一眼就下结论的行号：`expect(await …)`、`expect((await …).length)`；`expect.poll` 里的会再读，不算。 */
function hasty(path: string, text: string): number[] {
  const judged: Span[] = []
  const reads: Span[] = []
  const later: Span[] = []
  new Visitor({
    CallExpression({ callee, arguments: [first] }) {
      if (callee.type === 'Identifier' && callee.name === 'expect' && first) judged.push(first)
    },
    AwaitExpression: (node) => void reads.push(node),
    ArrowFunctionExpression: (node) => void later.push(node),
  }).visit(parseSync(path, text).program)
  return judged
    .filter((what) => reads.some((read) => within(read, what) && !later.some((one) => within(one, what) && within(read, one))))
    .map(({ start }) => text.slice(0, start).split('\n').length)
}

test('读一眼就下结论的，认得出来；等着读的不算', () => {
  const said = [
    'expect(await page.count()).toBe(1)',
    'expect((await rows()).length).toBe(1)',
    'await expect.poll(() => page.count()).toBe(1)',
    'await expect.poll(async () => (await rows()).length).toBe(1)',
    'expect(seen).toEqual([])',
  ]
  expect(hasty('a.ts', said.join('\n'))).toEqual([1, 2])
})

test.each(readdirSync(screens).filter((name) => name.endsWith('.test.ts')))(
  '%s：屏幕上的东西一样一样地到，读到的不对就等一等再读（expect.poll）',
  (name) => {
    expect(hasty(name, readFileSync(join(screens, name), 'utf8'))).toEqual([])
  },
)
