import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { insertMany } from '../../main/core/insert-many.ts'
import { openLedger } from '../../main/core/open-ledger.ts'
import { newUid } from '../../main/core/uid.ts'
import { testPorts } from '../support/open-app.ts'

const now = new Date('2026-06-15T02:00:00Z')

test('几批一起写：编号照次序，每行还是自己的值，没给的是空；操作记录一行不少', async () => {
  const { folder } = testPorts()
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const { writer, close } = await openLedger(join(folder, '一.taizhang'), { now, create: true })
  onTestFinished(close)
  const people = Array.from({ length: 350 }, (_, n) => ({
    ...{ uid: newUid(), name: `测试${n}`, pinyin: 'ceshi', initials: 'cs' },
    ...(n === 0 || n === 349 ? { mobile: '13900000000' } : {}),
    ...(n === 120 ? { employer: '青禾市茶业商会' } : {}),
  }))
  const ids = await writer.transaction().execute(async (db) => {
    const operation = { uid: newUid(), at: now.toISOString(), actor: '李明', command: 'imports.apply', title: '导入' }
    const { insertId } = await db
      .insertInto('operation')
      .values(operation as never)
      .executeTakeFirstOrThrow()
    await db
      .updateTable('currentOperation')
      .set({ operationId: Number(insertId) } as never)
      .execute()
    return insertMany(db, 'member', people)
  })
  const written = await writer.selectFrom('member').select(['id', 'name', 'mobile', 'employer']).orderBy('id').execute()
  expect(ids.map((id) => written.find((row) => row.id === id)?.name)).toEqual(people.map(({ name }) => name))
  expect(written.map(({ mobile }) => mobile)).toEqual(people.map((_, n) => (n === 0 || n === 349 ? '13900000000' : null)))
  expect(
    written.flatMap(({ name, employer }) => (employer ? [name] : [])),
    '第一行没有的列也写',
  ).toEqual(['测试120'])
  const changes = await writer.selectFrom('change').select('rowId').where('tableName', '=', 'member').execute()
  expect(changes.map(({ rowId }) => rowId).sort((a, b) => a - b)).toEqual([...ids].sort((a, b) => a - b))
})

test('一行也没有，就什么也不写', async () => {
  const { folder } = testPorts()
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const { writer, close } = await openLedger(join(folder, '一.taizhang'), { now, create: true })
  onTestFinished(close)
  expect(await writer.transaction().execute((db) => insertMany(db, 'member', []))).toEqual([])
})
