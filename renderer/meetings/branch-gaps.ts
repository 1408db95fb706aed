import { useMemo } from 'react'
import type { Gap } from '../../shared/meetings/contract.ts'
import type { Organization } from '../../shared/organizations/contract.ts'
import { isBranch } from '../../shared/organizations/rules.ts'
import { app } from '../app.ts'
import { useAsk } from '../kit/ask.ts'
import { useWhere } from '../shell/where.ts'
import { hosts } from './plan-form.ts'

/** 一个支部这一年各类会议的情况。 */
export interface BranchGaps {
  branch: Organization
  gaps: readonly Gap[]
}

/** 一类会议在哪几个支部还差。 */
export interface MissingKind {
  kind: Gap['kind']
  periodLabel: string
  /** 各支部差的次数加起来。 */
  missing: number
  branches: readonly Organization[]
  /** 差的次数各支部都已排上的，头一次是哪次；还有没排的为空。 */
  planned: Gap['planned'][number] | undefined
  /** 还没排够的头一个支部；都排上了为空。 */
  unplanned: Organization | undefined
}

/** 选定的组织里，各支部还差什么；组织自己是支部时只有它一个。没答完时为空。 */
export function useBranchGaps(): { data: BranchGaps[] | undefined; error: Error | null } {
  const { organizationId, organizations, year } = useWhere()
  const { data, error } = useAsk(app.meetings.gapsByBranch, { organizationId, year })
  const told = useMemo(() => {
    const gapsOf = new Map(data?.map(({ organizationId: id, gaps }) => [id, gaps]))
    return hosts(organizationId, organizations)
      .filter((one) => isBranch(one.kind))
      .flatMap((branch) => ({ branch, gaps: gapsOf.get(branch.id) ?? [] }))
  }, [data, organizationId, organizations])
  return { data: data && told, error }
}

/**
 * 还差的，按类合起来，先到期的在前；一个支部开了不等于别的支部开了。
 * @example missingKinds([{ branch: 甲, gaps: 差一次党课 }, { branch: 乙, gaps: 都开齐 }]) → [{ kind: 党课, missing: 1, branches: [甲] }]
 */
export function missingKinds(all: readonly BranchGaps[]): MissingKind[] {
  const missing = kindsOf(all).flatMap((kind): MissingKind[] => {
    const lacking = all.flatMap(({ branch, gaps }) =>
      gaps.filter((gap) => gap.kind.code === kind.code && gap.missing > 0).map((gap) => ({ branch, gap })),
    )
    const [first] = lacking
    if (!first) return []
    const unplanned = lacking.find(({ gap }) => gap.planned.length < gap.missing)?.branch
    const soonest = lacking.flatMap(({ gap }) => gap.planned).sort((a, b) => a.day.localeCompare(b.day))[0]
    return [
      {
        kind,
        periodLabel: first.gap.periodLabel,
        missing: lacking.reduce((sum, { gap }) => sum + gap.missing, 0),
        branches: lacking.map(({ branch }) => branch),
        planned: unplanned ? undefined : soonest,
        unplanned,
      },
    ]
  })
  return missing.sort((a, b) => urgency[a.kind.period] - urgency[b.kind.period])
}

const urgency = { month: 0, quarter: 1, year: 2, none: 3 } as const

/** 各支部用到的会议类型，次序照规则包。 */
export function kindsOf(all: readonly BranchGaps[]): Gap['kind'][] {
  const longest = [...all].sort((a, b) => b.gaps.length - a.gaps.length)
  const kinds = new Map(longest.flatMap(({ gaps }) => gaps.map(({ kind }) => [kind.code, kind] as const)))
  return [...kinds.values()]
}
