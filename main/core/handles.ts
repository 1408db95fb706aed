import type { Kysely, Transaction } from 'kysely'
import type { Schema } from './schema.ts'

/** 只能读：想写的查询不能编译，连接也是只读打开的。 */
export type Reader = Pick<Kysely<Schema>, 'selectFrom' | 'with' | 'fn'>
/** 只有核心开的事务能写。 */
export type Writer = Transaction<Schema>
