import { customIdOf } from '../../shared/fields/columns.ts'
import type { KnownPerson, PreviewRow } from '../../shared/imports/contract.ts'
import { categoryFor } from '../../shared/imports/member-checks.ts'
import { columnsOf, type Ledger } from '../../shared/ledger/define.ts'
import { type Category, type MemberChanges, MemberFacts, type NewMember, type Standing } from '../../shared/members/contract.ts'
import { checkIdNumber, to18 } from '../../shared/members/id-number.ts'
import type { Writer } from '../core/services.ts'
import { fillFields } from '../fields/fill.ts'
import { setFrom } from '../members/dated-rows.ts'
import { amendMember, enrol } from '../members/enrol.ts'
import { foundOrganization } from '../organizations/service.ts'
import { memberLimits } from '../rules/packs.ts'
import type { Placing } from './place.ts'

type Values = PreviewRow['values']
type Placed = Extract<Placing, { branch: unknown }>

/** 规范后的文字读回带类型的值；只有文件里给了的字段。 */
function typed(values: Values, ledger: Ledger): Record<string, unknown> {
  return Object.fromEntries(
    columnsOf(ledger).flatMap(({ field, column }) => {
      const text = values[field]
      const reading = text === undefined ? undefined : column.read(text)
      return reading && 'value' in reading && reading.value !== null ? [[field, reading.value]] : []
    }),
  )
}

const factsOf = (given: Record<string, unknown>): MemberChanges =>
  Object.fromEntries(Object.entries(given).filter(([field]) => field in MemberFacts.shape))

/** 文件里给了的自设字段。 */
const customOf = (given: Record<string, unknown>, memberId: number) =>
  Object.entries(given).flatMap(([field, value]) => {
    const fieldId = customIdOf(field)
    return fieldId === undefined ? [] : [{ fieldId, memberId, value: String(value) }]
  })

/** 身份证号核对无误而表里没写的生日、性别，由它得出（GB 11643）。 */
function withIdFacts(facts: MemberChanges): MemberChanges {
  const found = facts.idNumber ? checkIdNumber(facts.idNumber) : undefined
  if (!found || found.warning) return facts
  return { ...(found.birthDay && { birthDay: found.birthDay }), ...(found.gender && { gender: found.gender }), ...facts }
}

export interface Entering {
  db: Writer
  ledger: Ledger
  today: string
  /** 这次导入里新建的小组：支部与名称 → id。 */
  founded: Map<string, number>
}

async function groupId({ db, founded }: Entering, { branch, group }: Placed): Promise<number | null> {
  if (group === null) return null
  if ('id' in group) return group.id
  const key = `${branch.id} ${group.name}`
  const known = founded.get(key)
  if (known !== undefined) return known
  const id = await foundOrganization(db, { parentId: branch.id, kind: 'group', name: group.name, foundedOn: null })
  founded.set(key, id)
  return id
}

/** 新增一名党员，与“登记党员”同一套规矩。 */
export async function add(entering: Entering, values: Values, placed: Placed): Promise<void> {
  const given = typed(values, entering.ledger)
  const category: Category = categoryFor(values, entering.today, memberLimits()).category === '预备党员' ? 'probationary' : 'formal'
  const id = await enrol(
    entering.db,
    {
      organizationId: placed.branch.id,
      groupId: await groupId(entering, placed),
      category,
      standing: (given.standing as Standing | undefined) ?? 'normal',
      fromDay: null,
      facts: withIdFacts(factsOf(given)) as NewMember,
    },
    entering.today,
  )
  await fillFields(entering.db, customOf(given, id))
}

/** 文件里给了、且与名册不同的事实；15 位与 18 位的同一身份证号不算不同，只有年月的不覆盖更细的日子。 */
function changesTo(person: KnownPerson, facts: MemberChanges): MemberChanges {
  const before = person as unknown as Record<string, unknown>
  return Object.fromEntries(
    Object.entries(facts).filter(([field, value]) => {
      const old = before[field]
      if (old === value) return false
      if (field === 'idNumber' && typeof old === 'string' && to18(old) === to18(String(value))) return false
      return !(typeof old === 'string' && typeof value === 'string' && /^\d{4}-\d\d$/.test(value) && old.startsWith(`${value}-`))
    }),
  )
}

/** 更新名册里的同一个人：只动文件里给了、又不同的。没有变化为 false。 */
export async function amend(entering: Entering, person: KnownPerson, values: Values, placing: Placing): Promise<boolean> {
  const { db, today } = entering
  const given = typed(values, entering.ledger)
  const changes = changesTo(person, factsOf(given))
  let changed = Object.keys(changes).length > 0
  if (changed) await amendMember(db, person.id, changes, today)
  if ((await fillFields(db, customOf(given, person.id))) > 0) changed = true
  if (given.category === 'formal' && person.category === 'probationary') {
    await setFrom(db, 'memberCategory', person.id, (given.fullMemberOn as string | undefined) ?? today, { category: 'formal' })
    changed = true
  }
  if (given.standing && given.standing !== person.standing) {
    await setFrom(db, 'memberStanding', person.id, today, { standing: given.standing as Standing })
    changed = true
  }
  const grouped =
    values.groupName && values.groupName !== person.groupName && 'branch' in placing && placing.branch.id === person.organizationId
  if (grouped) {
    await setFrom(db, 'memberGroup', person.id, person.groupName === null ? null : today, {
      organizationId: await groupId(entering, placing),
    })
    changed = true
  }
  return changed
}
