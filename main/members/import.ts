import { customIdOf } from '../../shared/fields/columns.ts'
import type { MemberValue } from '../../shared/fields/contract.ts'
import { noneWords } from '../../shared/imports/answers.ts'
import type { CellNote } from '../../shared/imports/contract.ts'
import { categoryFor } from '../../shared/imports/member-checks.ts'
import type { Day } from '../../shared/kit/values.ts'
import { type Admission, type MemberChanges, MemberFacts, type NewMember, type Standing } from '../../shared/members/contract.ts'
import { checkIdNumber } from '../../shared/members/id-number.ts'
import { membersLedger } from '../../shared/members/ledger.ts'
import { standingWords } from '../../shared/members/words.ts'
import type { Writer } from '../core/services.ts'
import { fillFields } from '../fields/fill.ts'
import { entering, sayEntering } from '../imports/entering.ts'
import { createPlacer, type Placed, scopeOf } from '../imports/place.ts'
import type { Entry, Finding, ReadLine, Target } from '../imports/target.ts'
import { standingPlaces } from '../organizations/repository.ts'
import { foundOrganization } from '../organizations/service.ts'
import { memberLimits } from '../rules/packs.ts'
import { setFrom } from './dated-rows.ts'
import { amendMember, enrol } from './enrol.ts'
import { everyone, type KnownPerson } from './everyone.ts'
import { differences } from './import-differences.ts'
import { type Repeat, repeatsIn } from './import-repeats.ts'
import { type Match, memberResemblance, samePeople } from './same-person.ts'

interface Existing {
  people: KnownPerson[]
  organizations: Awaited<ReturnType<typeof standingPlaces>>
}
type Placing = ReturnType<ReturnType<typeof createPlacer>>

const note = (row: ReadLine, text: string, field: string | null = 'name'): CellNote => ({ field, cell: `第 ${row.row} 行`, text })

const lines = (parts: readonly (string | null | undefined)[]) => parts.filter(Boolean).join(' ')
/** 几位同名的人怎样分得清：支部、生日、身份证号后四位、手机。 */
const told = ({ name, branchName, birthDay, idNumber, mobile }: KnownPerson) =>
  lines([name, branchName, birthDay, idNumber && `证号尾 ${idNumber.slice(-4)}`, mobile])

/** 导入不替人做的决定：调动支部、改状态、改回预备，只提醒到哪里办。 */
function leftAlone(row: ReadLine, person: KnownPerson, placing: Placing): CellNote[] {
  const { values } = row
  const said: string[] = []
  const elsewhere = values.branchName && 'branch' in placing && !placing.warning && person.organizationId !== placing.branch.id
  if (elsewhere) said.push(`名册里在“${person.branchName ?? '（不在任何支部）'}”，导入不调动支部；要调动请用“调整支部”`)
  if (person.standing && person.standing !== 'normal' && !values.standing)
    said.push(`名册里的党籍状态是“${standingWords[person.standing]}”，导入只更新资料，不改状态`)
  if (values.category === '预备党员' && person.category === 'formal')
    said.push('名册里已是正式党员，导入不改回预备；如确有误请用“变更人员类别”')
  return said.map((text) => note(row, text, null))
}

function knownFinding(row: ReadLine, person: KnownPerson, placing: Placing): Finding {
  if (person.name !== row.values.name)
    return {
      is: 'wrong',
      errors: [note(row, `身份证号与名册里的“${person.name}”相同而姓名不同，请核对；确是同一人请先在名册里更正`)],
    }
  const atHome = 'branch' in placing && placing.branch.id === person.organizationId
  return {
    is: 'known',
    record: { id: person.id, name: person.name },
    differences: differences(row.values, person, atHome),
    warnings: leftAlone(row, person, placing),
  }
}

function newFinding(row: ReadLine, placing: Placing, rival: KnownPerson | undefined): Finding {
  if ('problem' in placing) return { is: 'wrong', errors: [note(row, placing.problem, 'branchName')] }
  const warnings = placing.warning ? [note(row, placing.warning, 'branchName')] : []
  if (rival) warnings.push(note(row, `名册里另有一位“${rival.name}”，身份证号或生日不同，按另一个人登记，请核对`))
  return { is: 'new', warnings }
}

function findingFor(row: ReadLine, match: Match, repeat: Repeat | undefined, placing: Placing, answered: boolean): Finding {
  const ask = (text: string, people: readonly KnownPerson[]): Finding => ({
    is: 'unsure',
    question: {
      text,
      choices: people.map((person) => ({ id: person.id, label: told(person) })),
      none: people.length === 0 ? noneWords.another : noneWords.person,
    },
  })
  if (repeat?.by === 'idNumber')
    return {
      is: 'wrong',
      errors: [note(row, `身份证号与${repeat.of.line}“${repeat.of.values.name ?? ''}”相同，请留下其中一行`, 'idNumber')],
    }
  if ('person' in match) return knownFinding(row, match.person, placing)
  if ('taken' in match) return ask(`与${match.by.line}一样，都像名册里的“${match.taken.name}”；一个人只能对上一行`, [])
  if ('namesakes' in match) return ask(`名册里已有“${row.values.name}”，姓名以外没有可以核对的，是同一个人吗`, match.namesakes)
  if (repeat && !answered) return ask(`与${repeat.of.line}姓名和出生日期都相同，是另一个人吗`, [])
  return newFinding(row, placing, match.rival)
}

/** 身份证号核对无误而表里没写的生日、性别，由它得出（GB 11643）。 */
export function withIdFacts<Facts extends Pick<MemberChanges, 'idNumber' | 'birthDay' | 'gender'>>(facts: Facts): Facts {
  const found = facts.idNumber ? checkIdNumber(facts.idNumber) : undefined
  if (!found || found.warning) return facts
  return { ...(found.birthDay && { birthDay: found.birthDay }), ...(found.gender && { gender: found.gender }), ...facts }
}

const factsOf = (given: Entry['given'], wanted: (field: string) => boolean): MemberChanges =>
  Object.fromEntries(Object.entries(given).filter(([field]) => field in MemberFacts.shape && wanted(field)))

/** 文件里给了（又选定要改）的自设字段。 */
const customOf = ({ given, taken, id }: Entry, memberId: number): MemberValue[] =>
  Object.entries(given).flatMap(([field, value]) => {
    const fieldId = customIdOf(field)
    return fieldId === undefined || (id !== null && !taken.has(field)) ? [] : [{ fieldId, memberId, value: String(value) }]
  })

/** 表里写的小组 → id；没有的新建，一次导入里只建一次。 */
function groups(db: Writer): (placed: Placed) => Promise<number | null> {
  const founded = new Map<string, number>()
  return async ({ branch, group }) => {
    if (group === null) return null
    if ('id' in group) return group.id
    const key = `${branch.id} ${group.name}`
    const id = founded.get(key) ?? (await foundOrganization(db, { parentId: branch.id, kind: 'group', name: group.name, foundedOn: null }))
    founded.set(key, id)
    return id
  }
}

const admissionOf = (entry: Entry, placed: Placed, groupId: number | null, today: Day): Omit<Admission, 'custom'> => ({
  organizationId: placed.branch.id,
  groupId,
  category: categoryFor(entry.row.values, today, memberLimits()).category === '预备党员' ? 'probationary' : 'formal',
  standing: (entry.given.standing as Standing | undefined) ?? 'normal',
  fromDay: null,
  facts: withIdFacts(factsOf(entry.given, () => true)) as NewMember,
})

/** 更新名册里的同一个人：只动选定的几项。 */
async function update(db: Writer, id: number, { given, taken }: Entry, groupId: number | null, inGroup: boolean, today: Day) {
  const facts = factsOf(given, (field) => taken.has(field))
  if (Object.keys(facts).length > 0) await amendMember(db, id, facts, today)
  if (taken.has('category'))
    await setFrom(db, 'memberCategory', id, (given.fullMemberOn as string | undefined) ?? today, { category: 'formal' })
  if (taken.has('standing')) await setFrom(db, 'memberStanding', id, today, { standing: given.standing as Standing })
  if (taken.has('groupName')) await setFrom(db, 'memberGroup', id, inGroup ? today : null, { organizationId: groupId })
}

/** 外来名册怎样成为党员：认人、说出差别、与“登记党员”“修改党员信息”同一套函数录入。 */
export const membersTarget: Target<Existing> = {
  ledger: membersLedger,

  existing: async (db, { today }) => ({ people: await everyone(db, today), organizations: await standingPlaces(db) }),

  compare(rows, { people, organizations }, { organizationId }, answer) {
    const place = createPlacer(organizations, organizationId)
    const matches = samePeople(rows, people, scopeOf(organizations, organizationId), answer, memberResemblance)
    const repeats = repeatsIn(rows)
    return rows.map((row, at) =>
      findingFor(row, matches[at] ?? { rival: undefined }, repeats.get(row), place(row.values), answer(row) === null),
    )
  },

  async enter({ db, today, job }, entries, { people, organizations }, { organizationId }) {
    const place = createPlacer(organizations, organizationId)
    const groupFor = groups(db)
    const grouped = new Set(people.filter(({ groupName }) => groupName !== null).map(({ id }) => id))
    const custom: MemberValue[] = []
    const fresh: { entry: Entry; admission: Parameters<typeof enrol>[1][number] }[] = []
    for (const entry of entering(job, entries)) {
      const placed = place(entry.row.values)
      const wantsGroup = entry.id === null || entry.taken.has('groupName')
      const groupId = 'branch' in placed && wantsGroup ? await groupFor(placed) : null
      if (entry.id === null && 'branch' in placed) fresh.push({ entry, admission: admissionOf(entry, placed, groupId, today) })
      if (entry.id === null) continue
      await update(db, entry.id, entry, groupId, grouped.has(entry.id), today)
      custom.push(...customOf(entry, entry.id))
    }
    const admissions = fresh.map(({ admission }) => admission)
    sayEntering(job)
    const ids = await enrol(db, admissions, today)
    custom.push(...fresh.flatMap(({ entry }, at) => customOf(entry, ids[at] ?? 0)))
    await fillFields(db, custom)
  },
}
