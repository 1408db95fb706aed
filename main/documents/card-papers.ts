import type { Grade, Wanted } from '../../shared/documents/contract.ts'
import { gradeWords, veil } from '../../shared/documents/rules.ts'
import type { Privacy } from '../../shared/ledger/columns.ts'
import { showDay } from '../../shared/ledger/columns.ts'
import type { MemberRow } from '../../shared/members/contract.ts'
import { categoryWords, genderWords, standingWords } from '../../shared/members/words.ts'
import { refuse } from '../core/refuse.ts'
import type { TaskContext } from '../core/services.ts'
import { dictionary } from '../rules/packs.ts'
import { fileName } from './file-name.ts'
import { type Composed, hiddenNotes, organizationName } from './ledger-papers.ts'
import type { Card } from './papers/member-card.ts'

/** 没有填的写“—”；公示级不印的写“（略）”。 */
const NONE = '—'

/** 代码与说法一起写。例：coded('education', '大学本科') // '20 大学本科' */
const coded = (name: string, word: string | null): string => {
  const code = word ? dictionary(name).codes.get(word) : undefined
  return code ? `${code} ${word}` : (word ?? NONE)
}

const cardOf = (member: MemberRow, grade: Grade): Card => {
  const day = (value: string | null) => (value ? showDay(value) : NONE)
  const kept = (privacy: Privacy, value: string | null) => (value ? (veil(privacy, grade)?.(value) ?? '（略）') || NONE : NONE)
  return {
    name: member.name,
    gender: member.gender ? genderWords[member.gender] : NONE,
    ethnicity: member.ethnicity ?? NONE,
    idNumber: kept('idNumber', member.idNumber),
    birthDay: day(member.birthDay),
    education: coded('education', member.education),
    category: categoryWords[member.category],
    branch: member.branchName,
    joinedOn: day(member.joinedOn),
    fullMemberOn: day(member.fullMemberOn),
    job: coded('job', member.job),
    mobile: kept('phone', member.mobile),
    phone: kept('phone', member.phone),
    address: kept('address', member.address),
    standing: standingWords[member.standing],
    outOfContact: member.outOfContact,
    outOfContactSince: day(member.outOfContactSince),
    floating: member.floating,
    floatingTo: member.floatingTo ?? NONE,
  }
}

const compose = ({ session, today }: TaskContext, unit: string, who: string, members: readonly MemberRow[], grade: Grade): Composed => ({
  plan: {
    kind: 'memberCards',
    title: '党员基本信息采集表',
    cards: members.map((member) => cardOf(member, grade)),
    demo: session.describe()?.demo ?? false,
  },
  name: fileName([unit, who, '党员基本信息采集表', ...(grade === 'internal' ? [] : [`${gradeWords[grade]}版`])], today, 'pdf'),
  notes: hiddenNotes[grade],
})

/** 一名党员的采集表。 */
export async function composeCard(
  context: TaskContext,
  { memberId }: Extract<Wanted, { kind: 'memberCard' }>,
  grade: Grade,
): Promise<Composed> {
  const { member } = await context.app.members.page({ id: memberId })
  return compose(context, member.branchName, member.name, [member], grade)
}

/** 一个支部（含下级）全体在册党员的采集表，一人一页。 */
export async function composeCards(
  context: TaskContext,
  { organizationId }: Extract<Wanted, { kind: 'memberCards' }>,
  grade: Grade,
): Promise<Composed> {
  const [unit, members] = [await organizationName(context, organizationId), await context.app.members.list({ organizationId })]
  if (members.length === 0) refuse('documents.nobody', { unit })
  return compose(context, unit, '', members, grade)
}
