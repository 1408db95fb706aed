import { MemberFacts } from '../../shared/members/contract.ts'
import { to18 } from '../../shared/members/id-number.ts'
import type { ReadLine } from '../imports/target.ts'
import type { KnownPerson } from './everyone.ts'
import { factText, isOwnField } from './import-differences.ts'

type Values = ReadLine['values']

/** 凭什么认得：两份名单里都有的几样。 */
type Person = Pick<KnownPerson, 'id' | 'name' | 'idNumber' | 'birthDay' | 'organizationId'>

/** 一种名单里，姓名相同的还凭什么认得是同一个人。 */
export interface Resemblance<P extends Person> {
  /** 另有一样对得上，如手机。 */
  alsoAgrees(values: Values, person: P): boolean
  /** 记着的与这一行一字不差：同一份名单又导入了一次。 */
  saysTheSame(values: Values, person: P): boolean
}

/** 认出了是谁；要人认的几位同名的；或者没有（rival 是资料对不上的同名者）。 */
export type Match<P = KnownPerson> = { person: P } | { namesakes: P[] } | { taken: P; by: ReadLine } | { rival: P | undefined }

/** 只比都知道的部分；有一方没写为 undefined。 */
const agree = (one: string | null | undefined, other: string | null | undefined) => {
  if (!one || !other) return undefined
  const length = Math.min(one.length, other.length)
  return one.slice(0, length) === other.slice(0, length)
}

/** 身份证号或生日说的不是同一个人。 */
const differs = (values: Values, person: Person) =>
  (values.idNumber && person.idNumber && to18(values.idNumber) !== to18(person.idNumber)) ||
  agree(values.birthDay, person.birthDay) === false

/** 名册里记的，这一行一样也不缺、一样也不多：同一份名单又导入了一次。没标过“是”的，写不写“否”都一样。 */
const saysTheSame = (values: Values, person: KnownPerson) =>
  Object.keys(MemberFacts.shape).every((field) => {
    const [said, recorded] = [values[field] ?? '', factText(field, person[field as keyof KnownPerson])]
    return said === recorded || (said === '' && recorded === '否')
  }) &&
  Object.entries({ ...person.custom, ...customOf(values) }).every(
    ([field]) => (values[field] ?? '') === factText(field, (person.custom as Record<string, unknown>)[field]),
  )

/** 名册上的人：手机相同，或一字不差。 */
export const memberResemblance: Resemblance<KnownPerson> = {
  alsoAgrees: ({ mobile }, person) => mobile !== undefined && person.mobile === mobile,
  saysTheSame,
}

const customOf = (values: Values) => Object.fromEntries(Object.entries(values).filter(([field]) => isOwnField(field)))

/**
 * 给每一行找名单里的同一个人：身份证号，其次姓名加生日，再次姓名加另外一样（手机等）；只有姓名相同的要问人，
 * 除非这一行与记的一字不差。只凭姓名问起的限于 scope 里的支部。一个人只能被一行认领，两行不会悄悄合成一个。
 * 先认有把握的，再认没有把握的：排在前面的同名者抢不走后面凭身份证号认得的人。
 * @example samePeople([{ values: { name: '张三', idNumber: '…' }, … }], people, scope, () => undefined, memberResemblance) //=> [{ person }]
 */
export function samePeople<P extends Person>(
  rows: readonly ReadLine[],
  people: readonly P[],
  scope: ReadonlySet<number>,
  answer: (row: ReadLine) => number | null | undefined,
  { alsoAgrees, saysTheSame }: Resemblance<P>,
): Match<P>[] {
  const known = new Map(people.map((person) => [person.id, person]))
  const byId = new Map(people.flatMap((person) => (person.idNumber ? [[to18(person.idNumber), person] as const] : [])))
  const byName = Map.groupBy(people, ({ name }) => name)
  const claimed = new Map<number, ReadLine>()
  const found = new Map<ReadLine, P>()
  const alike = ({ values }: ReadLine) => (byName.get(values.name ?? '') ?? []).filter((person) => !differs(values, person))
  const near = ({ organizationId }: P) => organizationId !== null && scope.has(organizationId)

  const ways: ((row: ReadLine) => P | undefined)[] = [
    (row) => known.get(answer(row) ?? 0),
    ({ values }) => (values.idNumber ? byId.get(to18(values.idNumber)) : undefined),
    (row) => alike(row).find((person) => agree(row.values.birthDay, person.birthDay)),
    (row) => alike(row).find((person) => alsoAgrees(row.values, person)),
    (row) => alike(row).find((person) => near(person) && !claimed.has(person.id) && saysTheSame(row.values, person)),
  ]
  for (const way of ways)
    for (const row of rows) {
      if (found.has(row) || answer(row) === null) continue
      const person = way(row)
      if (person && !claimed.has(person.id)) {
        claimed.set(person.id, row)
        found.set(row, person)
      }
    }

  return rows.map((row): Match<P> => {
    const person = found.get(row)
    if (person) return { person }
    if (answer(row) === null) return { rival: undefined }
    const sure = ways
      .slice(1, 4)
      .map((way) => way(row))
      .find((each) => each !== undefined)
    const by = sure && claimed.get(sure.id)
    if (sure && by) return { taken: sure, by }
    const namesakes = alike(row).filter((one) => near(one) && !claimed.has(one.id))
    if (namesakes.length > 0) return { namesakes }
    return { rival: byName.get(row.values.name ?? '')?.find((one) => near(one) && differs(row.values, one)) }
  })
}
