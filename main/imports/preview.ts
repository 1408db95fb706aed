import type { Adjustments, KnownPerson, SheetPreview } from '../../shared/imports/contract.ts'
import type { RawSheet } from '../../shared/imports/raw.ts'
import { understand } from '../../shared/imports/understand.ts'
import type { Ledger } from '../../shared/ledger/define.ts'
import { dictionary } from '../rules/packs.ts'
import { withMatches } from './match.ts'
import { createPlacer, type Place, type Placing, withPlace } from './place.ts'

/** 对照名册所需的底；任务由查询取来，命令直接读库。 */
export interface Known {
  mappings: readonly { headerPath: string; field: string | null }[]
  people: readonly KnownPerson[]
  organizations: readonly Place[]
}

export interface Checked {
  preview: SheetPreview
  /** 与 preview.rows 逐行对应。 */
  rows: { row: SheetPreview['rows'][number]; person: KnownPerson | undefined; placing: Placing }[]
}

/** 国家口径的表里学历、岗位、民族写的是代码，译成文字。 */
const worded = (values: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(values).map(([field, text]) => [field, (/^\d{1,4}$/.test(text) && dictionary(field).words.get(text)) || text]),
  )

/** 看懂一张表，并与名册、组织对照。预览与导入走同一处，看到什么就导入什么。 */
export function check(
  sheet: RawSheet,
  given: { ledger: Ledger; organizationId: number; adjustments: Adjustments; today: string; known: Known },
): Checked {
  const { ledger, adjustments, today, known } = given
  const remembered = new Map(known.mappings.map(({ headerPath, field }) => [headerPath, field]))
  const understood = understand(sheet, { ledger, adjustments, today, remembered })
  const place = createPlacer(known.organizations, given.organizationId)
  const spoken = understood.rows.map((row) => ({ ...row, values: worded(row.values) }))
  const rows = withMatches(spoken, known.people).map(({ row, person }) => {
    const placing = place(row.values)
    return { person, placing, row: person || row.errors.length > 0 ? row : withPlace(row, placing) }
  })
  return { preview: { ...understood, rows: rows.map(({ row }) => row) }, rows }
}
