import { CamelCasePlugin, type CompiledQuery, Kysely, SqliteDialect } from 'kysely'
import { bareConnection } from '../../main/core/connect.ts'
import type { Schema } from '../../main/core/schema.ts'
import type { Reader } from '../../main/core/services.ts'

/** 记下一个查询过程发出的每一句 SQL，再在裸的驱动上照放（语句事先备好）。 */
export async function bareReplay(path: string, work: (db: Reader) => unknown): Promise<{ replay: () => void; close: () => void }> {
  const queries: CompiledQuery[] = []
  const listening = new Kysely<Schema>({
    dialect: new SqliteDialect({ database: bareConnection(path) }),
    plugins: [new CamelCasePlugin()],
    log: ({ query }) => void queries.push(query),
  })
  await work(listening)
  await listening.destroy()
  const driver = bareConnection(path)
  const prepared = queries.map(({ sql, parameters }) => ({ statement: driver.prepare(sql), parameters }))
  return {
    replay: () => {
      for (const { statement, parameters } of prepared) statement.all(...parameters)
    },
    close: () => driver.close(),
  }
}
