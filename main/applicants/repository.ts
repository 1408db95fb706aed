import { sql } from 'kysely'
import { type ApplicantChanges, ApplicantFacts, type NewApplicant } from '../../shared/applicants/contract.ts'
import { insertMany } from '../core/insert-many.ts'
import type { Reader, Writer } from '../core/services.ts'
import { newUid } from '../core/uid.ts'
import { pinyinReader } from '../members/pinyin.ts'
import { withParts } from '../organizations/repository.ts'

/** 自己的事实在表里的列，与 ApplicantFacts 同名。 */
const factColumns = Object.keys(ApplicantFacts.shape) as (keyof ApplicantFacts)[]

const rows = (db: Reader) =>
  db
    .selectFrom('applicant as a')
    .innerJoin('organization as o', 'o.id', 'a.organizationId')
    .select(['a.id', 'a.pinyin', 'a.initials', 'a.organizationId', 'o.name as branchName'])
    .select(['a.acceptedOn', 'a.memberId', 'a.endedOn', 'a.endedReason'])
    .select(factColumns.map((column) => `a.${column}` as const))

export type StoredApplicant = Awaited<ReturnType<ReturnType<typeof rows>['execute']>>[number]

/** 本组织（含下级）的全部申请人，按申请先后；申请时间不详的在最后。 */
export const within = (db: Reader, organizationId: number): Promise<StoredApplicant[]> =>
  rows(db)
    .where(sql<boolean>`a.organization_id in ${withParts(organizationId)}`)
    .orderBy(sql`coalesce(a.applied_on, '9999')`)
    .orderBy('a.id')
    .execute()

/** 整本台账里的，不论在哪个支部；导入时认人用。 */
export const all = (db: Reader): Promise<StoredApplicant[]> => rows(db).orderBy('a.id').execute()

export const find = (db: Reader, id: number) => rows(db).where('a.id', '=', id).executeTakeFirst()

export const ofMember = (db: Reader, memberId: number): Promise<StoredApplicant[]> =>
  rows(db).where('a.memberId', '=', memberId).orderBy('a.id').execute()

/** 还在发展中的人里身份证号相同的一位。 */
export const underWay = (db: Reader, idNumber: string) =>
  rows(db).where('a.idNumber', '=', idNumber).where('a.endedOn', 'is', null).executeTakeFirst()

const unfilled = Object.fromEntries(factColumns.map((column) => [column, null]))

/** 写进一批人，按次序给出编号。 */
export async function insert(db: Writer, people: readonly { organizationId: number; facts: NewApplicant }[]): Promise<number[]> {
  const keysOf = await pinyinReader()
  return insertMany(
    db,
    'applicant',
    people.map(({ organizationId, facts }) => ({ uid: newUid(), organizationId, ...unfilled, ...facts, ...keysOf(facts.name) })),
  )
}

/** 事实之外的几项：在哪个支部、走到哪一步、成了哪名党员。 */
type Outcome = Partial<Pick<StoredApplicant, 'organizationId' | 'acceptedOn' | 'memberId' | 'endedOn' | 'endedReason'>>

export async function update(db: Writer, id: number, changes: ApplicantChanges & Outcome): Promise<void> {
  const keys = changes.name === undefined ? {} : (await pinyinReader())(changes.name)
  await db
    .updateTable('applicant')
    .set({ ...changes, ...keys } as never)
    .where('id', '=', id)
    .execute()
}

export const remove = (db: Writer, id: number) => db.deleteFrom('applicant').where('id', '=', id).execute()
