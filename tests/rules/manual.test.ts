import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const filesUnder = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(tsx?|json)$/.test(name))
    .map((name) => join(root, folder, name))

test('手册里引号中的按钮和页面，软件里真有这几个字', () => {
  const words = ['renderer', 'shared', 'main', 'assets/rules']
    .flatMap(filesUnder)
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n')
  const pages = readdirSync(join(root, 'assets/manual')).filter((name) => name.endsWith('.md'))
  expect(pages.length).toBeGreaterThanOrEqual(6)
  const missing = pages.flatMap((page) =>
    [...readFileSync(join(root, 'assets/manual', page), 'utf8').matchAll(/“([^”]+)”/g)]
      .filter(([, word = '']) => !words.includes(word))
      .map(([quoted]) => `${page} ${quoted}`),
  )
  expect(missing).toEqual([])
})
