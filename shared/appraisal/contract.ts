import { z } from 'zod'
import { command, query } from '../kit/procedure.ts'
import { LedgerScope } from '../kit/scope.ts'
import { Day, Id, Line, Name, Prose, Year } from '../kit/values.ts'

/** 优秀、合格、基本合格、不合格。 */
export const AppraisalGrade = z.enum(['excellent', 'qualified', 'basicallyQualified', 'unqualified'])
export type AppraisalGrade = z.infer<typeof AppraisalGrade>

/** 优秀比例的分母：参加评议的党员，或全体党员。 */
export const ShareBasis = z.enum(['participants', 'everyone'])
export type ShareBasis = z.infer<typeof ShareBasis>

const votes = z.int().min(0).max(100_000)

/** 一个人得的票，只有合计，从不记谁投的。 */
export const Votes = z.strictObject({ excellent: votes, qualified: votes, basicallyQualified: votes, unqualified: votes, abstained: votes })
export type Votes = z.infer<typeof Votes>

/** 一轮的测评票：发出、收回、其中作废。有效票 = 收回 − 作废。 */
export const Ballots = z.strictObject({ issued: votes, returned: votes, spoiled: votes })
export type Ballots = z.infer<typeof Ballots>

export const Entry = z.object({
  memberId: Id,
  name: z.string(),
  /** 一轮里有同名的，用来分辨：'1985年生'；没有同名的为空。 */
  aside: z.string(),
  organizationName: z.string(),
  /** 预备党员参加评议、不评定等次。 */
  graded: z.boolean(),
  selfGrade: AppraisalGrade.nullable(),
  votes: Votes.nullable(),
  /** 支部评定的等次，由人选定。 */
  grade: AppraisalGrade.nullable(),
  opinion: z.string(),
  note: z.string(),
})
export type Entry = z.infer<typeof Entry>

export const Round = z.object({
  id: Id,
  organizationId: Id,
  organizationName: z.string(),
  year: Year,
  day: Day,
  basis: ShareBasis,
  /** 在哪次会上开的；没有写明为空。 */
  meetingId: Id.nullable(),
  meetingTopic: z.string(),
  /** 办结的日子；办结之后封着。 */
  finishedOn: Day.nullable(),
  ballots: Ballots.nullable(),
  participants: z.int(),
  /** 其中要评定等次的。 */
  graded: z.int(),
  /** 那天党籍正常的全体党员。 */
  everyone: z.int(),
  excellent: z.int(),
  /** 优秀最多几名。 */
  excellentMost: z.int(),
  /** 还没定等次的、还没录票数的，各几人。 */
  ungraded: z.int(),
  untallied: z.int(),
})
export type Round = z.infer<typeof Round>

/** 一个人在一轮办结的评议里的结果。 */
export const AppraisalOfMember = z.object({
  roundId: Id,
  year: Year,
  day: Day,
  organizationName: z.string(),
  /** 评定的等次；预备党员参评不定等次，为空。 */
  grade: AppraisalGrade.nullable(),
})
export type AppraisalOfMember = z.infer<typeof AppraisalOfMember>

/** 汇总表的一行：票数摊平，附有效票与优秀得票率。 */
export const SummaryRow = z.object({
  organizationName: z.string(),
  name: z.string(),
  selfGrade: AppraisalGrade.nullable(),
  excellent: z.int().nullable(),
  qualified: z.int().nullable(),
  basicallyQualified: z.int().nullable(),
  unqualified: z.int().nullable(),
  abstained: z.int().nullable(),
  valid: z.int().nullable(),
  /** 优秀得票率，百分数，一位小数。 */
  excellentRate: z.number().nullable(),
  /** 支部评定等次；预备党员为“参评不定等次”，还没定的为空。 */
  result: z.string(),
  opinion: z.string(),
  /** 本人签字：空着，印出来签。 */
  signature: z.string(),
  note: z.string(),
})
export type SummaryRow = z.infer<typeof SummaryRow>

const one = z.object({ id: Id })

/** 哪天、在哪次会上、谁参加。 */
const course = { day: Day, meetingId: Id.nullable().default(null), memberIds: z.array(Id).min(1).max(5000) }

export const appraisal = {
  rounds: query(LedgerScope, z.array(Round)),
  page: query(z.strictObject({ id: Id }), z.object({ round: Round, entries: z.array(Entry) })),
  /** 一个人历次办结的民主评议，按日期；没有办结的还不算结果。 */
  ofMember: query(z.strictObject({ memberId: Id }), z.array(AppraisalOfMember)),
  summary: query(LedgerScope, z.array(SummaryRow)),
  /** 几月起提醒、优秀比例、测评票背面的参考情形、两种等次之后怎么办，来自规则包。 */
  standards: query(
    z.strictObject({}),
    z.object({
      remindMonth: z.int(),
      remindArticle: z.string(),
      excellentOneIn: z.int(),
      article: z.string(),
      situations: z.array(z.string()),
      situationsArticle: z.string(),
      basicallyQualified: z.string(),
      unqualified: z.string(),
    }),
  ),
  start: command('开展民主评议', z.strictObject({ organizationId: Id, year: Year, ...course }), one),
  /** 去掉的人，连同他的票数与等次一起去掉；新添的人，票数与等次还空着。 */
  amend: command('修改民主评议', z.strictObject({ id: Id, ...course }), one),
  chooseBasis: command('选定优秀比例口径', z.strictObject({ id: Id, basis: ShareBasis }), one),
  rateSelf: command(
    '登记自评',
    z.strictObject({
      id: Id,
      ratings: z
        .array(z.strictObject({ memberId: Id, grade: AppraisalGrade.nullable() }))
        .min(1)
        .max(5000),
    }),
    one,
  ),
  tally: command(
    '录入测评票数',
    z.strictObject({
      id: Id,
      ballots: Ballots,
      tallies: z
        .array(z.strictObject({ memberId: Id, votes: Votes }))
        .min(1)
        .max(5000),
    }),
    one,
  ),
  decide: command(
    '评定等次',
    z.strictObject({
      id: Id,
      decisions: z
        .array(z.strictObject({ memberId: Id, grade: AppraisalGrade.nullable(), opinion: Prose.default(''), note: Line.default('') }))
        .min(1)
        .max(5000),
    }),
    one,
  ),
  finish: command('办结民主评议', z.strictObject({ id: Id, day: Day }), one),
  reopen: command('取消办结民主评议', z.strictObject({ id: Id, reason: Name }), one),
  remove: command('删除民主评议', z.strictObject({ id: Id, reason: Name }), one),
}
