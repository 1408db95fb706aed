import { useState } from 'react'
import type { MemberFacts } from '../../shared/members/contract.ts'
import { checkIdNumber } from '../../shared/members/id-number.ts'

/** 身份证号里推得出的。 */
const deducible = ['birthDay', 'gender'] as const
type Deducible = (typeof deducible)[number]

/**
 * 身份证号填完，空着的生日、性别就带出来；号码改了，上次带出来的先收回，人自己填的不动。
 * @example const { change, leave, brought } = useDeduced(facts, onChange, today); change({ idNumber: '…' })
 */
export function useDeduced<Facts extends Pick<MemberFacts, 'idNumber' | Deducible>>(
  facts: Facts,
  onChange: (facts: Facts) => void,
  today: string,
) {
  const [filled, setFilled] = useState<readonly Deducible[]>([])
  const bring = (from: Facts): Facts => {
    const found = checkIdNumber(from.idNumber ?? '', today)
    const after = { ...from }
    for (const field of filled) Object.assign(after, { [field]: null })
    const brought = deducible.filter((field) => found[field] && !after[field])
    for (const field of brought) Object.assign(after, { [field]: found[field] })
    setFilled(brought)
    return after
  }
  const change = (next: Partial<Facts>) => {
    const after = { ...facts, ...next }
    // 十五位时可能还没打完，等离开这一格再带
    const settled = next.idNumber === undefined || checkIdNumber(next.idNumber ?? '', today).kind !== 'resident15'
    if ('idNumber' in next) return onChange(settled ? bring(after) : after)
    setFilled((now) => now.filter((field) => !(field in next)))
    onChange(after)
  }
  const leave = (field: string) => {
    if (field === 'idNumber' && filled.length === 0 && facts.idNumber) onChange(bring(facts))
  }
  /** 这一格是带出来的。 */
  const brought = (field: string) => (filled as readonly string[]).includes(field)
  return { change, leave, brought }
}
