import { to18 } from '../../shared/members/id-number.ts'
import type { ReadLine } from '../imports/target.ts'

/** 前面已有的同一个人的那一行，凭什么说是同一个。 */
export interface Repeat {
  of: ReadLine
  by: 'idNumber' | 'birthDay'
}

/**
 * 要导入的几张表里，后面的行重复了前面的谁：身份证号相同，或姓名与完整的出生日期都相同而身份证号没有说不同。
 * @example repeatsIn([one, again]).get(again) //=> { of: one, by: 'idNumber' }
 */
export function repeatsIn(rows: readonly ReadLine[]): ReadonlyMap<ReadLine, Repeat> {
  const seen = new Map<string, ReadLine>()
  const repeats = new Map<ReadLine, Repeat>()
  for (const row of rows) {
    const { idNumber, name, birthDay } = row.values
    const id = idNumber && to18(idNumber)
    const born = birthDay?.length === 10 && `${name} ${birthDay}`
    const [sameId, sameBirth] = [id && seen.get(id), born && seen.get(born)]
    if (sameId) repeats.set(row, { of: sameId, by: 'idNumber' })
    else if (sameBirth && !(id && sameBirth.values.idNumber)) repeats.set(row, { of: sameBirth, by: 'birthDay' })
    if (id && !sameId) seen.set(id, row)
    if (born && !sameBirth) seen.set(born, row)
  }
  return repeats
}
