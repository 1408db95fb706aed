import { type Kysely, sql } from 'kysely'
import { each } from './each.ts'

/** 还挂着附件的不能删；撤销“新建”也由它挡住。每种主人一个。 */
export const keepsAttachments = (owner: string) =>
  sql.raw(`create trigger ${owner}_keeps_attachments before delete on ${owner}
      when exists (select 1 from attachment where owner = '${owner}' and owner_id = old.id)
      begin select raise(abort, 'attachments.ownerHasSome'); end`)

const archived = (row: 'new' | 'old') => `${row}.owner = 'meeting' and (select status from meeting where id = ${row}.owner_id) = 'archived'`

/** 已归档的会议：只能补充签到扫描件与材料，标明“归档后补充”；归档时已有的谁也不能动。 */
const sealed = [
  sql.raw(`create trigger attachment_sealed_insert before insert on attachment
      when ${archived('new')} and (new.after_archive = 0 or new.kind not in ('signedSheet', 'material'))
      begin select raise(abort, 'attachments.sealed'); end`),
  sql.raw(`create trigger attachment_sealed_update before update on attachment
      when ${archived('old')} and (old.after_archive = 0 or new.after_archive = 0 or new.kind not in ('signedSheet', 'material'))
      begin select raise(abort, 'attachments.sealed'); end`),
  sql.raw(`create trigger attachment_sealed_delete before delete on attachment
      when ${archived('old')} and old.after_archive = 0
      begin select raise(abort, 'attachments.sealed'); end`),
]

/** 附件：原件按内容的指纹只存一份、只进不改；挂在哪里、叫什么另记一行。 */
export const up = (db: Kysely<any>) =>
  each(db, [
    sql`create table file (
      hash  text    primary key check (length(hash) = 64 and hash not glob '*[^0-9a-f]*'),
      media text    not null check (media in ('image/jpeg', 'image/png', 'image/webp', 'application/pdf')),
      size  integer not null check (size > 0),
      bytes blob    not null,
      check (length(bytes) = size)
    ) strict`,
    sql`create trigger file_never_altered before update on file begin select raise(abort, 'attachments.bytesStay'); end`,
    sql`create trigger file_only_grows before delete on file begin select raise(abort, 'attachments.bytesStay'); end`,
    sql`create table attachment (
      id            integer primary key autoincrement,
      uid           text    not null unique,
      owner         text    not null check (owner glob '[a-z]*'),
      owner_id      integer not null,
      kind          text    not null check (kind in ('photo', 'signedSheet', 'material', 'other')),
      hash          text    not null references file,
      small_hash    text    references file,
      name          text    not null check (name <> ''),
      caption       text    not null default '',
      ordinal       integer not null check (ordinal >= 1),
      turn          integer not null default 0 check (turn in (0, 90, 180, 270)),
      taken_at      text,
      added_at      text    not null,
      after_archive integer not null default 0 check (after_archive in (0, 1)),
      unique (owner, owner_id, hash)
    ) strict`,
    sql`create index attachment_by_owner on attachment (owner, owner_id, ordinal)`,
    sql`create index attachment_by_hash on attachment (hash)`,
    keepsAttachments('meeting'),
    keepsAttachments('member'),
    ...sealed,
  ])
