import type { Adjust, Kind, Rounding } from './bases.ts'
import type { MovementKind } from './fund.ts'
import type { LineKind, Method } from './payments.ts'

export const unitWords: Record<Rounding['unit'], string> = { fen: '分', jiao: '角', yuan: '元' }
export const modeWords: Record<Rounding['mode'], string> = { half: '四舍五入', up: '进一', down: '截尾' }
export const adjustWords: Record<Adjust, string> = { onChange: '工资变动当月起用新基数', yearlyFrozen: '年初核定，年内不变' }
export const methodWords: Record<Method, string> = { cash: '现金', transfer: '转账', wechat: '微信', alipay: '支付宝', other: '其他' }
export const lineWords: Record<LineKind, string> = { due: '党费', extra: '自愿多交', large: '大额党费' }
export const movementWords: Record<MovementKind, string> = {
  opening: '期初结余',
  allocated: '上级下拨',
  returned: '返还',
  interest: '利息',
  remitted: '上缴',
  largeRemitted: '大额党费上缴',
  used: '使用',
}
export const kindWords: Record<Kind, string> = {
  salary: '按月领工资',
  annualSalary: '年薪制',
  selfEmployed: '个体经营等',
  retired: '离退休',
  farmer: '农民',
  fixed: '定额 0.20 元',
  hardship: '困难少交免交',
}
