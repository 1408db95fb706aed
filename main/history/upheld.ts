import type { Reader } from '../core/services.ts'
import { exemptYetPaid } from '../dues/upheld.ts'
import { optionsMissing } from '../fields/upheld.ts'
import { closedOutOfOrder, closedWithMoney } from '../finances/upheld.ts'
import { dissolvedInUse } from '../organizations/upheld.ts'

/** 命令自己守、触发器不守的一条规矩：与哪些表有关，现在破了几处（一处一句）。 */
interface Rule {
  tables: readonly string[]
  broken(db: Reader, today: string): Promise<string[]>
}

const rules: readonly Rule[] = [
  { tables: ['organization', 'member', 'member_branch', 'member_group', 'member_standing'], broken: dissolvedInUse },
  { tables: ['custom_field', 'custom_value'], broken: optionsMissing },
  { tables: ['due', 'dues_payment_line'], broken: exemptYetPaid },
  { tables: ['account', 'posting'], broken: closedWithMoney },
  { tables: ['account', 'period_close'], broken: closedOutOfOrder },
]

/** 动了这些表，有关的规矩现在破了哪几处。 */
export async function brokenRules(db: Reader, today: string, tables: ReadonlySet<string>): Promise<string[]> {
  const said: string[] = []
  for (const rule of rules) if (rule.tables.some((table) => tables.has(table))) said.push(...(await rule.broken(db, today)))
  return said
}
