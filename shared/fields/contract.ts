import { z } from 'zod'
import { command, query } from '../kit/procedure.ts'
import { Id, Name } from '../kit/values.ts'

/** 一项自设字段填什么：文字、数字、日期（可只到年月）、是否、单选。 */
export const FieldKind = z.enum(['text', 'number', 'day', 'yesNo', 'choice'])
export type FieldKind = z.infer<typeof FieldKind>

/** 公开，或个人信息（公示、内部两级里整列不出现）。 */
export const FieldPrivacy = z.enum(['open', 'private'])
export type FieldPrivacy = z.infer<typeof FieldPrivacy>

const Options = z.array(Name).max(60)

export const FieldDraft = z.strictObject({
  name: Name.max(20),
  kind: FieldKind,
  /** 单选的几个说法，按次序；别的种类为空。 */
  options: Options.default([]),
  privacy: FieldPrivacy.default('open'),
})
export type FieldDraft = z.infer<typeof FieldDraft>

/** 支部给名册自己添的一项。 */
export const CustomField = z.object({
  id: Id,
  name: z.string(),
  kind: FieldKind,
  options: z.array(z.string()),
  privacy: FieldPrivacy,
  /** 填了它的有几人。 */
  holders: z.int(),
})
export type CustomField = z.infer<typeof CustomField>

/** 一人一项的值：规范的文字（数字写数字，日期 YYYY-MM-DD 或 YYYY-MM，是否写“是”“否”）；空为清掉。 */
export const FieldValue = z.strictObject({ fieldId: Id, value: z.string().max(2000).nullable() })
export type FieldValue = z.infer<typeof FieldValue>

export const MemberValue = FieldValue.extend({ memberId: Id })
export type MemberValue = z.infer<typeof MemberValue>

export const fields = {
  /** 这本台账的自设字段，按排好的次序。 */
  list: query(z.strictObject({}), z.array(CustomField)),
  add: command('新增字段', FieldDraft, z.object({ id: Id })),
  /** 种类定了就不改；有人选着的说法不能去掉。 */
  amend: command(
    '修改字段',
    z.strictObject({ id: Id, name: Name.max(20), options: Options.default([]), privacy: FieldPrivacy }),
    z.object({ id: Id }),
  ),
  arrange: command('排列字段', z.strictObject({ ids: z.array(Id).min(1).max(200) }), z.object({ count: z.int() })),
  /** holders 是人看到并同意清掉的人数；与实际不符就拒绝。 */
  remove: command('删除字段', z.strictObject({ id: Id, holders: z.int().min(0).default(0) }), z.object({ id: Id })),
  fill: command('填写字段', z.strictObject({ values: z.array(MemberValue).min(1).max(50_000) }), z.object({ changed: z.int() })),
}

/** 一格的值：数字列是数，其余是文字；没有填为空。 */
export type CustomCell = string | number | null
/** 名册的行上，各项自设字段在 custom-编号 里。 */
export type CustomCells = { readonly [field: `custom-${number}`]: CustomCell }
