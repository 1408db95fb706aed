import { fieldColumn } from '../../shared/fields/columns.ts'
import type { CustomField, FieldDraft, MemberValue } from '../../shared/fields/contract.ts'
import { whyCannotDescribe, whyCannotHold } from '../../shared/fields/rules.ts'
import { membersLedger } from '../../shared/members/ledger.ts'
import { refuse, refuseWhen } from '../core/refuse.ts'
import type { Writer } from '../core/services.ts'
import * as fields from './repository.ts'

/**
 * 新增一项自设字段，排在最后；界面与导入都走这里。
 * @throws Refused fields.nameTaken | fields.needsOptions
 */
export async function addField(db: Writer, draft: FieldDraft): Promise<number> {
  const others = await fields.described(db)
  refuseWhen(whyCannotDescribe(draft, others, membersLedger))
  const options = draft.kind === 'choice' ? draft.options : []
  return fields.insert(db, { ...draft, options }, others.length + 1)
}

/** 存着的写法：照列读一遍，日期、数字、说法都成规范的样子。 */
const canonical = (field: Omit<CustomField, 'holders'>, value: string | null): string | null => {
  const reading = value === null ? { value: null } : fieldColumn(field).read(value)
  return 'value' in reading && reading.value !== null ? String(reading.value) : null
}

/**
 * 填写任意多人、任意多项；与原来相同的不写。给出真正改了几处。
 * @throws Refused fields.notFound | fields.badValue
 */
export async function fillFields(db: Writer, values: readonly MemberValue[]): Promise<number> {
  if (values.length === 0) return 0
  const known = new Map((await fields.described(db)).map((field) => [field.id, field]))
  let changed = 0
  for (const [fieldId, rows] of Map.groupBy(values, (row) => row.fieldId)) {
    const field = known.get(fieldId) ?? refuse('fields.notFound')
    const standing = await fields.valuesOf(
      db,
      fieldId,
      rows.map(({ memberId }) => memberId),
    )
    const before = new Map(standing.map((row) => [row.memberId, row.value]))
    for (const { memberId, value } of rows) {
      refuseWhen(whyCannotHold(field, value))
      const next = canonical(field, value)
      if ((before.get(memberId) ?? null) === next) continue
      await fields.setValue(db, { fieldId, memberId, value: next })
      changed += 1
    }
  }
  return changed
}

/** 一名党员填的各项都清掉（删除误录时）。 */
export const clearFields = async (db: Writer, memberId: number): Promise<void> => {
  await fields.clear(db, memberId)
}
