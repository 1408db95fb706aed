import { type Kysely, sql } from 'kysely'

/** 人改过的表头对应：同样的表头下次照用。field 为空表示有意不导入。 */
export const up = async (db: Kysely<any>): Promise<void> => {
  await sql`
    create table import_mapping (
      id          integer primary key autoincrement,
      uid         text    not null unique,
      ledger      text    not null,
      header_path text    not null,
      field       text,
      unique (ledger, header_path)
    ) strict`.execute(db)
}
