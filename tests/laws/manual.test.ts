import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findIn, readPage } from '../../renderer/help/pages.ts'

const root = join(import.meta.dirname, '../..')
const folder = join(root, 'assets/manual')
const pages = readdirSync(folder)
  .filter((name) => name.endsWith('.md'))
  .map((name) => readPage(name.replace(/\.md$/, ''), readFileSync(join(folder, name), 'utf8')))

/** rooms.tsx 里登记的房间代号。 */
const rooms = [...readFileSync(join(root, 'renderer/rooms.tsx'), 'utf8').matchAll(/\bkey: '([^']+)'/g)].map(([, key = '']) => key)

test('每个房间在手册里正好有一页（页里第二行 <!-- 页面：… -->），F1 才找得到', () => {
  expect(rooms.length).toBeGreaterThan(10)
  const told = pages.flatMap((page) => page.rooms)
  expect([...told].sort()).toEqual([...rooms, 'door'].sort())
})

test('每一页有标题，次序的数不重复，提到的图都在', () => {
  const orders = pages.map(({ slug }) => Number.parseInt(slug, 10))
  expect(new Set(orders).size).toBe(pages.length)
  for (const { slug, title, body } of pages) {
    expect(title, slug).not.toBe('')
    for (const [, picture = ''] of body.matchAll(/!\[[^\]]+\]\(([^)]+)\)/g))
      expect(existsSync(join(folder, picture)), `${slug} ${picture}`).toBe(true)
    for (const [, page = ''] of body.matchAll(/\]\(([\w-]+)\.md\)/g)) expect(pages.map((one) => one.slug)).toContain(page)
  }
})

test('一页里各节的标题不同：地址要靠它', () => {
  for (const { slug, sections } of pages) expect(new Set(sections.map(({ title }) => title)).size, slug).toBe(sections.length)
})

test('搜索：几个词要在同一节，标题里有的在前，给出前后几个字', () => {
  const page = readPage(
    '1-x',
    '# 收党费\n<!-- 页面：dues -->\n先定口径。\n\n## 收据\n\n**连号**，作废的号还在。\n\n## 记错了\n\n收据已经开了，先作废收据再改。',
  )
  expect(page.rooms).toEqual(['dues'])
  expect(page.sections.map(({ title }) => title)).toEqual(['收党费', '收据', '记错了'])
  expect(findIn([page], '收据').map(({ section }) => section.title)).toEqual(['收据', '记错了'])
  expect(findIn([page], '作废 改')[0]).toMatchObject({ before: '收据已经开了，先', hit: '作废', after: '收据再改。' })
  expect(findIn([page], '连号')[0]?.section.text).toBe('连号 ，作废的号还在。')
  expect(findIn([page], '没有的词')).toEqual([])
  expect(findIn([page], '  ')).toEqual([])
})
