import { z } from 'zod'
import { DuesStandards } from '../../shared/dues/bases.ts'
import { Day, Line } from '../../shared/kit/values.ts'
import { Holidays, KindCode, MeetingKind } from '../../shared/meetings/contract.ts'
import { VotingParameters } from '../../shared/votes/contract.ts'

/** A 见原文，B 二手摘录，C 凭记忆待核，D 软件的约定。 */
const Confidence = z.enum(['A', 'B', 'C', 'D'])

const packOf = <P extends z.ZodType>(parameters: P) =>
  z.strictObject({
    id: z.string(),
    title: z.string(),
    issued: Day,
    effectiveFrom: Day,
    supersededBy: z.string().nullable(),
    source: z.array(z.string()).min(1),
    confidence: Confidence,
    parameters,
  })

/** 一个数字和它的出处。 */
const cited = <V extends z.ZodType>(value: V) => z.strictObject({ value, article: z.string().min(1), confidence: Confidence })
const count = cited(z.int().positive())
const day = cited(Day)
const sentence = cited(z.string().min(1))
const list = cited(z.array(z.string().min(1)).min(1))

const bands = z.strictObject({ article: z.string().min(1), confidence: Confidence, bands: DuesStandards.shape.salaryBands.min(1) })

const table = z.strictObject({
  confidence: Confidence,
  /** word 是写回时用的说法，also 是另外认得的说法。 */
  entries: z.array(z.strictObject({ code: z.string().min(1), word: z.string().min(1), also: z.array(z.string()) })),
})

/** 每个规则包的样子；读入时逐项核对，错了软件不启动。 */
export const packShapes = {
  'organizational-life': packOf(
    z.strictObject({
      kinds: z.array(MeetingKind.omit({ own: true }).extend({ confidence: Confidence }).strict()).min(1),
      backfillAfterDays: count,
    }),
  ),
  'branch-setup': packOf(
    z.strictObject({
      foundingFormal: count,
      mostMembers: count,
      jointUnitsMost: count,
      projectMonthsLeast: count,
      committeeFormal: count,
      committeeFewest: count,
      committeeMost: count,
      termYears: count,
      villageTermYears: count,
      termNoticeDays: count,
      temporaryRemark: cited(z.string().min(1)),
    }),
  ),
  members: packOf(
    z.strictObject({ joiningAge: count, probationMonths: count, probationSince: day, noProbationFrom: day, noProbationUntil: day }),
  ),
  development: packOf(
    z.strictObject({
      leastAge: count,
      talkWithinMonths: count,
      filing: cited(z.literal(true)),
      mostMentors: count,
      cultivateMonths: count,
      publicityWorkdays: count,
      introducers: count,
      trainingDays: count,
      trainingHours: count,
      leaveSoonMonths: count,
    }),
  ),
  'dues-2008': packOf(
    z.strictObject({
      salaryBands: bands,
      retiredBands: bands,
      farmerLeast: count,
      farmerMost: count,
      fixedAmount: count,
      largeFrom: count,
      lateMonths: count,
      nearStep: count,
      kinds: DuesStandards.shape.kinds.min(1),
      items: DuesStandards.shape.items.min(1),
      arrears: z.array(DuesStandards.shape.arrears.element.extend({ confidence: Confidence })).min(1),
      purposes: DuesStandards.shape.purposes.min(1),
      purposesArticle: count,
    }),
  ),
  finances: packOf(
    z.strictObject({
      matchWithinDays: count,
      startingCategories: z.strictObject({
        confidence: Confidence,
        income: z.array(z.string()).min(1),
        expense: z.array(z.string()).min(1),
      }),
    }),
  ),
  education: packOf(
    z.strictObject({ memberHours: count, committeeHours: count, themeDayParts: list, talkTimes: count, talkRemindMonth: count }),
  ),
  appraisal: packOf(
    z.strictObject({ remindMonth: count, excellentOneIn: count, situations: list, basicallyQualified: sentence, unqualified: sentence }),
  ),
  codes: packOf(z.strictObject({ education: table, job: table, ethnicity: table })),
  outlines: packOf(
    z.strictObject({
      outlines: z
        .array(z.strictObject({ kind: KindCode, items: z.array(Line.min(1)).min(1), article: z.string().min(1), confidence: Confidence }))
        .min(1),
    }),
  ),
  voting: packOf(VotingParameters),
  holidays: packOf(Holidays),
}
export type PackId = keyof typeof packShapes
export type Pack<P extends PackId> = z.output<(typeof packShapes)[P]>
