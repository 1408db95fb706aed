import type { HoursRow } from './contract.ts'

/**
 * 学时够不够：书记、班子成员与其他党员要求不同；不足的照差额，够了为 0。
 * 来源：党员教育管理工作条例第二十条（32 学时）；班子成员 56 学时见教育培训规划，待核，两数都在规则包里。
 * @example hoursStanding(30.5, false, { memberHours: 32, committeeHours: 56 }) → { required: 32, lacking: 1.5 }
 */
export const hoursStanding = (
  hours: number,
  onCommittee: boolean,
  { memberHours, committeeHours }: { memberHours: number; committeeHours: number },
): Pick<HoursRow, 'required' | 'lacking'> => {
  const required = onCommittee ? committeeHours : memberHours
  return { required, lacking: Math.max(0, required - hours) }
}
