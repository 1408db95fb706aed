import type { Unmatched } from '../../shared/finances/contract.ts'
import type { Reader, Writer } from '../core/services.ts'
import { newUid } from '../core/uid.ts'

/** 一个账户上的各笔，连同凭证。 */
const moves = (db: Reader, accountId: number, until: string) =>
  db
    .selectFrom('posting')
    .innerJoin('voucher', 'voucher.id', 'posting.voucherId')
    .select([
      'posting.id as postingId',
      'posting.voucherId',
      'voucher.number',
      'posting.day',
      'voucher.summary',
      'posting.amount',
      'voucher.kind',
    ])
    .where('posting.accountId', '=', accountId)
    .where('posting.day', '<=', until)
    .orderBy('posting.day', 'desc')
    .orderBy('posting.id', 'desc')

export const movesOn = (db: Reader, accountId: number, until: string) => moves(db, accountId, until).execute()

/**
 * 账上有、对账单还没有勾对的各笔；期初不算。给了 shownBy，那天之后的对账单上才有的也算没有。
 * @param until 看到哪天的账
 */
export const unmatched = async (db: Reader, accountId: number, until: string, shownBy = '9999-12-31'): Promise<Unmatched[]> =>
  (
    await moves(db, accountId, until)
      .where('voucher.kind', '<>', 'opening')
      .where((eb) => {
        const line = eb.selectFrom('bankLine').select('bankLine.id').whereRef('bankLine.postingId', '=', 'posting.id')
        return eb.not(eb.exists(line.where('bankLine.day', '<=', shownBy)))
      })
      .execute()
  ).map(({ kind: _, ...row }) => row)

/** 到 until 为止的对账单各行；勾对的那笔账记在之后的，那天还没有对上。 */
export const lines = (db: Reader, accountId: number, until: string) =>
  db
    .selectFrom('bankLine')
    .leftJoin('posting', (join) => join.onRef('posting.id', '=', 'bankLine.postingId').on('posting.day', '<=', until))
    .leftJoin('voucher', 'voucher.id', 'posting.voucherId')
    .select(['bankLine.id', 'bankLine.day', 'bankLine.amount', 'bankLine.summary', 'posting.voucherId', 'voucher.number'])
    .where('bankLine.accountId', '=', accountId)
    .where('bankLine.day', '<=', until)
    .orderBy('bankLine.day')
    .orderBy('bankLine.id')
    .execute()

export const findLine = (db: Reader, id: number) => db.selectFrom('bankLine').selectAll().where('id', '=', id).executeTakeFirst()
export const findPosting = (db: Reader, id: number) => db.selectFrom('posting').selectAll().where('id', '=', id).executeTakeFirst()
export const lineMatching = (db: Reader, postingId: number) =>
  db.selectFrom('bankLine').select('id').where('postingId', '=', postingId).executeTakeFirst()

export const insertLine = async (db: Writer, line: { accountId: number; day: string; amount: number; summary: string }): Promise<number> =>
  (
    await db
      .insertInto('bankLine')
      .values({ uid: newUid(), postingId: null, ...line })
      .returning('id')
      .executeTakeFirstOrThrow()
  ).id

export const match = (db: Writer, id: number, postingId: number | null) =>
  db.updateTable('bankLine').set({ postingId }).where('id', '=', id).execute()

export const removeLine = (db: Writer, id: number) => db.deleteFrom('bankLine').where('id', '=', id).execute()
