import { z } from 'zod'
import { longCommand, query } from '../kit/procedure.ts'
import { Id, Instant } from '../kit/values.ts'

export const OperationRow = z.object({
  id: Id,
  at: Instant,
  actor: z.string(),
  command: z.string(),
  title: z.string(),
  /** 对象与数量，如“支部党员大会 47 人”。 */
  subject: z.string(),
  undoes: Id.nullable(),
  /** 已被撤销（且撤销未被重做）。 */
  undone: z.boolean(),
  changes: z.int(),
})
export type OperationRow = z.infer<typeof OperationRow>

/** 不数改了几处的一步。 */
const LatestRow = OperationRow.omit({ changes: true }).nullable()

/** 一处改动，用人的话：“党员 张三：手机号 由「空」改为「138…」”。 */
export const ChangeRow = z.object({
  table: z.string(),
  rowId: Id,
  what: z.string(),
  lines: z.array(z.object({ label: z.string(), before: z.string(), after: z.string() })),
})
export type ChangeRow = z.infer<typeof ChangeRow>

export const history = {
  list: query(
    z.strictObject({ before: Id.optional(), limit: z.int().min(1).max(500).default(100), text: z.string().max(100).default('') }),
    z.array(OperationRow),
  ),
  changes: query(
    z.strictObject({ operationId: Id, limit: z.int().min(1).max(1000).default(200) }),
    z.object({ rows: z.array(ChangeRow), more: z.int() }),
  ),
  /** 窗口底部那一行：最后一件事，能撤销哪件、能重做哪件。 */
  latest: query(z.strictObject({}), z.object({ last: LatestRow, undo: LatestRow, redo: LatestRow })),
  undo: longCommand('撤销', { operationId: Id }, z.object({ id: Id })),
  /** 重做：把一次撤销改回来。operationId 是那次撤销操作的编号。 */
  redo: longCommand('重做', { operationId: Id }, z.object({ id: Id })),
}
