import type Database from 'better-sqlite3'
import {
  CamelCasePlugin,
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  type SqliteDatabase,
  SqliteDialect,
} from 'kysely'
import type { Breath } from './breath.ts'
import type { Schema } from './schema.ts'

const KEPT_STATEMENTS = 500

/** Kysely 每次都重新预备语句；同一句话只预备一次，大批导入快近一倍。 */
function preparedOnce(database: Database.Database): SqliteDatabase {
  const kept = new Map<string, Database.Statement>()
  return {
    close: () => void database.close(),
    prepare(sql) {
      const statement = kept.get(sql) ?? database.prepare(sql)
      if (kept.size >= KEPT_STATEMENTS) kept.clear()
      kept.set(sql, statement)
      return statement as ReturnType<SqliteDatabase['prepare']>
    },
  }
}

/** 每句之前，到时候了就让一让。 */
const breathing = (connection: DatabaseConnection, breath: Breath): DatabaseConnection => ({
  async executeQuery<R>(query: CompiledQuery) {
    const rest = breath.take()
    if (rest) await rest
    return connection.executeQuery<R>(query)
  },
  streamQuery: (query, size) => connection.streamQuery(query, size),
})

/** 磁盘满时 SQLite 已自行撤回事务；再撤一次只会报错，盖住真正的原因。 */
class LedgerDialect extends SqliteDialect {
  readonly #database: Database.Database
  readonly #breath: Breath | undefined

  constructor(database: Database.Database, breath: Breath | undefined) {
    super({ database: preparedOnce(database) })
    this.#database = database
    this.#breath = breath
  }

  override createDriver(): Driver {
    const driver = super.createDriver()
    const rollback = driver.rollbackTransaction.bind(driver)
    driver.rollbackTransaction = async (connection) => {
      if (this.#database.inTransaction) await rollback(connection)
    }
    const breath = this.#breath
    if (breath) {
      const acquire = driver.acquireConnection.bind(driver)
      driver.acquireConnection = async () => breathing(await acquire(), breath)
      const begin = driver.beginTransaction.bind(driver)
      driver.beginTransaction = (...given) => {
        breath.begin()
        return begin(...given)
      }
    }
    return driver
  }
}

/** 一条连接上的 Kysely：SQL 里是 snake_case，代码里是 camelCase。给了 breath 的，做得久了会让一让。 */
export const kyselyOver = (database: Database.Database, breath?: Breath) =>
  new Kysely<Schema>({ dialect: new LedgerDialect(database, breath), plugins: [new CamelCasePlugin()] })
