import { z } from 'zod'
import { task } from '../kit/procedure.ts'
import { Instant, Line, Name } from '../kit/values.ts'
import { OrganizationKind } from '../organizations/contract.ts'

/** 操作人：姓名与职务。例：{ name: '李明', post: '支部书记' } */
export const Actor = z.strictObject({ name: Name.max(40), post: Line.max(40).default('') })
export type Actor = z.infer<typeof Actor>

export const OpenLedger = z.object({
  /** 文件名（不含 .taizhang）。 */
  title: z.string(),
  path: z.string(),
  actor: Actor.nullable(),
  /** 演示台账：各页加“演示”水印。 */
  demo: z.boolean(),
})
export type OpenLedger = z.infer<typeof OpenLedger>

export const LedgerFile = z.object({ title: z.string(), path: z.string(), modifiedAt: Instant, bytes: z.int() })
export type LedgerFile = z.infer<typeof LedgerFile>

/** 选文件的结果：取消；选好了（字节已在手）；或者请用这张票上传。 */
export const Chosen = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('cancelled') }),
  z.object({ kind: z.literal('chosen'), file: z.string(), name: z.string(), bytes: z.int() }),
  z.object({ kind: z.literal('upload'), ticket: z.string() }),
])
export type Chosen = z.infer<typeof Chosen>

/** 存文件的结果：取消；已存到 path；或者请用这张票下载。 */
export const Saved = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('cancelled') }),
  z.object({ kind: z.literal('saved'), path: z.string() }),
  z.object({ kind: z.literal('download'), ticket: z.string(), name: z.string() }),
])
export type Saved = z.infer<typeof Saved>

export const files = {
  /** 台账文件夹与其中的台账。 */
  shelf: task('查看台账文件夹', {}, z.object({ folder: z.string(), ledgers: z.array(LedgerFile), nativeDialogs: z.boolean() })),
  /** 现在打开的台账；没有打开为空。 */
  current: task('查看当前台账', {}, OpenLedger.nullable()),
  /** 新建并打开。folder 省略时放进台账文件夹。 */
  create: task(
    '新建台账',
    { name: Name.max(80), kind: OrganizationKind.default('branch'), actor: Actor, path: z.string().max(4000).optional() },
    OpenLedger,
  ),
  /** 新建演示台账并打开。 */
  createDemo: task('打开演示台账', { path: z.string().max(4000).optional() }, OpenLedger),
  open: task('打开台账', { path: z.string().min(1).max(4000) }, OpenLedger),
  /** 用系统对话框挑一个台账文件打开（只有桌面版有）。取消为空。 */
  pick: task('选择台账', {}, OpenLedger.nullable()),
  close: task('关闭台账', {}, z.object({})),
  actAs: task('切换操作人', { actor: Actor }, z.object({})),
  actors: task('操作人名单', {}, z.array(Actor)),
  /** 完整性检查：findings 是要修的，notes 只是告知。 */
  check: task('检查台账', {}, z.object({ ok: z.boolean(), findings: z.array(z.string()), notes: z.array(z.string()) })),
  /** 挑一个外来文件读进内存（≤ 64 MB）。file 是此后引用它的代号。 */
  choose: task('选择文件', { accept: z.array(z.string()).max(12) }, Chosen),
  /** 拖进窗口的文件：不开对话框，直接领一张上传的票。 */
  expect: task('准备接收文件', {}, z.object({ ticket: z.string() })),
  /** 上传完成后凭票领取代号。 */
  received: task('接收文件', { ticket: z.string(), name: Line.min(1) }, z.object({ file: z.string(), name: z.string(), bytes: z.int() })),
}
