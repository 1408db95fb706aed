import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync } from 'oxc-parser'
import { expect, onTestFinished, test } from 'vitest'
import { bareConnection } from '../../main/core/connect.ts'
import { unrecorded } from '../../main/core/history-triggers.ts'
import { openLedger } from '../../main/core/open-ledger.ts'
import { tableWords } from '../../main/history/words.ts'
import { testPorts } from '../support/open-app.ts'

const root = join(import.meta.dirname, '../..')

async function freshLedger() {
  const { folder } = testPorts()
  const path = join(folder, '法则.taizhang')
  await (await openLedger(path, { now: new Date(), create: true })).close()
  const db = bareConnection(path)
  onTestFinished(() => {
    db.close()
    rmSync(folder, { recursive: true, force: true })
  })
  return db
}

type Column = { name: string; pk: number }
const tablesOf = (db: Awaited<ReturnType<typeof freshLedger>>) =>
  (
    db.prepare(`select name, strict from pragma_table_list where schema = 'main' and type = 'table' and name not like 'sqlite%'`).all() as {
      name: string
      strict: number
    }[]
  ).map((table) => ({
    ...table,
    columns: db.prepare(`select name, pk from pragma_table_info(?)`).all(table.name) as Column[],
    sql: db.prepare(`select sql from sqlite_schema where name = ?`).pluck().get(table.name) as string,
  }))

test('每张表都是 STRICT；名单之外的都有不重用的 id、唯一的 uid，都被操作记录跟着', async () => {
  const db = await freshLedger()
  const triggers = new Set(db.prepare(`select name from sqlite_schema where type = 'trigger'`).pluck().all() as string[])
  for (const { name, strict, columns, sql } of tablesOf(db)) {
    expect(strict, name).toBe(1)
    if ((unrecorded as readonly string[]).includes(name)) continue
    expect(sql, name).toMatch(/\bid\s+integer primary key autoincrement/)
    expect(sql, name).toMatch(/\buid\s+text\s+not null unique/)
    expect(columns.map((column) => column.name)).toContain('uid')
    for (const event of ['insert', 'update', 'delete']) expect(triggers.has(`history_${name}_${event}`), `${name} ${event}`).toBe(true)
  }
})

test('操作记录跟着的每张表、每一列都有人话的称呼', async () => {
  const db = await freshLedger()
  for (const { name, columns } of tablesOf(db)) {
    if ((unrecorded as readonly string[]).includes(name)) continue
    const quiet = ['id', 'uid', ...(tableWords[name]?.identity ?? [])]
    const silent = columns.map((column) => column.name).filter((column) => !quiet.includes(column) && !tableWords[name]?.labels[column])
    expect(
      silent.filter((column) => !['pinyin', 'initials', 'ordinal', 'meeting_id', 'member_id'].includes(column)),
      name,
    ).toEqual([])
  }
})

/** 一个 table.ts 里各接口的字段（含继承来的）。 */
function interfacesIn(file: string): Map<string, string[]> {
  type Node = {
    type: string
    id?: { name: string }
    extends?: { expression: { name: string } }[]
    body?: { body: { key: { name: string } }[] }
    declaration?: Node
  }
  const { program } = parseSync(file, readFileSync(file, 'utf8'))
  const found = new Map<string, string[]>()
  for (const statement of program.body as unknown as Node[]) {
    const node = statement.declaration ?? statement
    if (node.type !== 'TSInterfaceDeclaration' || !node.id) continue
    const inherited = (node.extends ?? []).flatMap((parent) => found.get(parent.expression.name) ?? [])
    found.set(node.id.name, [...inherited, ...(node.body?.body ?? []).map((member) => member.key.name)])
  }
  return found
}

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

test('schema.ts 写的与数据库里的，表与列一一相符', async () => {
  const db = await freshLedger()
  const source = readFileSync(join(root, 'main/core/schema.ts'), 'utf8')
  const files = [...source.matchAll(/from '\.\.\/(.+\/table\.ts)'/g)].map(([, path]) => join(root, 'main', path!))
  const interfaces = new Map(files.flatMap((file) => [...interfacesIn(file)]))
  const written = [...source.matchAll(/^ {2}(\w+): (\w+)$/gm)].map(([, table, type]) => [
    snake(table!),
    (interfaces.get(type!) ?? []).map(snake).toSorted(),
  ])
  const actual = tablesOf(db).map(({ name, columns }) => [name, columns.map((column) => column.name).toSorted()])
  expect(Object.fromEntries(written)).toEqual(Object.fromEntries(actual))
})
