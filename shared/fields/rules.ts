import type { Refusal } from '../kit/refusal.ts'
import { columnsOf, type Ledger } from '../ledger/define.ts'
import { refusal } from '../refusals.ts'
import { fieldColumn } from './columns.ts'
import type { CustomField, FieldDraft } from './contract.ts'

/** 名称不能与名册原有的列、别的自设字段同名；单选至少两个不同的说法。 */
export const whyCannotDescribe = (
  draft: Pick<FieldDraft, 'name' | 'kind' | 'options'>,
  others: readonly Pick<CustomField, 'name'>[],
  ledger: Ledger,
): Refusal | undefined => {
  const taken = columnsOf(ledger).some(({ column }) => column.label === draft.name) || others.some(({ name }) => name === draft.name)
  if (taken) return refusal('fields.nameTaken', { name: draft.name })
  const { kind, options } = draft
  if (kind === 'choice' && (options.length < 2 || new Set(options).size < options.length)) return refusal('fields.needsOptions')
  return undefined
}

/** 一个值填不填得进去；空值总可以。 */
export const whyCannotHold = (
  field: Pick<CustomField, 'id' | 'name' | 'kind' | 'options' | 'privacy'>,
  value: string | null,
): Refusal | undefined => {
  const reading = value === null ? undefined : fieldColumn(field).read(value)
  return reading && 'problem' in reading ? refusal('fields.badValue', { name: field.name, problem: reading.problem }) : undefined
}
