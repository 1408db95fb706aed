import { ApplicantFacts, type NewApplicant } from '../../shared/applicants/contract.ts'
import { applicantsLedger } from '../../shared/applicants/ledger.ts'
import { applicantWarnings } from '../../shared/applicants/rules.ts'
import type { CellNote } from '../../shared/imports/contract.ts'
import type { Day } from '../../shared/kit/values.ts'
import { entering } from '../imports/entering.ts'
import { createPlacer, scopeOf } from '../imports/place.ts'
import type { Entry, Finding, ReadLine, Target } from '../imports/target.ts'
import { everyone, type KnownPerson } from '../members/everyone.ts'
import { withIdFacts } from '../members/import.ts'
import { factDifferences, factText } from '../members/import-differences.ts'
import { type Repeat, repeatsIn } from '../members/import-repeats.ts'
import { type Match, type Resemblance, samePeople } from '../members/same-person.ts'
import { standingPlaces } from '../organizations/repository.ts'
import { developmentRules } from '../rules/packs.ts'
import { memberAmong } from './already-member.ts'
import * as applicants from './repository.ts'

type Known = applicants.StoredApplicant

interface Existing {
  people: Known[]
  members: KnownPerson[]
  organizations: Awaited<ReturnType<typeof standingPlaces>>
}
type Placing = ReturnType<ReturnType<typeof createPlacer>>

const note = (row: ReadLine, text: string, field: string | null = 'name'): CellNote => ({ field, cell: `第 ${row.row} 行`, text })

const isFact = (field: string): field is keyof ApplicantFacts => field in ApplicantFacts.shape

/** 几位同名的人怎样分得清：支部、生日、申请时间。 */
const told = ({ name, branchName, birthDay, appliedOn }: Known) =>
  [name, branchName, birthDay && `${birthDay} 生`, appliedOn && `${appliedOn} 申请`].filter(Boolean).join(' ')

const alike: Resemblance<Known> = {
  /** 名单短，没有证件号的多：申请、列为积极分子的时间或手机相同，就是同一个人。 */
  alsoAgrees: (values, person) =>
    (['appliedOn', 'activistOn', 'mobile'] as const).some((one) => values[one] && values[one] === person[one]),
  saysTheSame: (values, person) =>
    Object.keys(ApplicantFacts.shape).every((field) => (values[field] ?? '') === factText(field, person[field as keyof Known])),
}

/** 导入不替人做的决定：恢复培养、换支部，只提醒到哪里办。 */
function leftAlone(row: ReadLine, person: Known, placing: Placing): CellNote[] {
  const said: string[] = []
  if (person.endedOn) said.push(`${person.endedOn} 已终止发展，导入只更新资料；要接着培养请用“恢复培养”`)
  if (person.acceptedOn) said.push(`${person.acceptedOn} 已接收为预备党员，导入只更新这里的资料，不动党员名册`)
  if (row.values.branchName && 'branch' in placing && !placing.warning && placing.branch.id !== person.organizationId)
    said.push(`名单里在“${person.branchName}”，导入不换支部`)
  return said.map((text) => note(row, text, null))
}

function knownFinding(row: ReadLine, person: Known, placing: Placing): Finding {
  if (person.name !== row.values.name)
    return { is: 'wrong', errors: [note(row, `身份证号与名单里的“${person.name}”相同而姓名不同，请核对；确是同一人请先在名单里更正`)] }
  return {
    is: 'known',
    record: { id: person.id, name: person.name },
    differences: factDifferences(row.values, isFact, (field) => person[field as keyof Known]),
    warnings: leftAlone(row, person, placing),
  }
}

function newFinding(row: ReadLine, placing: Placing, rival: Known | undefined): Finding {
  if ('problem' in placing) return { is: 'wrong', errors: [note(row, placing.problem, 'branchName')] }
  const warnings = placing.warning ? [note(row, placing.warning, 'branchName')] : []
  if (rival) warnings.push(note(row, `名单里另有一位“${rival.name}”，证件号或生日不同，按另一个人登记，请核对`))
  return { is: 'new', warnings }
}

function findingFor(row: ReadLine, match: Match<Known>, repeat: Repeat | undefined, placing: Placing, answered: boolean): Finding {
  const ask = (text: string, people: readonly Known[]): Finding => ({
    is: 'unsure',
    question: {
      text,
      choices: people.map((person) => ({ id: person.id, label: told(person) })),
      none: people.length === 0 ? '是另一个人，新增' : '都不是，新增',
    },
  })
  if (repeat?.by === 'idNumber')
    return {
      is: 'wrong',
      errors: [note(row, `身份证号与${repeat.of.line}“${repeat.of.values.name ?? ''}”相同，请留下其中一行`, 'idNumber')],
    }
  if ('person' in match) return knownFinding(row, match.person, placing)
  if ('taken' in match) return ask(`与${match.by.line}一样，都像名单里的“${match.taken.name}”；一个人只能对上一行`, [])
  if ('namesakes' in match) return ask(`名单里已有“${row.values.name}”，姓名以外没有可以核对的，是同一个人吗`, match.namesakes)
  if (repeat && !answered) return ask(`与${repeat.of.line}姓名和出生日期都相同，是另一个人吗`, [])
  return newFinding(row, placing, match.rival)
}

/** 性别、证件号、手机在读表时核对过了。 */
const checkedBefore = new Set(['name', 'gender', 'idNumber', 'mobile'])
const countOf = (text: string | undefined) => (text ? Number(text) : null)

/** 文件里给了的各项，照发展党员的规矩核对：先后、期限、公示几天；没有给的不催。 */
function ruleNotes(row: ReadLine, today: Day): CellNote[] {
  const { values } = row
  const facts = Object.fromEntries(Object.keys(ApplicantFacts.shape).map((field) => [field, values[field] ?? null]))
  const [trainingDays, trainingHours] = [countOf(values.trainingDays), countOf(values.trainingHours)]
  const standing = { gender: null, idNumber: null, mobile: null, trainingDays, trainingHours, acceptedOn: null, endedOn: null }
  return applicantWarnings({ ...(facts as unknown as ApplicantFacts), ...standing }, today, developmentRules())
    .filter(({ field }) => values[field] !== undefined && !checkedBefore.has(field))
    .map(({ field, text, source }) => note(row, `${text}（${source}）`, field))
}

/** 天数、学时存的是整数。 */
function notWhole(row: ReadLine): Finding | undefined {
  const wrong = ['trainingDays', 'trainingHours'].filter((field) => !/^\d{0,3}$/.test(row.values[field] ?? ''))
  return wrong.length === 0 ? undefined : { is: 'wrong', errors: wrong.map((field) => note(row, `“${row.values[field]}”不是整数`, field)) }
}

const factsOf = ({ given }: Entry, wanted: (field: string) => boolean): Partial<ApplicantFacts> =>
  Object.fromEntries(Object.entries(given).filter(([field]) => isFact(field) && wanted(field)))

/** 外来的申请人、积极分子、发展对象名单怎样进来：认人、说出差别、照规矩提醒，与“登记申请人”“修改申请人”同一套函数录入。 */
export const applicantsTarget: Target<Existing> = {
  ledger: applicantsLedger,

  existing: async (db, { today }) => ({
    people: await applicants.all(db),
    members: await everyone(db, today),
    organizations: await standingPlaces(db),
  }),

  compare(rows, { people, members, organizations }, { organizationId, today }, answer) {
    const place = createPlacer(organizations, organizationId)
    const scope = scopeOf(organizations, organizationId)
    const matches = samePeople(rows, people, scope, answer, alike)
    const repeats = repeatsIn(rows)
    const memberOf = memberAmong(members, scope)
    return rows.map((row, at): Finding => {
      const match = matches[at] ?? { rival: undefined }
      const already = 'person' in match ? undefined : memberOf(row)
      if (already?.is === 'wrong') return already
      const finding = notWhole(row) ?? findingFor(row, match, repeats.get(row), place(row.values), answer(row) === null)
      return { ...finding, warnings: [...(finding.warnings ?? []), ...(already?.warnings ?? []), ...ruleNotes(row, today)] }
    })
  },

  async enter({ db, job }, entries, { organizations }, { organizationId }) {
    const place = createPlacer(organizations, organizationId)
    const fresh: { organizationId: number; facts: NewApplicant }[] = []
    for (const entry of entering(job, entries)) {
      const placed = place(entry.row.values)
      if (entry.id !== null) {
        const facts = factsOf(entry, (field) => entry.taken.has(field))
        if (Object.keys(facts).length > 0) await applicants.update(db, entry.id, facts)
      } else if ('branch' in placed)
        fresh.push({ organizationId: placed.branch.id, facts: withIdFacts(factsOf(entry, () => true)) as NewApplicant })
    }
    await applicants.insert(db, fresh)
  },
}
