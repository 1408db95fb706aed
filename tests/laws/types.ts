import type { Reader } from '../../main/core/services.ts'
import { number } from '../../shared/ledger/columns.ts'
import { defineLedger } from '../../shared/ledger/define.ts'
import { refusal } from '../../shared/refusals.ts'

const [id, title, source] = ['x', 'x', 'meetings.listByYear'] as const

/** 写错了就不能编译的几件事；哪天能编译了，类型检查会失败。 */
export const mistakes = (db: Reader) => [
  // @ts-expect-error 查询不能写
  db.insertInto('member'),
  // @ts-expect-error 拒绝的数据写错
  refusal('meetings.inFuture', { date: '2026-01-01' }),
  // @ts-expect-error 没有这个拒绝
  refusal('meetings.nonsense'),
  // @ts-expect-error 列的类型与来源查询的行不符
  defineLedger({ id, title, source, keys: [['day']], columns: { topic: number('主题') } }),
  // @ts-expect-error 来源查询没有这一列
  defineLedger({ id, title, source, keys: [['nothing']], columns: {} }),
]
