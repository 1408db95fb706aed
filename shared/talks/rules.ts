import type { Id } from '../kit/values.ts'
import type { CoverageRow, Talk, TalkKind, TalkRow } from './contract.ts'
import { talkKindWords } from './words.ts'

/**
 * 两个人谈，算哪一类。谈话人不在名册上（null）的不计入覆盖。
 * @example kindOfPair(true, false) → 'committeeWithMember'
 */
export const kindOfPair = (talkerOnCommittee: boolean | null, talkedOnCommittee: boolean): TalkKind => {
  if (talkerOnCommittee === null) return 'otherTalk'
  if (talkerOnCommittee && talkedOnCommittee) return 'withinCommittee'
  return talkerOnCommittee || talkedOnCommittee ? 'committeeWithMember' : 'betweenMembers'
}

/** 谈了几次、几对；同样两个人谈几次算一对，不分谁找谁。例：甲找乙、乙找甲 → { times: 2, pairs: 1 } */
export function countTalks(talks: readonly Pick<Talk, 'talkerId' | 'talker' | 'talkedId'>[]): { times: number; pairs: number } {
  const pairs = talks.map(({ talkerId, talker, talkedId }) => [String(talkerId ?? talker), String(talkedId)].sort().join('/'))
  return { times: talks.length, pairs: new Set(pairs).size }
}

interface Person {
  id: Id
  name: string
  organizationId: Id
  branchName: string
  onCommittee: boolean
}
type Times = Record<Exclude<TalkKind, 'otherTalk'>, number>

const counted = ['withinCommittee', 'committeeWithMember', 'betweenMembers'] as const

/** 支委要有支委之间、支委与党员两类；其他党员要有支委与党员、党员之间两类。 */
const wantedOf = (onCommittee: boolean) =>
  onCommittee ? (['withinCommittee', 'committeeWithMember'] as const) : (['committeeWithMember', 'betweenMembers'] as const)

/** 每个人参加的谈话，不论找人谈还是被谈。 */
function talksOfEach<T extends Pick<Talk, 'talkerId' | 'talkedId'>>(talks: readonly T[]): Map<Id, T[]> {
  const byPerson = new Map<Id, T[]>()
  for (const talk of talks)
    for (const id of new Set([talk.talkerId, talk.talkedId])) if (id !== null) byPerson.set(id, [...(byPerson.get(id) ?? []), talk])
  return byPerson
}

/**
 * 各人谈了几次、还差哪几类。谈话的双方各算一次；一个支部只有一名支委、或只有一名普通党员时，没有可谈的对象，那一类不算差。
 * 来源：支部工作条例（试行）第十九条，支部委员之间、支部委员和党员之间、党员和党员之间，每年谈心谈话一般不少于 1 次。
 * @param least 各类每年至少几次，规则包给出
 * @example coverageOf([书记, 党员甲], [书记与党员甲谈了一次], { … 各 1 })[1]?.missing → []（没有别的党员可谈）
 */
export function coverageOf(
  people: readonly Person[],
  talks: readonly Pick<TalkRow, 'talkerId' | 'talkedId' | 'kind' | 'talker' | 'talkedName'>[],
  least: Times,
): CoverageRow[] {
  const byPerson = talksOfEach(talks)
  const branches = Map.groupBy(people, (one) => one.organizationId)
  const makeUp = new Map([...branches].map(([branch, all]) => [branch, Map.groupBy(all, (one) => one.onCommittee)]))
  return people.map(({ id, name, organizationId, branchName, onCommittee }) => {
    const own = byPerson.get(id) ?? []
    const times = Object.fromEntries(counted.map((kind) => [kind, own.filter((talk) => talk.kind === kind).length])) as Times
    // 同一支部里，除了本人，还有没有支委、有没有普通党员
    const anyOther = (committee: boolean) => (makeUp.get(organizationId)?.get(committee)?.length ?? 0) > (onCommittee === committee ? 1 : 0)
    const possible: Record<(typeof counted)[number], boolean> = {
      withinCommittee: anyOther(true),
      committeeWithMember: anyOther(!onCommittee),
      betweenMembers: anyOther(false),
    }
    const missing = wantedOf(onCommittee).filter((kind) => possible[kind] && times[kind] < least[kind])
    const partners = own.map(({ talkerId, talkedName, talker }) => (talkerId === id ? talkedName : talker))
    return {
      memberId: id,
      name,
      branchName,
      onCommittee,
      ...times,
      partners: [...new Set(partners)].filter((partner) => partner !== '').join('、'),
      missing: [...missing],
      missingWords: missing.map((kind) => talkKindWords[kind]).join('、'),
    }
  })
}
