import { createContext, useContext } from 'react'
import type { OpenLedger } from '../../shared/files/contract.ts'
import type { Day, Id } from '../../shared/kit/values.ts'
import type { Organization } from '../../shared/organizations/contract.ts'

/** 现在在哪里：顶上选定的组织与年度，每一页都按它取数。 */
export interface Where {
  organizationId: Id
  organization: Organization
  /** 全部组织（含已撤销），树在 parentId 里。 */
  organizations: readonly Organization[]
  year: number
  setYear: (year: number) => void
  setOrganization: (id: Id) => void
  /** 这台电脑上的今天。 */
  today: Day
  ledger: OpenLedger
}

export const WhereContext = createContext<Where | null>(null)

/** 选定的组织下面还有支部：几个支部的事列在一起时，要写明是哪个支部的。 */
export const hasBranches = ({ organizationId, organizations }: Pick<Where, 'organizationId' | 'organizations'>) =>
  organizations.some((one) => one.parentId === organizationId && one.kind !== 'group')

/** 例：const { organizationId, year } = useWhere() */
export function useWhere(): Where {
  const where = useContext(WhereContext)
  if (!where) throw new Error('useWhere 只能在框架里用')
  return where
}
