import { z } from 'zod'
import { Saved } from '../files/contract.ts'
import { query, task } from '../kit/procedure.ts'
import { LedgerScope } from '../kit/scope.ts'
import { Id, Line, Year } from '../kit/values.ts'
import { KindCode } from '../meetings/contract.ts'
import { particularKinds } from '../particulars/words.ts'

/** 公示（无证件号、电话、住址）、内部（打码，默认）、上报（完整，须写用途并记日志）。 */
export const Grade = z.enum(['posted', 'internal', 'reported'])
export type Grade = z.infer<typeof Grade>

/** 做好的一份是什么文件。 */
const PaperFormat = z.enum(['xlsx', 'pdf', 'zip'])
export type PaperFormat = z.infer<typeof PaperFormat>

/** 签到表怎样排（templates.md §9）；这些选择随台账记住。 */
export const SignInOptions = z.object({
  columns: z.union([z.literal(1), z.literal(2)]).default(2),
  spareRows: z.int().min(3).max(20).default(4),
  /** 姓名后面一列写什么。 */
  about: z.enum(['unit', 'phone', 'place']).default('unit'),
  byGroup: z.boolean().default(false),
  /** 线上参加□。 */
  online: z.boolean().default(false),
  /** 补课登记栏。 */
  makeup: z.boolean().default(false),
  /** 每页至多几行。 */
  mostRows: z.int().min(10).max(20).default(20),
})
export type SignInOptions = z.infer<typeof SignInOptions>

/** 要做哪一份：一本台账，或一份与某次会议、某名党员相连的文书。 */
export const Wanted = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ledger'), ledger: z.string().max(60), scope: LedgerScope, format: z.enum(['xlsx', 'pdf']) }),
  /** 屏幕上看到的样子：选的列与次序、筛出来的行与排好的次序。 */
  z.strictObject({
    kind: z.literal('view'),
    ledger: z.string().max(60),
    scope: LedgerScope,
    columns: z.array(z.string().max(60)).min(1).max(200),
    keys: z.array(Id).max(50_000),
    /** 考勤的台账只看一类会议时；别的台账为空。 */
    meetingKind: KindCode.nullable().default(null),
    format: z.enum(['xlsx', 'pdf']),
  }),
  z.strictObject({
    kind: z.literal('signInSheet'),
    meetingId: Id,
    ...SignInOptions.shape,
    format: z.enum(['xlsx', 'pdf']).default('pdf'),
  }),
  /** 年度考勤表；meetingKind 只看一类会议，memberIds 只印这些人。 */
  z.strictObject({
    kind: z.literal('attendanceMatrix'),
    scope: LedgerScope,
    meetingKind: KindCode.nullable().default(null),
    memberIds: z.array(Id).max(50_000).nullable().default(null),
    format: z.enum(['xlsx', 'pdf']),
  }),
  z.strictObject({ kind: z.literal('minutes'), meetingId: Id, format: z.enum(['xlsx', 'pdf']).default('pdf') }),
  /** 一次会议的主题党日活动记录、党课记录、组织生活会记录；批评意见的原文只在上报级里。 */
  z.strictObject({
    kind: z.literal('activity'),
    meetingId: Id,
    of: z.enum(particularKinds),
    format: z.enum(['xlsx', 'pdf']).default('pdf'),
  }),
  /** 一件发展党员表决的支部党员大会决议。 */
  z.strictObject({ kind: z.literal('resolution'), meetingId: Id, voteId: Id }),
  /** 几次会议的记录或签到表合成一份 PDF，各自另起一页。 */
  z.strictObject({
    kind: z.literal('severalMeetings'),
    what: z.enum(['minutes', 'signInSheet']),
    meetingIds: z.array(Id).min(1).max(400),
    /** 签到表怎样排。 */
    signIn: SignInOptions.prefault({}),
  }),
  /** 几次会议的记录写进一个工作簿，第一张是带链接的目录。 */
  z.strictObject({
    kind: z.literal('meetingWorkbook'),
    meetingIds: z.array(Id).min(1).max(400),
    format: z.literal('xlsx').default('xlsx'),
  }),
  /** 这一年有内容的台账与活动记录打成一个压缩包，附一张目录；pdf 为真时每份另有一份 PDF。 */
  z.strictObject({
    kind: z.literal('pack'),
    scope: LedgerScope,
    pdf: z.boolean().default(false),
    format: z.literal('zip').default('zip'),
  }),
  /** 年度台账册：封面、目录、各本台账（照架子上的次序），后面可附这一年的活动记录、会议记录。 */
  z.strictObject({
    kind: z.literal('binder'),
    scope: LedgerScope,
    ledgers: z.array(z.string().max(60)).max(100),
    /** 填了专项的主题党日、党课、组织生活会各一份记录。 */
    activities: z.boolean().default(true),
    minutes: z.boolean().default(false),
    /** 会议记录连同签到表扫描件与照片。 */
    pictures: z.boolean().default(true),
  }),
  /** 一轮民主评议的测评票：一页印几张，背面印不印参考情形。 */
  z.strictObject({
    kind: z.literal('ballots'),
    roundId: Id,
    perPage: z.union([z.literal(1), z.literal(2)]).default(2),
    back: z.boolean().default(false),
  }),
  z.strictObject({ kind: z.literal('voucher'), voucherId: Id }),
  /** 季度经费情况报告，交监事会。 */
  z.strictObject({ kind: z.literal('quarterNote'), organizationId: Id, year: Year, quarter: z.int().min(1).max(4) }),
  z.strictObject({ kind: z.literal('memberCard'), memberId: Id }),
  z.strictObject({ kind: z.literal('memberCards'), organizationId: Id }),
  z.strictObject({
    kind: z.literal('duesReceipts'),
    organizationId: Id,
    year: Year,
    receiptIds: z.array(Id).min(1).max(5000),
    perPage: z.union([z.literal(1), z.literal(4)]).default(4),
  }),
  z.strictObject({ kind: z.literal('duesStatement'), memberId: Id, year: Year }),
  /** 全支部的一人一年明细，一人一页。 */
  z.strictObject({ kind: z.literal('duesStatements'), organizationId: Id, year: Year }),
])
export type Wanted = z.infer<typeof Wanted>

export const Made = z.object({
  /** 做好的文件的代号；save 用它，字节与预览的完全相同。 */
  made: z.string(),
  /** 取一次字节的票。 */
  ticket: z.string(),
  name: z.string(),
  format: PaperFormat,
  bytes: z.int(),
  /** 给人看的提示：以某字体代替、某字没有字形等。 */
  notes: z.array(z.string()),
})
export type Made = z.infer<typeof Made>

export const documents = {
  /** 台账与打印的架子：每本台账有多少行；only 为只问哪几本（数全部的，几千人时要一两秒），省略为全部。 */
  shelf: query(
    LedgerScope.extend({ only: z.array(z.string().max(60)).max(200).optional() }),
    z.array(z.object({ ledger: z.string(), title: z.string(), rows: z.int(), formats: z.array(z.enum(['xlsx', 'pdf'])) })),
  ),
  /** 制作一份文书；purpose 在上报级必填。 */
  make: task('制作文书', { wanted: Wanted, grade: Grade.default('internal'), purpose: Line.default('') }, Made),
  /** 会议记录的正文：纯文字（微信）与简单的网页文字（WPS、Word）。 */
  text: task('复制正文', { meetingId: Id }, z.object({ text: z.string(), html: z.string() })),
  /** 保存刚才预览的那一份。 */
  save: task('保存文书', { made: z.string() }, Saved),
  /** 交给系统的阅读器打印（浏览器里是另开一页）。 */
  print: task('打印文书', { made: z.string() }, Saved),
  /** 提前把制作文书的工人叫醒。 */
  prewarm: task('准备', {}, z.object({})),
}
