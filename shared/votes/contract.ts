import { z } from 'zod'
import { command, query } from '../kit/procedure.ts'
import { LedgerScope } from '../kit/scope.ts'
import { Day, Id, Line, Name } from '../kit/values.ts'

/** 表决的事项种类；各自的到会线、通过线、方式在规则包 voting 里。 */
export const MatterKind = z.enum(['general', 'admission', 'conversion', 'extension', 'disqualification', 'committee', 'election'])
export type MatterKind = z.infer<typeof MatterKind>

/** A 见原文，B 二手摘录，C 待核，D 软件的约定。 */
const cited = { article: z.string().min(1), confidence: z.enum(['A', 'B', 'C', 'D']) }

export const Matter = z.strictObject({
  code: MatterKind,
  name: z.string().min(1),
  /** 谁表决：全体党员或支部委员。 */
  audience: z.enum(['members', 'committee']),
  /** 一名一名地讨论、表决。 */
  oneByOne: z.boolean(),
  /** 到会不够时不得表决，不是提醒。 */
  hardStop: z.boolean(),
  /** 到会线：实到达到应到的几分之几；恰好在线上：yes 够、no 不够、ask 由书记定。 */
  quorum: z.strictObject({
    numerator: z.int().positive(),
    denominator: z.int().positive(),
    exactly: z.enum(['yes', 'no', 'ask']),
    ...cited,
  }),
  /** 通过线：赞成超过应到（eligible）或实到（present）的半数。 */
  line: z.strictObject({ of: z.enum(['eligible', 'present']), ...cited }),
  ballot: z.strictObject({ value: z.enum(['secret', 'free']), ...cited }),
  /** 会前正式书面提出的意见计入票数。 */
  written: z.strictObject({ value: z.boolean(), ...cited }),
})
export type Matter = z.infer<typeof Matter>

export const VotingParameters = z.strictObject({
  matters: z.array(Matter).length(MatterKind.options.length),
  exactlyHalf: z.strictObject({ value: z.array(z.string()).min(1), ...cited }),
  exactlyHalfProbationary: z.strictObject({ value: z.string(), ...cited }),
  /** 委员候选人比应选人数多百分之几。 */
  differencePercent: z.strictObject({ value: z.int().positive(), ...cited }),
  returned: z.strictObject({ value: z.literal('notMore'), ...cited }),
  reducedSeats: z.strictObject({ value: z.boolean(), ...cited }),
})
export const VotingRules = VotingParameters.extend({
  /** 规则包的代号与生效日期，表决记录上留着。例：'voting 2026-05-11' */
  pack: z.string(),
  title: z.string(),
  sources: z.array(z.string()),
})
export type VotingRules = z.infer<typeof VotingRules>

const count = z.int().min(0).max(100_000)

/** 选票：发出、收回、无效。无记名投票时填。 */
export const Ballots = z.strictObject({ issued: count, returned: count, invalid: count.default(0) })
export type Ballots = z.infer<typeof Ballots>

export const Candidate = z.strictObject({ name: Name.max(40), inFavour: count, against: count.default(0), abstained: count.default(0) })
export type Candidate = z.infer<typeof Candidate>

/** 书面意见；beforehand 为真才是会前正式书面提出的，才计入。 */
export const Written = z.strictObject({
  inFavour: count.default(0),
  against: count.default(0),
  abstained: count.default(0),
  beforehand: z.boolean().default(false),
})
export type Written = z.infer<typeof Written>

/** 一次表决的数字；选举的票在 candidates 里，其余的在 inFavour、against、abstained 里。 */
export const Tally = z.strictObject({
  kind: MatterKind,
  /** 应到会有表决权（选举权）的人数 E、实到会的 P。 */
  eligible: count,
  present: count,
  inFavour: count.default(0),
  against: count.default(0),
  abstained: count.default(0),
  written: Written.default({ inFavour: 0, against: 0, abstained: 0, beforehand: false }),
  secret: z.boolean().default(false),
  ballots: Ballots.nullable().default(null),
  /** 实到恰为应到的半数时书记的决定：算不算达到“半数以上”；没有这回事或还没定为空。 */
  halfCounts: z.boolean().nullable().default(null),
  /** 选举：应选几名、候选人、选的是委员还是书记副书记（等额）。 */
  seats: z.int().min(0).max(50).default(0),
  office: z.enum(['members', 'secretary']).default('members'),
  candidates: z.array(Candidate).max(60).default([]),
})
export type Tally = z.infer<typeof Tally>

export const VoteDraft = z.strictObject({
  meetingId: Id,
  /** 事项，如“讨论接收张某某同志为中共预备党员”。 */
  matter: Name,
  /** 接收、转正、延长、取消资格的是哪一名。 */
  person: Line.max(40).default(''),
  tally: Tally,
  /** 应到、实到与会议登记的不同时，写明为什么。 */
  adjusted: Line.default(''),
})
export type VoteDraft = z.infer<typeof VoteDraft>

export const Outcome = z.enum(['passed', 'rejected', 'exactlyHalf', 'noQuorum', 'invalid', 'elected', 'moreRounds'])
export type Outcome = z.infer<typeof Outcome>

export const CandidateResult = z.enum(['elected', 'tied', 'notElected'])
export type CandidateResult = z.infer<typeof CandidateResult>

export const VoteRow = z.object({
  id: Id,
  meetingId: Id,
  ordinal: z.int(),
  matter: z.string(),
  person: z.string(),
  tally: Tally,
  adjusted: z.string(),
  outcome: Outcome,
  /** 记录里的一句话，登记时定下。 */
  sentence: z.string(),
  /** 登记时所依的规则包与条文。 */
  pack: z.string(),
  article: z.string(),
  results: z.array(CandidateResult),
})
export type VoteRow = z.infer<typeof VoteRow>

/** 一年里的表决，一行一件（台账用）。 */
export const VoteLine = z.object({
  id: Id,
  day: Day,
  organizationName: z.string(),
  topic: z.string(),
  kind: MatterKind,
  matter: z.string(),
  person: z.string(),
  secret: z.boolean(),
  eligible: z.int(),
  present: z.int(),
  inFavour: z.int().nullable(),
  against: z.int().nullable(),
  abstained: z.int().nullable(),
  outcome: Outcome,
  sentence: z.string(),
})
export type VoteLine = z.infer<typeof VoteLine>

const Voter = z.object({ name: z.string(), why: z.string() })

/** 一次会议里谁有表决权：数字后面的名字。 */
export const Roll = z.object({
  eligible: z.array(z.string()),
  present: z.array(z.string()),
  /** 其中线上参加的。 */
  online: z.array(z.string()),
  /** 在应到名单里而没有表决权、或不计入的，附原因。 */
  without: z.array(Voter),
})
export type Roll = z.infer<typeof Roll>

/** 登记之后出勤又改了的一次表决：登记的人数与现在的人数。写明了人数为什么不同的不算。 */
export const OutdatedVote = z.object({
  id: Id,
  matter: z.string(),
  eligible: z.int(),
  present: z.int(),
  now: z.object({ eligible: z.int(), present: z.int() }),
})
export type OutdatedVote = z.infer<typeof OutdatedVote>

export const votes = {
  rules: query(z.strictObject({}), VotingRules),
  roll: query(z.strictObject({ meetingId: Id, kind: MatterKind }), Roll),
  listByMeeting: query(z.strictObject({ meetingId: Id }), z.array(VoteRow)),
  outdated: query(z.strictObject({ meetingId: Id }), z.array(OutdatedVote)),
  register: query(LedgerScope, z.array(VoteLine)),
  record: command('登记表决', VoteDraft, z.object({ id: Id, outcome: Outcome })),
  amend: command('修改表决', z.strictObject({ id: Id, vote: VoteDraft }), z.object({ id: Id, outcome: Outcome })),
  remove: command('删除表决', z.strictObject({ id: Id }), z.object({ id: Id })),
}
