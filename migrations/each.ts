import type { Kysely, RawBuilder } from 'kysely'

/** 依次执行每一句。 */
export const each = async (db: Kysely<any>, statements: readonly RawBuilder<unknown>[]) => {
  for (const statement of statements) await statement.execute(db)
}

/** 一天或只有年月的列：`YYYY-MM` 或 `YYYY-MM-DD`，可以为空。 */
export const dayOrMonthCheck = (column: string) =>
  `check (${column} is null or ${column} glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]' or ${column} glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]')`
