import { z } from 'zod'
import { Fen, Id, Line, Month } from '../kit/values.ts'

/** 人员类别（计算党费用的，与正式、预备无关）。 */
export const Kind = z.enum(['salary', 'annualSalary', 'selfEmployed', 'retired', 'farmer', 'fixed', 'hardship'])
export type Kind = z.infer<typeof Kind>

/** 取整到哪一位、怎样取；全国没有统一规定，由支部选定。 */
export const RoundingUnit = z.enum(['fen', 'jiao', 'yuan'])
export const RoundingMode = z.enum(['half', 'up', 'down'])
export const Rounding = z.strictObject({ unit: RoundingUnit, mode: RoundingMode })
export type Rounding = z.infer<typeof Rounding>

/** 工资变了：当月起用新基数（第十条），或年初核定、年内不变。 */
export const Adjust = z.enum(['onChange', 'yearlyFrozen'])
export type Adjust = z.infer<typeof Adjust>

/** 支部的口径：人选定之前没有缺省。 */
export const PracticeDraft = z.strictObject({
  rounding: Rounding,
  adjust: Adjust,
  /** 算基数时计入的项目（加项与减项的代号）。 */
  items: z.array(z.string().max(30)).max(40),
  /** 上缴比例，百分之几，最多两位小数存作万分之几；上级没有定为空。 */
  remitShare: z.int().min(0).max(10_000).nullable().default(null),
  /** 收据册名，印在编号前；空为不印。 */
  book: Line.default(''),
})
export type PracticeDraft = z.infer<typeof PracticeDraft>

export const BaseItem = z.strictObject({ code: z.string().max(30), amount: Fen.min(0) })
export type BaseItem = z.infer<typeof BaseItem>

/** 核定一名党员的基数，从哪个月起算。base 由项目算出时与项目相符；定额的（农民、困难）看 amount，按比例的还不知道收入（base 为 0）时也看它。 */
export const BaseDraft = z.strictObject({
  memberId: Id,
  fromMonth: Month,
  kind: Kind,
  base: Fen.min(0).default(0),
  /** 农民由支部定的月交额、困难党员经批准的月交额（0 为免交）、照名册核定的月交额。 */
  amount: Fen.min(0).nullable().default(null),
  items: z.array(BaseItem).max(40).default([]),
  /** 少交、免交的批准文号。 */
  approval: Line.default(''),
  note: Line.default(''),
})
export type BaseDraft = z.infer<typeof BaseDraft>

/** 一个应交数的来历，写成话。 */
export const Working = z.object({
  amount: Fen,
  rate: z.int().nullable(),
  /** 例：“月工资 3,000.01 元，在 3,000.01 至 5,000.00 元一档，按 1%：30.0001 元，四舍五入到分，应交 30.00 元。” */
  sentence: z.string(),
  /** 靠近或刚跨过档的一句提醒；没有为空。 */
  step: z.string().nullable(),
  article: z.string(),
})
export type Working = z.infer<typeof Working>

const Band = z.object({ upTo: Fen.nullable(), rate: z.int() })
export type Band = z.infer<typeof Band>

export const DuesStandards = z.object({
  pack: z.string(),
  title: z.string(),
  salaryBands: z.array(Band),
  retiredBands: z.array(Band),
  farmerLeast: Fen,
  farmerMost: Fen,
  fixedAmount: Fen,
  largeFrom: Fen,
  lateMonths: z.int(),
  nearStep: Fen,
  kinds: z.array(
    z.object({
      code: Kind,
      name: z.string(),
      how: z.enum(['salaryBands', 'retiredBands', 'farmer', 'fixed', 'approved']),
      article: z.string(),
    }),
  ),
  items: z.array(z.object({ code: z.string(), name: z.string(), sign: z.enum(['add', 'deduct']), usual: z.boolean() })),
  arrears: z.array(z.object({ months: z.int(), tone: z.enum(['yellow', 'orange', 'red']), text: z.string() })),
  purposes: z.array(z.object({ code: z.string(), name: z.string() })),
})
export type DuesStandards = z.infer<typeof DuesStandards>
