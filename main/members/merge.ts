import { sql } from 'kysely'
import type { AttendanceState } from '../../shared/attendance/contract.ts'
import { customKey } from '../../shared/fields/columns.ts'
import { earliestDay } from '../../shared/kit/calendar.ts'
import type { Refusal } from '../../shared/kit/refusal.ts'
import { MemberFacts } from '../../shared/members/contract.ts'
import { refusal } from '../../shared/refusals.ts'
import { refuseWhen } from '../core/refuse.ts'
import type { Reader, Writer } from '../core/services.ts'
import { handOver, sealedOf } from '../dues/hand-over.ts'
import { tableWords } from '../history/words.ts'
import { mergeRules } from './merge-rules.ts'
import { type Reference, referencesToMember, rowsPointing, uniqueWith } from './references.ts'
import * as members from './repository.ts'

type Row = Awaited<ReturnType<typeof rowsPointing>>[number]

/** 一处怎样并：改指过来的、去掉的、先从保留的那份里去掉的。 */
interface Move {
  reference: Reference
  moved: Row[]
  dropped: Row[]
  /** 保留的那份里让出来的。 */
  replaced: Row[]
}

export interface Merging {
  keep: number
  drop: number
  /** 两份都填了而不同、要取去掉的那份的几项。 */
  take: readonly string[]
}

const nameOf = (table: string) => tableWords[table]?.name ?? table

/** 到会程度从高到低。 */
const strength: readonly AttendanceState[] = ['present', 'late', 'online', 'observer', 'leave', 'absent']
const weight = (row: Row) => strength.indexOf(row.state as AttendanceState)

/** 应交定得有多实：结了账的、免交的、反结账留下的。 */
const firmness = ({ settled, exempt }: Row) => Number(settled) * 2 + Number(exempt)

const sameBut = (column: string) => (row: Row) => JSON.stringify({ ...row, id: 0, uid: '', [column]: 0 })

/** 去掉的那份的行，按规矩分成改指的与去掉的。 */
function sorted(reference: Reference, mine: readonly Row[], theirs: readonly Row[], take: readonly string[]): Move {
  const { table, column } = reference
  const move: Move = { reference, moved: [], dropped: [], replaced: [] }
  const meet = (key: (row: Row) => unknown, theirsWins: (theirs: Row, mine: Row) => boolean) => {
    const known = new Map(mine.map((row) => [key(row), row]))
    for (const row of theirs) {
      const other = known.get(key(row))
      if (!other) move.moved.push(row)
      else if (theirsWins(row, other)) {
        move.replaced.push(other)
        move.moved.push(row)
      } else move.dropped.push(row)
    }
    return move
  }
  switch (mergeRules[`${table}.${column}`]) {
    case 'dated': {
      const firstDay = ({ from_day }: Row) => earliestDay(String(from_day ?? ''))
      const days = new Set(mine.map(firstDay))
      for (const row of theirs)
        (days.has(firstDay(row)) || (row.from_day === null && mine.length > 0) ? move.dropped : move.moved).push(row)
      return move
    }
    case 'attendance':
      return meet(
        (row) => row.meeting_id,
        (row, other) => weight(row) < weight(other),
      )
    case 'due':
      return meet(
        (row) => row.month,
        (row, other) => firmness(row) > firmness(other),
      )
    case 'posted':
      return { ...move, moved: [...theirs] }
    case 'custom':
      return meet(
        (row) => row.field_id,
        (row, other) => row.value !== other.value && take.includes(customKey(Number(row.field_id))),
      )
    default:
      return meet(sameBut(column), () => false)
  }
}

/** 每一处怎样并；没有行的不列。 */
export async function planMerge(db: Reader, { keep, drop, take }: Merging): Promise<Move[]> {
  const moves: Move[] = []
  for (const reference of await referencesToMember(db)) {
    const theirs = await rowsPointing(db, reference, drop)
    if (theirs.length > 0) moves.push(sorted(reference, await rowsPointing(db, reference, keep), theirs, take))
  }
  return moves
}

/** 撞上唯一的约定的行数：改指过去之后，别的列与保留的那份的某一行相同。 */
async function clashes(db: Reader, { reference, moved, replaced }: Move, keep: number): Promise<number> {
  const mine = (await rowsPointing(db, reference, keep)).filter((row) => !replaced.some(({ id }) => id === row.id))
  const groups = await uniqueWith(db, reference)
  return moved.filter((row) => groups.some((names) => mine.some((other) => names.every((name) => other[name] === row[name])))).length
}

/**
 * 为什么不能合并；能合并为 undefined。没有规矩的表、结了账的党费、归档了的会议、已确认召开而两份都在的会议，都说明原因与下一步。
 */
export async function whyCannotMerge(db: Reader, merging: Merging, moves: readonly Move[]): Promise<Refusal | undefined> {
  if (merging.keep === merging.drop) return refusal('members.sameRecord')
  for (const move of moves) {
    const { table, column } = move.reference
    const rule = mergeRules[`${table}.${column}`]
    if (!rule) return refusal('members.cannotMerge', { what: nameOf(table), count: move.moved.length + move.dropped.length })
    const count = rule === 'move' ? await clashes(db, move, merging.keep) : 0
    if (count > 0) return refusal('members.mergeClash', { what: nameOf(table), count })
  }
  const settled = await sealedOf(db, merging.drop)
  if (settled) return refusal('members.mergeDues', settled)
  const sealed = await members.meetingsWith(db, merging.drop, 'archived')
  if (sealed.length > 0) return refusal('members.mergeArchived', { count: sealed.length, topic: sealed[0]?.topic ?? '' })
  const held = new Set((await members.meetingsWith(db, merging.keep, 'held')).map(({ id }) => id))
  const both = (await members.meetingsWith(db, merging.drop, 'held')).filter(({ id }) => held.has(id))
  return both.length > 0 ? refusal('members.mergeHeld', { count: both.length, topic: both[0]?.topic ?? '' }) : undefined
}

const blank = (value: unknown) => value === null || value === '' || value === 0 || value === false

/** 保留的那份要改的事实：空着的填上，不同的照人选。 */
function factsToTake(keep: object, drop: object, take: readonly string[]) {
  const [mine, theirs] = [keep as Record<string, unknown>, drop as Record<string, unknown>]
  return Object.fromEntries(
    Object.keys(MemberFacts.shape)
      .filter((field) => !blank(theirs[field]) && theirs[field] !== mine[field] && (blank(mine[field]) || take.includes(field)))
      .map((field) => [field, typeof theirs[field] === 'number' ? theirs[field] === 1 : theirs[field]]),
  )
}

const remove = async (db: Writer, { table }: Reference, rows: readonly Row[]) => {
  for (const { id } of rows) await sql`delete from ${sql.table(table)} where id = ${id}`.execute(db)
}

/**
 * 把两份同一人的记录并成一份：指着去掉的那份的每一行改指保留的那份，空着的事实填上，去掉的那份删掉。
 * 逐表的写法不经各房间，像撤销一样只认表与列；触发器守着的（归档的会议）照样守着。
 * @throws Refused members.sameRecord | members.cannotMerge | members.mergeClash | members.mergeDues | members.mergeArchived | members.mergeHeld
 */
export async function mergeMembers(db: Writer, merging: Merging, before: { keep: object; drop: object }): Promise<number> {
  const moves = await planMerge(db, merging)
  refuseWhen(await whyCannotMerge(db, merging, moves))
  await handOver(db, merging.drop, merging.keep)
  for (const { reference, moved, dropped, replaced } of moves) {
    if (mergeRules[`${reference.table}.${reference.column}`] === 'posted') continue
    await remove(db, reference, [...replaced, ...dropped])
    for (const { id } of moved)
      await sql`update ${sql.table(reference.table)} set ${sql.ref(reference.column)} = ${merging.keep} where id = ${id}`.execute(db)
  }
  await members.removeBare(db, merging.drop)
  const facts = factsToTake(before.keep, before.drop, merging.take)
  if (Object.keys(facts).length > 0) await members.update(db, merging.keep, facts)
  return moves.reduce((sum, { moved }) => sum + moved.length, 0)
}
