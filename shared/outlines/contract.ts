import { z } from 'zod'
import { command, query } from '../kit/procedure.ts'
import { Id, Line } from '../kit/values.ts'
import { KindCode } from '../meetings/contract.ts'

/** 一类会议的提纲：议程的起笔，一行一项。 */
export const Outline = z.object({
  kind: KindCode,
  items: z.array(z.string()),
  /** 本支部存过的；否则是规则包自带的。 */
  own: z.boolean(),
})
export type Outline = z.infer<typeof Outline>

const OfKind = z.strictObject({ organizationId: Id, kind: KindCode })

export const outlines = {
  /** 这几类会议在这个组织的提纲，次序照给的；自带的、自己存的都没有的不在内。 */
  listByKinds: query(z.strictObject({ organizationId: Id, kinds: z.array(KindCode).max(8) }), z.array(Outline)),
  keep: command('存为本类提纲', OfKind.extend({ items: z.array(Line.min(1)).min(1).max(50) }), z.object({ kind: KindCode })),
  restore: command('恢复自带提纲', OfKind, z.object({ kind: KindCode })),
}
