import type { Category, MemberRow, Standing } from '../../shared/members/contract.ts'
import { type MemberLimits, memberWarnings } from '../../shared/members/rules.ts'

export interface Filters {
  category: Category | ''
  /** 小组的编号；'none' 为没有编组。 */
  group: string
  /** inRoll 在册（默认）；all 全部；或一种状态。 */
  standing: 'inRoll' | 'all' | Standing
  /** 只看要核对的。 */
  doubtful: boolean
}

export const noFilters: Filters = { category: '', group: '', standing: 'inRoll', doubtful: false }

/** 在取到的名册里再筛。要核对的：没有身份证号，或有提醒。 */
export const filtered = (
  rows: readonly MemberRow[],
  { category, group, standing, doubtful }: Filters,
  today: string,
  limits: MemberLimits | undefined,
) =>
  rows.filter(
    (row) =>
      (category === '' || row.category === category) &&
      (group === '' || (group === 'none' ? row.groupId === null : row.groupId === Number(group))) &&
      (standing === 'inRoll' || standing === 'all' || row.standing === standing) &&
      (!doubtful || !row.idNumber || (limits !== undefined && memberWarnings(row, today, limits).length > 0)),
  )
