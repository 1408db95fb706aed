import type { Adjustments, ImportTarget, SheetPreview } from '../../shared/imports/contract.ts'
import { standingOn } from '../kit/standing.ts'
import type { Source, Stage } from './use-import.ts'

/** 没导完就走开的一次：读到哪里、改了什么。 */
export interface Unfinished {
  target: ImportTarget
  stage: Stage
  source: Source | undefined
  sheets: SheetPreview[]
  sheetName: string
  together: readonly string[]
  adjustments: Record<string, Adjustments>
}

let left: { of: string | undefined; work: Unfinished } | undefined

/** 走到一半的记着；还没选文件、导完了就没有可接的。刷新、换开另一本台账也没有。 */
export function leave(work: Unfinished): void {
  left = work.stage === 'columns' || work.stage === 'rows' ? { of: standingOn(), work } : undefined
}

/** 这本台账里没导完的那一次；没有为 undefined。 */
export const leftUnfinished = (): Unfinished | undefined => (left && left.of === standingOn() ? left.work : undefined)

/** 导入到这一本、这个组织的那一次。 */
export function unfinishedFor(ledger: string, organizationId: number): Unfinished | undefined {
  const work = leftUnfinished()
  return work?.target.ledger === ledger && work.target.organizationId === organizationId ? work : undefined
}
