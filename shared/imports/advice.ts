import type { Ledger } from '../ledger/define.ts'
import type { Block } from './blocks.ts'
import type { SheetKind } from './contract.ts'
import type { TableHead } from './find-table.ts'
import { type Grid, letterOf } from './grid.ts'
import type { ReadRow } from './member-checks.ts'
import { admitsMembers, listsNonMembers } from './titles.ts'

interface Seen {
  grid: Grid
  /** 导入到的台账。 */
  ledger: Ledger
  head?: TableHead | undefined
  blocks?: Block[]
  people?: ReadRow[]
}

/** 支部或小组是从上面带下来的。 */
const carriedDown = ({ values, cells, raw }: ReadRow) =>
  ['branchName', 'groupName'].some((field) => values[field] && cells[field] && !raw[field])

function tableAdvice({ grid, ledger, head, blocks = [], people = [] }: Seen): string {
  const asMembers = admitsMembers(ledger)
  const fields = new Set(blocks.flatMap((block) => [...block.fields.values()]))
  const said: string[] = []
  if (!head) said.push('没有找到表头，请在“表头对应”里指明哪一列是姓名。')
  else if (!fields.has('name')) said.push('没有找到“姓名”一列。如果这是名单，请在“表头对应”里指明；否则请换一张工作表。')
  else if (people.length === 0) said.push('表头认得，但下面还没有人。请填好名单再导入。')
  else {
    if (blocks.length > 1) said.push(`左右并排 ${blocks.length} 块，都读了。`)
    if (people.some(carriedDown)) said.push('左边空着的支部、小组，随上面最近的一格。')
    if (
      asMembers &&
      !listsNonMembers(grid, head, blocks) &&
      !fields.has('category') &&
      !fields.has('fullMemberOn') &&
      people.some(({ values }) => !values.category)
    )
      said.push('表里没有“人员类别”，新增的都按正式党员登记；预备党员请在导入后更正。')
  }
  if (asMembers && listsNonMembers(grid, head, blocks))
    said.push(
      '标题说的是还没有入党的人，表里也没有入党、转正的日期，所以没有一行可以导入到名册。要登记他们，请到“发展对象与积极分子”按“导入名单”；如果都是党员，请改一下表名再导入。',
    )
  if (grid.sheet.hidden) said.push('这是隐藏的工作表。')
  const hidden = grid.sheet.hiddenColumns.filter((column) => head?.paths.has(column) || blocks.some((block) => block.fields.has(column)))
  if (hidden.length > 0) said.push(`原表隐藏的列 ${hidden.map(letterOf).join('、')} 请特别核对。`)
  return said.join('')
}

/** 一句话说明这张表是什么、下一步怎么办。 */
export function advise(kind: SheetKind, seen: Seen): string {
  switch (kind) {
    case 'table':
      return tableAdvice(seen)
    case 'form':
      return '这是一人一张的登记表，不是名单。请在“党员”里点“登记党员”照着填，或者导入每人一行的名册。'
    case 'statistics':
      return '这是统计表，没有每人一行的名单，不能导入。请选择花名册所在的工作表。'
    case 'locked':
      return '文件设有打开密码。请在 Excel 或 WPS 里去掉密码、另存一份再导入。'
    default:
      return seen.grid.lastRow < 0 ? '空的工作表，没有内容。' : '没有找到名单，只有说明或选项。请选择花名册所在的工作表。'
  }
}
