import type { CellNote } from '../../shared/imports/contract.ts'
import { to18 } from '../../shared/members/id-number.ts'
import type { ReadLine } from '../imports/target.ts'
import { inRoll } from '../members/as-of.ts'
import type { KnownPerson } from '../members/everyone.ts'

/** 已经是党员的不再登记为申请人；拿不准的只提醒。 */
type Already = { is: 'wrong'; errors: CellNote[]; warnings?: never } | { is?: never; warnings: CellNote[] }

/**
 * 名单里的一行是不是已在册的党员：身份证号相同、姓名与完整的生日都相同的不登记；只有姓名相同（在所选组织里）的提醒。
 * 出了党的可以重新申请，不算。
 * @example memberAmong(members, scope)(row)?.is //=> 'wrong'
 */
export function memberAmong(members: readonly KnownPerson[], scope: ReadonlySet<number>): (row: ReadLine) => Already | undefined {
  const onRoll = members.filter(({ standing }) => inRoll.some((one) => one === standing))
  const byId = new Map(onRoll.flatMap((one) => (one.idNumber ? [[to18(one.idNumber), one] as const] : [])))
  const byName = Map.groupBy(onRoll, ({ name }) => name)
  return (row) => {
    const { idNumber, name = '', birthDay } = row.values
    const same = idNumber ? byId.get(to18(idNumber)) : undefined
    const namesakes = (byName.get(name) ?? []).filter((one) => !(idNumber && one.idNumber && to18(one.idNumber) !== to18(idNumber)))
    const twin = same ?? namesakes.find((one) => birthDay?.length === 10 && one.birthDay === birthDay)
    const cell = `第 ${row.row} 行`
    if (twin) {
      const why = same ? '身份证号相同' : '姓名、生日都相同'
      return { is: 'wrong', errors: [{ field: 'name', cell, text: `党员名册里已有“${twin.name}”（${why}），已是党员，不登记为申请人` }] }
    }
    const near = namesakes.find((one) => one.organizationId !== null && scope.has(one.organizationId) && agrees(one.birthDay, birthDay))
    return near && { warnings: [{ field: 'name', cell, text: `党员名册里有同名的“${near.name}”，请核对是不是已经入党` }] }
  }
}

/** 有一方没写也算对得上。 */
const agrees = (one: string | null, other: string | undefined) => {
  if (!one || !other) return true
  const length = Math.min(one.length, other.length)
  return one.slice(0, length) === other.slice(0, length)
}
