import type { Progress } from './contract.ts'

export const progressWords: Record<Progress, string> = { open: '进行中', overdue: '已过期限', done: '已完成' }
