import { cellOfText, customKey } from '../../shared/fields/columns.ts'
import type { CustomCells, CustomField, FieldDraft } from '../../shared/fields/contract.ts'
import type { Reader, Writer } from '../core/services.ts'
import { newUid } from '../core/uid.ts'

/** 一句查询里列得下的编号。 */
const MANY = 500

const linesOf = (text: string) => (text === '' ? [] : text.split('\n'))

/** 全部自设字段，按次序。 */
export const described = async (db: Reader): Promise<Omit<CustomField, 'holders'>[]> => {
  const rows = await db
    .selectFrom('customField')
    .select(['id', 'name', 'kind', 'options', 'privacy'])
    .orderBy('ordinal')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, options: linesOf(row.options) }))
}

/** 全部自设字段，按次序，附填了的人数。 */
export async function list(db: Reader): Promise<CustomField[]> {
  const counted = await db
    .selectFrom('customValue')
    .select(['fieldId', (eb) => eb.fn.countAll<number>().as('n')])
    .groupBy('fieldId')
    .execute()
  const holders = new Map(counted.map(({ fieldId, n }) => [fieldId, Number(n)]))
  return (await described(db)).map((field) => ({ ...field, holders: holders.get(field.id) ?? 0 }))
}

/** 每名党员（或一名）填了的各项，照名册行上的样子。 */
export async function cellsOf(db: Reader, memberId?: number): Promise<Map<number, CustomCells>> {
  const all = db
    .selectFrom('customValue as v')
    .innerJoin('customField as f', 'f.id', 'v.fieldId')
    .select(['v.memberId', 'v.fieldId', 'v.value', 'f.kind'])
  const rows = await (memberId === undefined ? all : all.where('v.memberId', '=', memberId)).execute()
  const cells = new Map<number, Record<string, string | number | null>>()
  for (const row of rows) {
    const own = cells.get(row.memberId) ?? {}
    own[customKey(row.fieldId)] = cellOfText(row.kind, row.value)
    cells.set(row.memberId, own)
  }
  return cells as Map<number, CustomCells>
}

export const insert = async (db: Writer, { options, ...draft }: FieldDraft, ordinal: number): Promise<number> =>
  (
    await db
      .insertInto('customField')
      .values({ uid: newUid(), ...draft, options: options.join('\n'), ordinal })
      .returning('id')
      .executeTakeFirstOrThrow()
  ).id

export const update = (db: Writer, id: number, { options, ...changes }: Omit<FieldDraft, 'kind'>) =>
  db
    .updateTable('customField')
    .set({ ...changes, options: options.join('\n') })
    .where('id', '=', id)
    .execute()

export const place = (db: Writer, id: number, ordinal: number) =>
  db.updateTable('customField').set({ ordinal }).where('id', '=', id).execute()

export const remove = async (db: Writer, id: number): Promise<void> => {
  await db.deleteFrom('customValue').where('fieldId', '=', id).execute()
  await db.deleteFrom('customField').where('id', '=', id).execute()
}

/** 选着某个说法的人数。 */
export const countHolding = async (db: Reader, fieldId: number, value: string): Promise<number> => {
  const row = await db
    .selectFrom('customValue')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('fieldId', '=', fieldId)
    .where('value', '=', value)
    .executeTakeFirst()
  return Number(row?.n ?? 0)
}

/** 这些人这一项现在的值；人多时全取。 */
export const valuesOf = (db: Reader, fieldId: number, memberIds: readonly number[]) => {
  const all = db.selectFrom('customValue').select(['memberId', 'value']).where('fieldId', '=', fieldId)
  return (memberIds.length > MANY ? all : all.where('memberId', 'in', memberIds)).execute()
}

export const setValue = async (db: Writer, given: { fieldId: number; memberId: number; value: string | null }): Promise<void> => {
  const { fieldId, memberId, value } = given
  const here = db.deleteFrom('customValue').where('fieldId', '=', fieldId).where('memberId', '=', memberId)
  if (value === null) return void (await here.execute())
  const changed = await db
    .updateTable('customValue')
    .set({ value })
    .where('fieldId', '=', fieldId)
    .where('memberId', '=', memberId)
    .executeTakeFirst()
  if (changed.numUpdatedRows === 0n) await db.insertInto('customValue').values({ uid: newUid(), fieldId, memberId, value }).execute()
}

export const clear = (db: Writer, memberId: number) => db.deleteFrom('customValue').where('memberId', '=', memberId).execute()
