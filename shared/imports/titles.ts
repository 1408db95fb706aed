import type { Ledger } from '../ledger/define.ts'
import type { Block } from './blocks.ts'
import type { TableHead } from './find-table.ts'
import type { Grid } from './grid.ts'

/** 导入之后登记为党员的台账：列里有人员类别。还没有入党的人只在这样的台账里才拦。 */
export const admitsMembers = (ledger: Ledger): boolean => 'category' in ledger.columns

const list = '(名单|花名册|名册|登记|台账|情况|汇总|信息|一览|表)'
const notMembersYet = new RegExp(`(积极分子|发展对象|入党申请人|申请入党人员).{0,12}${list}`)
const probationary = new RegExp(`预备党员.{0,4}${list}`)

/** 表头上面的标题，长的是说明，不算。 */
const titlesOf = (grid: Grid, head: TableHead | undefined): string[] =>
  grid.rows
    .filter((row) => row < (head?.top ?? 0))
    .flatMap((row) => grid.filled(row).map((column) => grid.text(row, column)))
    .filter((text) => text.length < 40)

/** 标题或表名说的是还没有入党的人，列里也没有入党、转正、类别。例：“入党积极分子名单” */
export const listsNonMembers = (grid: Grid, head: TableHead | undefined, blocks: readonly Block[]): boolean => {
  const fields = new Set(blocks.flatMap((block) => [...block.fields.values()]))
  if (['joinedOn', 'fullMemberOn', 'category'].some((field) => fields.has(field))) return false
  return /积极分子|发展对象|入党申请人/.test(grid.sheet.name) || titlesOf(grid, head).some((text) => notMembersYet.test(text))
}

/** 标题或表名说的都是预备党员。例：“2024年预备党员花名册” */
export const listsProbationary = (grid: Grid, head: TableHead | undefined): boolean =>
  [...titlesOf(grid, head), `${grid.sheet.name}表`].some((text) => probationary.test(text) && !/正式|转正|[、和及与]/.test(text))

const subjects = ['发展对象', '积极分子', '申请人'] as const

/** 标题（没有说的看表名）说的是哪一种还没有入党的人；说了几种的不算。例：“2026年发展对象名册” → '发展对象' */
export const subjectOf = (grid: Grid, head: TableHead | undefined): string | undefined => {
  const saidIn = (texts: readonly string[]) => subjects.filter((subject) => texts.some((text) => text.includes(subject)))
  const said = saidIn(titlesOf(grid, head))
  const found = said.length > 0 ? said : saidIn([grid.sheet.name])
  return found.length === 1 ? found[0] : undefined
}
