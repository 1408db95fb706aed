import type { KnownPerson, PreviewRow } from '../../shared/imports/contract.ts'
import { to18 } from '../../shared/members/id-number.ts'

type Values = PreviewRow['values']
export type Match = { person: KnownPerson; by: 'idNumber' | 'birthDay' | 'mobile' | 'name' } | 'ambiguous' | undefined

const agree = (one: string | null | undefined, other: string | null | undefined) => {
  if (!one || !other) return undefined
  const length = Math.min(one.length, other.length)
  return one.slice(0, length) === other.slice(0, length)
}

/** 身份证号或生日说的不是同一个人。 */
const differs = (values: Values, person: KnownPerson) =>
  (values.idNumber && person.idNumber && to18(values.idNumber) !== to18(person.idNumber)) ||
  agree(values.birthDay, person.birthDay) === false

/**
 * 给每一行找名册里的同一个人：身份证号，其次姓名加生日，再次姓名加手机；只有姓名时，名册里要恰好只有一名对得上的。
 * 只凭姓名认人限于 scope 里的支部（所选组织之下）。一个人只能被一行认领，两行不会悄悄合成一个。
 * @example createMatcher(people, scope)({ name: '张三', idNumber: '…' }) //=> { person, by: 'idNumber' }
 */
export function createMatcher(people: readonly KnownPerson[], scope: ReadonlySet<number>): (values: Values) => Match {
  const byId = new Map(people.flatMap((person) => (person.idNumber ? [[to18(person.idNumber), person] as const] : [])))
  const byName = Map.groupBy(people, (person) => person.name)
  const claimed = new Set<number>()
  const claim = (person: KnownPerson, by: Exclude<Match, 'ambiguous' | undefined>['by']): Match => {
    claimed.add(person.id)
    return { person, by }
  }
  return (values) => {
    const same = values.idNumber ? byId.get(to18(values.idNumber)) : undefined
    if (same && !claimed.has(same.id)) return claim(same, 'idNumber')
    const namesakes = (byName.get(values.name ?? '') ?? []).filter((person) => !claimed.has(person.id) && !differs(values, person))
    const born = namesakes.find((person) => agree(values.birthDay, person.birthDay))
    if (born) return claim(born, 'birthDay')
    const called = namesakes.find((person) => values.mobile && person.mobile === values.mobile)
    if (called) return claim(called, 'mobile')
    const near = namesakes.filter(({ organizationId }) => organizationId !== null && scope.has(organizationId))
    const [only, another] = near
    if (!only) return undefined
    const distinguished = values.mobile && only.mobile && (values.birthDay || only.birthDay) === undefined
    if (another) return sameFacts(values, near)
    return distinguished ? undefined : claim(only, 'name')

    function sameFacts(given: Values, candidates: KnownPerson[]): Match {
      const identical = candidates.find((person) =>
        Object.entries(given).every(([field, text]) => !(field in person) || shownAs(person, field) === text),
      )
      return identical ? claim(identical, 'name') : 'ambiguous'
    }
  }
}

const shownAs = (person: KnownPerson, field: string) => {
  const value = (person as Record<string, unknown>)[field]
  return value === true ? '是' : value === false ? '否' : value
}

/** 预览的每一行补上对照结果；按姓名勉强对上的提醒，分不清的不导入。 */
export function withMatches(
  rows: readonly PreviewRow[],
  people: readonly KnownPerson[],
  scope: ReadonlySet<number>,
): { row: PreviewRow; person: KnownPerson | undefined }[] {
  const match = createMatcher(people, scope)
  return rows.map((row) => {
    if (row.errors.length > 0) return { row, person: undefined }
    const found = match(row.values)
    const note = (text: string) => ({ field: 'name', cell: `第 ${row.row} 行`, text })
    if (found === 'ambiguous')
      return {
        row: { ...row, errors: [...row.errors, note(`名册里有几名“${row.values.name}”，分不清是哪一位，请补上身份证号或出生日期`)] },
        person: undefined,
      }
    if (found?.by === 'idNumber' && found.person.name !== row.values.name)
      return {
        row: {
          ...row,
          errors: [...row.errors, note(`身份证号与名册里的“${found.person.name}”相同而姓名不同，请核对；确是同一人请先在名册里更正`)],
        },
        person: undefined,
      }
    if (!found) return { row, person: undefined }
    const warnings =
      found.by === 'name' ? [...row.warnings, note(`只按姓名对上了名册里的“${found.person.name}”，请核对是不是同一个人`)] : row.warnings
    return { row: { ...row, warnings, matches: { id: found.person.id, name: found.person.name } }, person: found.person }
  })
}
