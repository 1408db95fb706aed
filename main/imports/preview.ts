import type { CustomField } from '../../shared/fields/contract.ts'
import type { Adjustments, KnownPerson, SheetPreview } from '../../shared/imports/contract.ts'
import type { RawSheet } from '../../shared/imports/raw.ts'
import { understand } from '../../shared/imports/understand.ts'
import type { Ledger } from '../../shared/ledger/define.ts'
import { standingWords } from '../../shared/members/words.ts'
import { dictionary, memberLimits } from '../rules/packs.ts'
import { withMatches } from './match.ts'
import { createPlacer, type Place, type Placing, scopeOf, withPlace } from './place.ts'

/** 对照名册所需的底；任务由查询取来，命令直接读库。 */
export interface Known {
  mappings: readonly { headerPath: string; field: string | null }[]
  people: readonly KnownPerson[]
  organizations: readonly Place[]
  fields: readonly CustomField[]
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

/** 导入不替人做的决定：调动支部、改回预备、重新编入，只提醒到哪里办。 */
function withDifferences(row: SheetPreview['rows'][number], person: KnownPerson, placing: Placing): SheetPreview['rows'][number] {
  const said: string[] = []
  const elsewhere = row.values.branchName && 'branch' in placing && !placing.warning && person.organizationId !== placing.branch.id
  if (elsewhere) said.push(`名册里在“${person.branchName ?? '（不在任何支部）'}”，导入不调动支部；要调动请用“调整支部”`)
  if (person.standing && person.standing !== 'normal' && !row.values.standing)
    said.push(`名册里的党籍状态是“${standingWords[person.standing]}”，导入只更新资料，不改状态`)
  if (row.values.category === '预备党员' && person.category === 'formal')
    said.push('名册里已是正式党员，导入不改回预备；如确有误请用“变更人员类别”')
  return said.length === 0
    ? row
    : { ...row, warnings: [...row.warnings, ...said.map((text) => ({ field: null, cell: `第 ${row.row} 行`, text }))] }
}

/** 看懂一张表，并与名册、组织对照。预览与导入走同一处，看到什么就导入什么。 */
export function check(
  sheet: RawSheet,
  given: { ledger: Ledger; organizationId: number; adjustments: Adjustments; today: string; known: Known },
): Checked {
  const { ledger, adjustments, today, known } = given
  const remembered = new Map(known.mappings.map(({ headerPath, field }) => [headerPath, field]))
  const understood = understand(sheet, { ledger, adjustments, today, limits: memberLimits(), remembered })
  const place = createPlacer(known.organizations, given.organizationId)
  const spoken = understood.rows.map((row) => ({ ...row, values: worded(row.values) }))
  const rows = withMatches(spoken, known.people, scopeOf(known.organizations, given.organizationId)).map(({ row, person }) => {
    const placing = place(row.values)
    return { person, placing, row: person ? withDifferences(row, person, placing) : row.errors.length > 0 ? row : withPlace(row, placing) }
  })
  return { preview: { ...understood, rows: rows.map(({ row }) => row) }, rows }
}
