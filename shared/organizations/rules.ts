import { daysBetween, latestDay } from '../kit/calendar.ts'
import type { Refusal } from '../kit/refusal.ts'
import type { Day, DayOrMonth } from '../kit/values.ts'
import { refusal } from '../refusals.ts'
import type { OrganizationKind, PostTitle } from './contract.ts'
import { kindWords } from './words.ts'

/** 规则包“支部设置”里的数字。 */
export interface BranchLimits {
  /** 成立支部的正式党员人数。 */
  foundingFormal: number
  /** 支部规模上限（含预备党员）。 */
  mostMembers: number
  /** 设支委会的正式党员人数，与支委会的人数。 */
  committeeFormal: number
  committeeFewest: number
  committeeMost: number
  /** 联合党支部一般覆盖的单位数。 */
  jointUnitsMost: number
  /** 届满前几天提醒换届（软件的约定，组织里可以另设）。 */
  termNoticeDays: number
  /** 临时党支部一般不做的几件事。 */
  temporaryRemark: string
}

export interface BranchNote {
  text: string
  /** 出处，如“支部工作条例（试行）第四条”。 */
  article: string
}

const branches: readonly OrganizationKind[] = ['branch', 'jointBranch', 'floatingBranch', 'temporaryBranch']

/** 党员编在支部里；联合、流动、临时支部都是支部。 */
export const isBranch = (kind: OrganizationKind) => branches.includes(kind)

/** 支委会成员的职务；党小组组长不是。 */
export const isCommitteePost = (title: PostTitle) => title !== 'groupLeader'

const parts: Record<OrganizationKind, readonly OrganizationKind[]> = {
  committee: ['generalBranch', ...branches],
  generalBranch: branches,
  branch: ['group'],
  jointBranch: ['group'],
  floatingBranch: ['group'],
  temporaryBranch: ['group'],
  group: [],
}

/** 这种组织下面可以设哪些组织。例：partsOf('generalBranch') → 四种支部 */
export const partsOf = (kind: OrganizationKind) => parts[kind]

/**
 * 为什么 parent 下面不能设 child；可以则为 undefined。没有上级（null）时只有党小组不行。
 * @example whyCannotContain('branch', 'committee')?.code → 'organizations.cannotContain'
 */
export const whyCannotContain = (parent: OrganizationKind | null, child: OrganizationKind): Refusal | undefined => {
  if (parent === null) return child === 'group' ? refusal('organizations.needsParent', { child: kindWords.group }) : undefined
  return parts[parent].includes(child)
    ? undefined
    : refusal('organizations.cannotContain', { parent: kindWords[parent], child: kindWords[child] })
}

export interface BranchFigures {
  kind: OrganizationKind
  /** 正式党员人数。 */
  formalCount: number
  /** 党员人数，含预备党员。 */
  memberCount: number
  /** 在任的书记、副书记与委员人数。 */
  committeeSize: number
  /** 今天；给了才看换届。 */
  today?: Day
  termUntil?: DayOrMonth | null
  termNoticeDays?: number | null
  /** 联合党支部覆盖的单位数。 */
  units?: number | null
}

/** 换届到没到时候。来源：支部工作条例（试行）第二十一条；选举工作条例第三条（延期须报批，一般不超过 1 年）。 */
const termNote = ({ today, termUntil, termNoticeDays }: BranchFigures, limits: BranchLimits): BranchNote | undefined => {
  if (!today || !termUntil) return undefined
  const days = daysBetween(today, latestDay(termUntil))
  const article = '支部工作条例（试行）第二十一条；基层组织选举工作条例第三条'
  if (days < 0) return { text: `本届班子已于 ${termUntil} 届满，应按期换届；延期须报上级批准，一般不超过 1 年。`, article }
  return days <= (termNoticeDays ?? limits.termNoticeDays)
    ? { text: `本届班子 ${termUntil} 届满，还有 ${days} 天，请着手准备换届。`, article }
    : undefined
}

const rule = (article: string) => `支部工作条例（试行）第${article}条`

/**
 * 支部设置上要留意的地方；不是支部、没有可说的为空表。只提示，不阻拦。
 * 来源：支部工作条例（试行）第四、二十条。临时党支部的班子由批准成立的党组织指定，不核对。
 * @example branchNotes({ kind: 'branch', formalCount: 2, memberCount: 3, committeeSize: 1 }, limits)[0].article → '支部工作条例（试行）第四条'
 */
export const branchNotes = (figures: BranchFigures, limits: BranchLimits): BranchNote[] => {
  const { kind, formalCount, memberCount, committeeSize, units } = figures
  if (!isBranch(kind)) return []
  const notes: BranchNote[] = []
  const note = (applies: boolean, text: string, article: string) => applies && notes.push({ text, article: rule(article) })
  const standing = kind !== 'temporaryBranch'
  const hasCommittee = committeeSize >= limits.committeeFewest
  note(
    standing && formalCount < limits.foundingFormal,
    `正式党员 ${formalCount} 人，不足 ${limits.foundingFormal} 人；可与邻近单位组建联合党支部。`,
    kind === 'branch' ? '四' : '五',
  )
  note(memberCount > limits.mostMembers, `党员 ${memberCount} 人，一般不超过 ${limits.mostMembers} 人；可考虑分设支部。`, '四')
  note(
    standing && formalCount >= limits.committeeFormal && !hasCommittee,
    `正式党员 ${formalCount} 人，应设支部委员会（${limits.committeeFewest} 至 ${limits.committeeMost} 人）；现在任 ${committeeSize} 人。`,
    '二十',
  )
  note(
    standing && formalCount < limits.committeeFormal && hasCommittee,
    `正式党员不足 ${limits.committeeFormal} 人的支部，一般设书记 1 名，必要时设副书记 1 名，不设支部委员会。`,
    '二十',
  )
  note(standing && committeeSize > limits.committeeMost, `支部委员会 ${committeeSize} 人，一般不超过 ${limits.committeeMost} 人。`, '二十')
  note(
    kind === 'jointBranch' && (units ?? 0) > limits.jointUnitsMost,
    `联合党支部覆盖 ${units} 个单位，一般不超过 ${limits.jointUnitsMost} 个。`,
    '五',
  )
  note(kind === 'temporaryBranch', limits.temporaryRemark, '八')
  const term = standing ? termNote(figures, limits) : undefined
  return term ? [term, ...notes] : notes
}
