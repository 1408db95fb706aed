import type Database from 'better-sqlite3'
import { CamelCasePlugin, type Driver, Kysely, type SqliteDatabase, SqliteDialect } from 'kysely'
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

/** 磁盘满时 SQLite 已自行撤回事务；再撤一次只会报错，盖住真正的原因。 */
class LedgerDialect extends SqliteDialect {
  readonly #database: Database.Database

  constructor(database: Database.Database) {
    super({ database: preparedOnce(database) })
    this.#database = database
  }

  override createDriver(): Driver {
    const driver = super.createDriver()
    const rollback = driver.rollbackTransaction.bind(driver)
    driver.rollbackTransaction = async (connection) => {
      if (this.#database.inTransaction) await rollback(connection)
    }
    return driver
  }
}

/** 一条连接上的 Kysely：SQL 里是 snake_case，代码里是 camelCase。 */
export const kyselyOver = (database: Database.Database) =>
  new Kysely<Schema>({ dialect: new LedgerDialect(database), plugins: [new CamelCasePlugin()] })
