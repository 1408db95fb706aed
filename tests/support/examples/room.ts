import type { Path, ProcedureAt, Room } from '../../../shared/contract.ts'
import type { Given } from '../../../shared/kit/procedure.ts'
import type { OpenApp } from '../open-app.ts'

type Example<P extends Path> = (open: OpenApp) => Promise<Given<ProcedureAt<P>>>

/** 一个房间里每个查询与命令的一个真例子：先用真的命令备好场面，再给出输入。新过程没有例子不能编译。 */
export type ExamplesOf<R extends Room> = {
  [P in Extract<Path, `${R}.${string}`> as ProcedureAt<P>['kind'] extends 'task' ? never : P]: Example<P>
}
