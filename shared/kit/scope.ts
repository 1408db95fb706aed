import { z } from 'zod'
import { Id, Year } from './values.ts'

/** 每本台账都按“哪个组织、哪一年”取数。 */
export const LedgerScope = z.strictObject({ organizationId: Id, year: Year })
export type LedgerScope = z.infer<typeof LedgerScope>
