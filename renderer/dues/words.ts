import type { CellState } from '../../shared/dues/contract.ts'

/** 没有金额的格里写什么；颜色之外总有字。 */
export const stateWords: Record<CellState, string> = {
  outside: '–',
  before: '转',
  suspended: '停',
  unset: '未定',
  exempt: '免',
  paid: '✓',
  part: '未足',
  owing: '欠',
  open: '待收',
  future: '○',
}
