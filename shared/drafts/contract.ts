import { z } from 'zod'
import { query, task } from '../kit/procedure.ts'
import { Instant } from '../kit/values.ts'

/** 表单的名字，如 meetings.minutes/12。 */
const DraftKey = z.string().min(1).max(120)

export const drafts = {
  find: query(z.strictObject({ key: DraftKey }), z.object({ at: Instant, content: z.json() }).nullable()),
  /** 半填的表单随打随存；不进操作记录。 */
  keep: task('保存草稿', { key: DraftKey, content: z.json() }, z.object({ at: Instant })),
  discard: task('丢弃草稿', { key: DraftKey }, z.object({})),
}
