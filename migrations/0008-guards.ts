import { type Kysely, sql } from 'kysely'
import { each } from './each.ts'

/** 撤销可以不按次序，所以这两件事也由数据库守住：用着的会议类型不能没有，没有记录的会不能归档。 */
export const up = (db: Kysely<any>) =>
  each(db, [
    sql`create trigger own_kind_in_use before delete on own_kind
      when exists (select 1 from meeting_kind where code = 'own-' || old.id)
      begin select raise(abort, 'meetings.kindInUse'); end`,
    sql`create trigger meeting_needs_minutes before update of status on meeting
      when new.status = 'archived' and old.status <> 'archived'
        and not exists (select 1 from speech where meeting_id = new.id and trim(text) <> '')
        and not exists (select 1 from decision where meeting_id = new.id and trim(text) <> '')
      begin select raise(abort, 'meetings.noMinutes'); end`,
  ])
