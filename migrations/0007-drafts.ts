import { type Kysely, sql } from 'kysely'

/** 半填的表单；不进操作记录。 */
export const up = async (db: Kysely<any>) => {
  await sql`create table draft (
      key     text primary key,
      at      text not null,
      content text not null
    ) strict`.execute(db)
}
