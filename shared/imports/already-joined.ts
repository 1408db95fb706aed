import type { Block } from './blocks.ts'
import type { TableHead } from './find-table.ts'
import type { Grid } from './grid.ts'
import { addressOf } from './grid.ts'
import { type HeaderPath, normalHeading } from './headings.ts'
import type { ReadRow } from './member-checks.ts'

/** 写着哪天入了党的一列：接收为预备党员、入党、转正。 */
const joinedHeading =
  /(接收|吸收|成为|列为|发展|批准)为?(中共)?预备|^预备党员.*(时间|日期|年月)$|^(加)?入(中国共产)?党(时间|日期|年月)$|转正/
const aDay = /\d{4}|\d{2}[年.]/

interface Listed {
  grid: Grid
  head: TableHead | undefined
  blocks: readonly Block[]
  people: readonly ReadRow[]
}

/** 没有对应到字段的一列说着现在走到哪一步。 */
const stageHeading = /^(当前|目前|现在?)?(所处)?(发展)?(阶段|状态|进展)$/
const endedStage = /终止|中止|取消|退出|停止|撤销/

/** 名单里写着已经终止的人：导入不替人终止，说出来。 */
function sayEnded({ grid, head, people }: Listed, unmapped: readonly (readonly [number, HeaderPath])[]): void {
  const columns = unmapped.flatMap(([column, path]) => (stageHeading.test(normalHeading(path.at(-1) ?? '')) ? [column] : []))
  for (const row of people)
    for (const column of columns) {
      const said = grid.text(row.row - 1, column)
      const text = `“${head?.paths.get(column)?.at(-1) ?? ''}”写着“${said}”，导入不改这一项；新增的按还在发展登记，请再用“终止发展”记上，或不导入这一行`
      if (endedStage.test(said)) row.warnings.push({ field: 'name', cell: addressOf(row.row - 1, column), text })
    }
}

/** 申请人的名单里已经入了党的人不登记为申请人；发展党员的总表、误选的党员名册里都有。 */
export function keepJoinedOut({ grid, head, blocks, people }: Listed): void {
  const unmapped = [...(head?.paths ?? [])].filter(([column]) => blocks.every(({ fields }) => !fields.get(column)))
  sayEnded({ grid, head, blocks, people }, unmapped)
  const columns = unmapped.flatMap(([column, path]) => {
    const heading = normalHeading(path.at(-1) ?? '')
    return joinedHeading.test(heading) && !/申请|拟|预计/.test(heading) ? [column] : []
  })
  for (const row of people) {
    const column = columns.find((one) => aDay.test(grid.text(row.row - 1, one)))
    if (column === undefined) continue
    const said = grid.text(row.row - 1, column)
    const text = `“${head?.paths.get(column)?.at(-1) ?? ''}”写着 ${said}，已经入党，不登记为申请人；名册里还没有的，请导入党员名册`
    row.errors.push({ field: 'name', cell: addressOf(row.row - 1, column), text })
  }
}
