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

/** 简字的全话，指着格子时说；不用说的没有。 */
export const stateHints: Partial<Record<CellState, string>> = {
  outside: '这个月不在这个支部交',
  before: '转来以前已在原支部交过',
  suspended: '停止党籍期间不收',
  unset: '还没有核定基数',
  exempt: '经批准免交',
  future: '还没到这个月',
}
