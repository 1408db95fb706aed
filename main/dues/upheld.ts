import { sql } from 'kysely'
import type { Reader } from '../core/services.ts'

/** 登记了免交、又收了党费的，一格一句（“登记免交”“收缴党费”时都不许的）。 */
export async function exemptYetPaid(db: Reader): Promise<string[]> {
  const rows = await db
    .selectFrom('due')
    .innerJoin('member', 'member.id', 'due.memberId')
    .innerJoin('duesPaymentLine as line', (join) =>
      join.onRef('line.memberId', '=', 'due.memberId').onRef('line.month', '=', 'due.month').on('line.kind', '=', 'due'),
    )
    .select(['member.name', 'due.month'])
    .where('due.exempt', '=', 1)
    .groupBy('due.id')
    .having(sql<boolean>`sum(line.amount) <> 0`)
    .execute()
  return rows.map(({ name, month }) => `“${name}”${month} 后来交了党费，改回去又成了免交`)
}
