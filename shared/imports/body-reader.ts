import type { Block } from './blocks.ts'
import type { TableHead } from './find-table.ts'
import type { Grid } from './grid.ts'
import type { ReadRow } from './member-checks.ts'
import type { Outcome, Understanding } from './read-body.ts'

/** 不是一人一行的台账，表头以下怎样读；找表头、对应字段仍是同一套。 */
export interface BodyReader {
  read(grid: Grid, head: TableHead | undefined, blocks: readonly Block[], given: Understanding): Outcome
  /** 读下来一句话说明这张表；没有表头时也要说。 */
  advise(table: { grid: Grid; head?: TableHead | undefined; blocks?: readonly Block[]; people?: readonly ReadRow[] }): string
}
