import type Database from 'better-sqlite3'

/** 文件里的一处损坏：哪张表（说不上是哪张的为 null），和 SQLite 自己的话。 */
export interface Damage {
  table: string | null
  detail: string
}

/** 一张表只留这么多句，再多也是同一件事。 */
const MOST_DETAILS = 5

/** 数据库读到了坏的页，或者磁盘读不出来。密钥不对也报 SQLITE_NOTADB，打开的时候另说。 */
export const isDamage = (code: string): boolean => /^SQLITE_(CORRUPT|NOTADB|IOERR_(READ|SHORT_READ|CORRUPTFS))/.test(code)

/** 坏得厉害的，查的人自己也读不下去：那也是发现。 */
function readingOn(table: string | null, work: () => Damage[]): Damage[] {
  try {
    return work()
  } catch (error) {
    const { code = '', message } = error as { code?: string; message: string }
    if (!isDamage(code)) throw error
    return [{ table, detail: message }]
  }
}

const inPages = (db: Database.Database, table: string | null): Damage[] =>
  readingOn(table, () =>
    (db.pragma(table === null ? 'integrity_check' : `integrity_check('${table}')`) as { integrity_check: string }[])
      .map(({ integrity_check: detail }) => ({ table, detail }))
      .filter(({ detail }) => detail !== 'ok')
      .slice(0, MOST_DETAILS),
  )

const inReferences = (db: Database.Database): Damage[] =>
  readingOn(null, () =>
    (db.pragma('foreign_key_check') as { table: string; rowid: number }[]).map(({ table, rowid }) => ({
      table,
      detail: `第 ${rowid} 行引用了不存在的记录`,
    })),
  )

const tablesOf = (db: Database.Database) =>
  db.prepare(`select name from sqlite_schema where type = 'table' and name not like 'sqlite~_%' escape '~'`).pluck().all() as string[]

/**
 * 逐页核对一个文件：坏了的，再一张表一张表地找出是哪里；没有坏的，核对表与表之间的引用。没有问题为空。
 * @example damageIn(db) //=> [{ table: 'attendance', detail: 'row 3 missing from index …' }]
 */
export function damageIn(db: Database.Database): Damage[] {
  const whole = inPages(db, null)
  if (whole.length === 0) return inReferences(db)
  const byTable = tablesOf(db).flatMap((table) => inPages(db, table))
  return byTable.length > 0 ? byTable : whole
}
