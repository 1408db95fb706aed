import { useMemo } from 'react'
import { customKey, fieldColumn, withCustomFields } from '../../shared/fields/columns.ts'
import type { CustomField, FieldValue } from '../../shared/fields/contract.ts'
import type { Ledger } from '../../shared/ledger/define.ts'
import type { MemberRow } from '../../shared/members/contract.ts'
import { membersLedger } from '../../shared/members/ledger.ts'
import { app } from '../app.ts'
import { useAsk } from '../kit/ask.ts'

const none: readonly CustomField[] = []

export const useFields = (): readonly CustomField[] => useAsk(app.fields.list, {}).data ?? none

/** 党员信息台账，接好自设字段。 */
export function useMembersLedger(): Ledger {
  const fields = useFields()
  return useMemo(() => withCustomFields(membersLedger, fields), [fields])
}

/** 表单里各项自设字段的文字：编号 → 值。 */
export type CustomForm = Record<string, string | null>

export const customFormOf = (row: MemberRow | undefined, fields: readonly CustomField[]): CustomForm =>
  Object.fromEntries(
    fields.map(({ id }) => {
      const cell = row?.[customKey(id)] ?? null
      return [id, cell === null ? null : String(cell)]
    }),
  )

/** 存之前要改的一句话；没有为空。 */
export const customProblems = (form: CustomForm, fields: readonly CustomField[]): Record<string, string> =>
  Object.fromEntries(
    fields.flatMap((field) => {
      const value = form[field.id] ?? null
      const reading = value === null ? undefined : fieldColumn(field).read(value)
      return reading && 'problem' in reading ? [[field.id, `${reading.problem}。`]] : []
    }),
  )

/** 与打开时不同的几项。 */
export const customChanges = (before: CustomForm, after: CustomForm): FieldValue[] =>
  Object.entries(after).flatMap(([id, value]) =>
    (before[id] ?? null) === value ? [] : [{ fieldId: Number(id), value: value?.trim() ? value.trim() : null }],
  )
