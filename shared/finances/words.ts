import type { AccountKind, CheckKind, Direction, MoneySource, ProjectKind, VoucherKind } from './contract.ts'

export const accountWords: Record<AccountKind, string> = { cash: '现金', bank: '银行存款' }
export const directionWords: Record<Direction, string> = { income: '收入', expense: '支出' }
export const sourceWords: Record<MoneySource, string> = {
  fiscal: '财政',
  unit: '单位列支',
  dues: '会费',
  refund: '党费返还',
  self: '自筹',
  donation: '捐助',
  other: '其他',
}
export const voucherWords: Record<VoucherKind, string> = { opening: '期初', income: '收入', expense: '支出', transfer: '转账' }
export const projectWords: Record<ProjectKind, string> = { brand: '党建品牌', care: '关爱慰问' }
export const checkWords: Record<CheckKind, string> = { count: '现金盘点', statement: '银行对账', carry: '年度结转' }
