import { sql } from 'kysely'
import type { MemberChanges, MemberFacts, NewMember } from '../../shared/members/contract.ts'
import { batches } from '../core/batches.ts'
import { insertMany } from '../core/insert-many.ts'
import type { Reader, Writer } from '../core/services.ts'
import { newUid } from '../core/uid.ts'
import { withParts } from '../organizations/repository.ts'
import { groupRowAsOf, inRoll, rowAsOf } from './as-of.ts'
import { pinyinReader } from './pinyin.ts'

/** 自己的事实在表里的列，与 MemberFacts 同名。 */
const factColumns = [
  'name',
  'idNumber',
  'gender',
  'ethnicity',
  'birthDay',
  'education',
  'joinedOn',
  'fullMemberOn',
  'job',
  'mobile',
  'phone',
  'address',
  'outOfContact',
  'outOfContactSince',
  'floating',
  'floatingTo',
  'nativePlace',
  'workStartedOn',
  'partyPost',
  'employer',
  'school',
  'introducers',
  'duesStandard',
  'duesPaidThrough',
  'family',
  'specialty',
  'honours',
  'homeInvestment',
  'note',
] as const satisfies readonly (keyof MemberFacts)[]

const id = sql<number>`m.id`

/** 每名党员在某天的样子；那天还不是党员、不在任何支部的不出现。 */
const asOf = (db: Reader, day: string) =>
  db
    .selectFrom('member as m')
    .innerJoin('memberBranch as b', (join) => join.on('b.id', '=', rowAsOf('member_branch', id, day)))
    .innerJoin('organization as branch', 'branch.id', 'b.organizationId')
    .innerJoin('memberCategory as c', (join) => join.on('c.id', '=', rowAsOf('member_category', id, day)))
    .innerJoin('memberStanding as s', (join) => join.on('s.id', '=', rowAsOf('member_standing', id, day)))
    .leftJoin('memberGroup as g', (join) => join.on('g.id', '=', groupRowAsOf(id, day)))
    .leftJoin('organization as grp', 'grp.id', 'g.organizationId')

const rows = (people: ReturnType<typeof asOf>) =>
  people
    .select([
      'm.id',
      'm.pinyin',
      'm.initials',
      'branch.id as organizationId',
      'branch.name as branchName',
      'grp.id as groupId',
      'grp.name as groupName',
      'c.category',
      's.standing',
    ])
    .select(factColumns.map((column) => `m.${column}` as const))

export type StoredMember = Awaited<ReturnType<ReturnType<typeof rows>['execute']>>[number]

/** 按姓名、拼音、首字母、身份证后四位、电话筛选；空白为不筛。 */
const matching = (text: string) => {
  const plain = text.trim().toLowerCase().replace(/\s+/g, '')
  if (plain === '') return sql<boolean>`true`
  const has = (column: string, part = plain) => sql<boolean>`instr(${sql.raw(column)}, ${part}) > 0`
  // 有数字才是号码；单写 x 是徐、谢的首字母
  if (/^[\dx-]*\d[\dx-]*$/.test(plain)) {
    const digits = plain.replaceAll('-', '')
    return sql<boolean>`(substr(m.id_number, -${sql.lit(digits.length)}) = ${digits.toUpperCase()} or ${has('m.mobile', digits)} or ${has("replace(m.phone, '-', '')", digits)})`
  }
  if (/^[a-z]+$/.test(plain)) return sql<boolean>`(${has('m.pinyin')} or ${has('m.initials')} or ${has('lower(m.name)')})`
  return has('m.name')
}

/** 曾经编在这些组织里的人：先凭索引缩小范围，再看那天在哪里。 */
const everIn = (parts: ReturnType<typeof withParts>) =>
  sql<boolean>`m.id in (select member_id from member_branch where organization_id in ${parts} union select member_id from member_group where organization_id in ${parts})`

/** 那天在某组织（含下级）的人。 */
const placed = (db: Reader, organizationId: number, day: string) => {
  const parts = withParts(organizationId)
  return asOf(db, day).where(everIn(parts)).where(sql<boolean>`(b.organization_id in ${parts} or g.organization_id in ${parts})`)
}

/** 某组织（含下级）在某天的党员，按登记次序。 */
export const list = (
  db: Reader,
  { organizationId, day, text = '', everyone = false }: { organizationId: number; day: string; text?: string; everyone?: boolean },
) => {
  const found = rows(placed(db, organizationId, day))
    .where(matching(text))
    .orderBy('m.id')
  return (everyone ? found : found.where('s.standing', 'in', inRoll)).execute()
}

/** 某组织（含下级）在某天党籍正常的人，按登记次序。 */
export const normalOn = async (db: Reader, organizationId: number, day: string): Promise<number[]> =>
  (await placed(db, organizationId, day).where('s.standing', '=', 'normal').select('m.id').orderBy('m.id').execute()).map(({ id }) => id)

/** 某组织（含下级）在某天在册多少人，其中几人有身份证号。 */
export const count = (db: Reader, organizationId: number, day: string) =>
  placed(db, organizationId, day)
    .where('s.standing', 'in', inRoll)
    .select((eb) => [eb.fn.countAll<number>().as('people'), eb.fn.count<number>('m.idNumber').as('known')])
    .executeTakeFirstOrThrow()

/** 在册的人里，生日或入党日期在这个月（两位数字）的。 */
export const datedIn = (db: Reader, { organizationId, day, month }: { organizationId: number; day: string; month: string }) =>
  placed(db, organizationId, day)
    .where('s.standing', 'in', inRoll)
    .where(sql<boolean>`${month} in (substr(m.birth_day, 6, 2), substr(m.joined_on, 6, 2))`)
    .select(['m.id', 'm.name', 'm.birthDay', 'm.joinedOn'])
    .orderBy('m.id')
    .execute()

export const find = (db: Reader, memberId: number) => db.selectFrom('member').selectAll().where('id', '=', memberId).executeTakeFirst()

/** 今天的样子；已不在任何支部的也给出最后的样子。 */
export const current = (db: Reader, memberId: number, day: string) => rows(asOf(db, day)).where('m.id', '=', memberId).executeTakeFirst()

export const search = (db: Reader, text: string, limit: number, day: string) =>
  asOf(db, day)
    .select(['m.id', 'm.name', 'm.birthDay', 'm.mobile', 'branch.name as branchName'])
    .where(matching(text))
    .orderBy('m.id')
    .limit(limit)
    .execute()

/** 名字一字不差的人，不论现在在不在册。 */
export const namesakes = (db: Reader, name: string, day: string) =>
  asOf(db, day)
    .select(['m.id', 'm.name', 'm.birthDay', 'branch.name as branchName'])
    .where('m.name', '=', name)
    .orderBy('m.id')
    .limit(20)
    .execute()

const MANY = 500

/** 这些编号的人；查不到的不在内。 */
export const named = async (db: Reader, ids: readonly number[]): Promise<{ id: number; name: string }[]> => {
  const found: { id: number; name: string }[] = []
  for (let at = 0; at < ids.length; at += MANY)
    found.push(
      ...(await db
        .selectFrom('member')
        .select(['id', 'name'])
        .where('id', 'in', ids.slice(at, at + MANY))
        .execute()),
    )
  return found
}

export const withIdNumber = (db: Reader, idNumber: string) =>
  db.selectFrom('member').select(['id', 'name']).where('idNumber', '=', idNumber).executeTakeFirst()

/** 这些身份证号里有没有已经登记了的；有就给出一位。 */
export async function withAnyIdNumber(db: Reader, idNumbers: readonly string[]) {
  for (const some of batches(idNumbers)) {
    const found = await db.selectFrom('member').select(['id', 'name']).where('idNumber', 'in', some).executeTakeFirst()
    if (found) return found
  }
  return undefined
}

export const countIn = async (db: Reader, organizationId: number, day: string): Promise<number> =>
  (await list(db, { organizationId, day })).length

/** 事实写进表里的样子；姓名的拼音另算。 */
const stored = ({ outOfContact, floating, ...facts }: MemberChanges) => ({
  ...facts,
  ...(outOfContact === undefined ? {} : { outOfContact: Number(outOfContact) }),
  ...(floating === undefined ? {} : { floating: Number(floating) }),
})

/** 没写的事实在新的一行里是什么。 */
const unfilled = { ...Object.fromEntries(factColumns.map((column) => [column, null])), outOfContact: 0, floating: 0 }

/** 写进一批人，按次序给出编号。 */
export async function insert(db: Writer, people: readonly NewMember[]): Promise<number[]> {
  const keysOf = await pinyinReader()
  return insertMany(
    db,
    'member',
    people.map((facts) => ({ uid: newUid(), ...unfilled, ...stored(facts), ...keysOf(facts.name) })),
  )
}

export async function update(db: Writer, memberId: number, facts: MemberChanges): Promise<void> {
  const keys = facts.name === undefined ? {} : (await pinyinReader())(facts.name)
  await db
    .updateTable('member')
    .set({ ...stored(facts), ...keys } as never)
    .where('id', '=', memberId)
    .execute()
}

export const remove = async (db: Writer, memberId: number): Promise<void> => {
  for (const table of ['memberBranch', 'memberGroup', 'memberCategory', 'memberStanding'] as const)
    await db.deleteFrom(table).where('memberId', '=', memberId).execute()
  await removeBare(db, memberId)
}

/** 只删这一行；指着它的都已改指别处。 */
export const removeBare = async (db: Writer, memberId: number): Promise<void> => {
  await db.deleteFrom('member').where('id', '=', memberId).execute()
}

/** 他有出勤的、处于某种状态的会议。 */
export const meetingsWith = (db: Reader, memberId: number, status: 'held' | 'archived') =>
  db
    .selectFrom('attendance')
    .innerJoin('meeting', 'meeting.id', 'attendance.meetingId')
    .select(['meeting.id', 'meeting.topic'])
    .where('attendance.memberId', '=', memberId)
    .where('meeting.status', '=', status)
    .orderBy('meeting.day')
    .execute()

export const meetingsAttended = (db: Reader, memberId: number) =>
  db
    .selectFrom('attendance')
    .innerJoin('meeting', 'meeting.id', 'attendance.meetingId')
    .select(['meeting.id as meetingId', 'meeting.day', 'meeting.topic', 'attendance.state'])
    .select(
      sql<string>`(select group_concat(code) from (select code from meeting_kind where meeting_id = meeting.id order by ordinal))`.as(
        'kinds',
      ),
    )
    .where('attendance.memberId', '=', memberId)
    .orderBy('meeting.day', 'desc')
    .execute()

/** 在几次会议上标为不计入应到。 */
export const timesExcluded = async (db: Reader, memberId: number): Promise<number> =>
  (await db.selectFrom('exclusion').select('id').where('memberId', '=', memberId).execute()).length

export const postsOf = (db: Reader, memberId: number) =>
  db
    .selectFrom('post')
    .innerJoin('organization', 'organization.id', 'post.organizationId')
    .select(['post.id', 'organization.name as organizationName', 'post.title', 'post.fromDay', 'post.untilDay'])
    .where('memberId', '=', memberId)
    .orderBy('fromDay', 'desc')
    .execute()
