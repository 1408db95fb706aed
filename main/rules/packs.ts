import appraisalPack from '../../assets/rules/appraisal.json' with { type: 'json' }
import branchSetup from '../../assets/rules/branch-setup.json' with { type: 'json' }
import codes from '../../assets/rules/codes.json' with { type: 'json' }
import developmentPack from '../../assets/rules/development.json' with { type: 'json' }
import duesPack from '../../assets/rules/dues-2008.json' with { type: 'json' }
import educationPack from '../../assets/rules/education.json' with { type: 'json' }
import financesPack from '../../assets/rules/finances.json' with { type: 'json' }
import holidaysPack from '../../assets/rules/holidays.json' with { type: 'json' }
import membersPack from '../../assets/rules/members.json' with { type: 'json' }
import organizationalLife from '../../assets/rules/organizational-life.json' with { type: 'json' }
import outlinesPack from '../../assets/rules/outlines.json' with { type: 'json' }
import voting from '../../assets/rules/voting.json' with { type: 'json' }
import type { DevelopmentRules } from '../../shared/applicants/contract.ts'
import type { DuesStandards } from '../../shared/dues/bases.ts'
import type { Holidays, MeetingKind } from '../../shared/meetings/contract.ts'
import type { MemberLimits } from '../../shared/members/rules.ts'
import type { BranchLimits } from '../../shared/organizations/rules.ts'
import type { VotingRules } from '../../shared/votes/contract.ts'
import { type Pack, type PackId, packShapes } from './shape.ts'

const packs = {
  'organizational-life': packShapes['organizational-life'].parse(organizationalLife),
  'branch-setup': packShapes['branch-setup'].parse(branchSetup),
  members: packShapes.members.parse(membersPack),
  education: packShapes.education.parse(educationPack),
  appraisal: packShapes.appraisal.parse(appraisalPack),
  codes: packShapes.codes.parse(codes),
  development: packShapes.development.parse(developmentPack),
  finances: packShapes.finances.parse(financesPack),
  'dues-2008': packShapes['dues-2008'].parse(duesPack),
  outlines: packShapes.outlines.parse(outlinesPack),
  voting: packShapes.voting.parse(voting),
  holidays: packShapes.holidays.parse(holidaysPack),
}

/** 一个规则包：出处、生效日期与数字。例：pack('branch-setup').parameters.mostMembers.value → 50 */
export const pack = <P extends PackId>(id: P): Pack<P> => packs[id] as Pack<P>

/** 规则包给的会议类型，按台账上的次序。例：meetingKindsOfPack()[0]?.name → '支部党员大会' */
export const meetingKindsOfPack = (): MeetingKind[] =>
  pack('organizational-life').parameters.kinds.map(({ confidence: _, ...kind }) => ({ ...kind, own: false }))

/** 发生多少天之后才录入算补录。 */
export const backfillAfterDays = (): number => pack('organizational-life').parameters.backfillAfterDays.value

/** 只取每个数字的值，出处留在包里。 */
const valuesOf = <P extends Record<string, { value: unknown }>>(parameters: P) =>
  Object.fromEntries(Object.entries(parameters).map(([name, { value }]) => [name, value])) as { [K in keyof P]: P[K]['value'] }

/** shared/members/rules.ts 要的数字。 */
export const memberLimits = (): MemberLimits => valuesOf(pack('members').parameters)
/** shared/organizations/rules.ts 要的数字。 */
export const branchLimits = (): BranchLimits => valuesOf(pack('branch-setup').parameters)

/** shared/dues/rules.ts 要的档、项目与阶梯。 */
export const duesStandards = (): DuesStandards => {
  const { title, id, parameters } = pack('dues-2008')
  return {
    pack: id,
    title,
    salaryBands: parameters.salaryBands.bands,
    retiredBands: parameters.retiredBands.bands,
    farmerLeast: parameters.farmerLeast.value,
    farmerMost: parameters.farmerMost.value,
    fixedAmount: parameters.fixedAmount.value,
    largeFrom: parameters.largeFrom.value,
    lateMonths: parameters.lateMonths.value,
    nearStep: parameters.nearStep.value,
    kinds: parameters.kinds,
    items: parameters.items,
    arrears: parameters.arrears.map(({ confidence: _, ...step }) => step),
    purposes: parameters.purposes,
  }
}

/** 节假日与调休表；没有的年份只认周末。 */
export const holidays = (): Holidays => pack('holidays').parameters

/** 一类会议自带的提纲，一行一项；没有的为空。例：outlineOfPack('lecture')[0] → '主讲人讲课' */
export const outlineOfPack = (kind: string): string[] => pack('outlines').parameters.outlines.find((one) => one.kind === kind)?.items ?? []

/** shared/applicants/rules.ts 要的数字与条号，连同数工作日的节假日表。 */
export const developmentRules = (): DevelopmentRules => ({ ...pack('development').parameters, holidays: holidays() })

/** shared/votes/rules.ts 要的数字，连同出处。 */
export const votingRules = (): VotingRules => {
  const { id, effectiveFrom, title, source, parameters } = pack('voting')
  return { ...parameters, pack: `${id} ${effectiveFrom}`, title, sources: source }
}
/** 学时的要求、主题党日常做的几样、谈心谈话每年至少几次。 */
export const educationStandards = () => valuesOf(pack('education').parameters)
/** 优秀不超过几分之一、测评票背面的参考情形。 */
export const appraisalStandards = () => valuesOf(pack('appraisal').parameters)

/** 一张代码对照表。 */
export interface Dictionary {
  /** 文字 → 代码；规范说法与另外认得的说法都在内。 */
  codes: ReadonlyMap<string, string>
  /** 代码 → 规范说法。 */
  words: ReadonlyMap<string, string>
}

const dictionaries = new Map(
  Object.entries(pack('codes').parameters).map(([name, { entries }]): [string, Dictionary] => [
    name,
    {
      codes: new Map(entries.flatMap(({ code, word, also }) => [word, ...also].map((each) => [each, code] as const))),
      words: new Map(entries.map(({ code, word }) => [code, word])),
    },
  ]),
)

/**
 * 台账列里的对照表。没有这张表（或表还空着，如 job）时两边都空，文字照写。
 * @example dictionary('education').codes.get('大学本科') → '20'；dictionary('ethnicity').words.get('56') → '基诺族'
 */
export const dictionary = (name: string): Dictionary => dictionaries.get(name) ?? { codes: new Map(), words: new Map() }
