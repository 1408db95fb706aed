import { type Column, text } from '../ledger/columns.ts'
import type { Ledger } from '../ledger/define.ts'
import type { Adjustments } from './contract.ts'

const PREFIX = 'new-'

/** 人要把一列记成新的自设字段：对应到的键里就是它的名称。例：newFieldKey('血型') → 'new-血型' */
export const newFieldKey = (name: string): string => PREFIX + name

/** 键 → 要新增的字段名；不是的为 undefined。例：newFieldOf('new-血型') → '血型'；newFieldOf('mobile') → undefined */
export const newFieldOf = (field: string): string | undefined => (field.startsWith(PREFIX) ? field.slice(PREFIX.length) : undefined)

/** 这些改动里要新增的字段，不重复。 */
export const newFieldsIn = (adjustments: readonly Adjustments[]): string[] => [
  ...new Set(adjustments.flatMap(({ fields }) => Object.values(fields).flatMap((field) => (field && newFieldOf(field)) || []))),
]

/** 接上要新增的字段：都先当文字，导入时才真的添到名册上。不接自设字段的台账原样。 */
export const withNewFields = (ledger: Ledger, names: readonly string[]): Ledger =>
  ledger.takesCustomFields && names.length > 0
    ? {
        ...ledger,
        columns: { ...ledger.columns, ...Object.fromEntries(names.map((name) => [newFieldKey(name), text(name) as Column<never>])) },
      }
    : ledger
