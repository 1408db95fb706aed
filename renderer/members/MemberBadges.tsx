import type { MemberRow } from '../../shared/members/contract.ts'
import { categoryWords, standingWords } from '../../shared/members/words.ts'

/** 一句话认人：类别、状态、支部、小组、年龄、党龄。 */
export function MemberBadges({ member }: { member: MemberRow }) {
  const parts = [
    categoryWords[member.category],
    member.branchName,
    member.groupName,
    member.age === null ? null : `${member.age} 岁`,
    member.partyAge === null ? null : `党龄 ${member.partyAge} 年`,
  ].filter(Boolean)
  return (
    <p className="member-badges">
      {member.standing !== 'normal' && <span className="badge">{standingWords[member.standing]}</span>}
      {member.floating && <span className="badge badge-blue">流动</span>}
      {member.outOfContact && <span className="badge">失联</span>}
      {parts.join(' · ')}
    </p>
  )
}
