import type { Client, Contract, Path, Room } from '../../shared/contract.ts'
import type { Gives, Procedure, Taken } from '../../shared/kit/procedure.ts'
import type { LedgerScope } from '../../shared/kit/scope.ts'
import type { Day, Instant } from '../../shared/kit/values.ts'
import type { Bytes } from './bytes.ts'
import type { Reader, Writer } from './handles.ts'
import type { Job, Jobs } from './jobs.ts'
import type { Ports } from './ports.ts'
import type { Session } from './session.ts'

export type { Reader, Writer } from './handles.ts'

export interface QueryContext {
  db: Reader
  today: Day
  /** 一本台账的来源查询现在给出的行。 */
  rowsAt(source: Path, scope: LedgerScope): Promise<unknown[]>
}

export interface CommandContext {
  db: Writer
  today: Day
  now: Instant
  actor: string
  operationId: number
  /** 操作记录里这一步的对象与数量，如“支部党员大会 47 人”。 */
  subject(text: string): void
  /** 会话里暂存的字节（导入时读到的内容）。 */
  bytes: Bytes
  /** 做得久的，说说做到哪里了。取消了，下一句就做不下去，整条命令都不算。 */
  job: Pick<Job, 'progress'>
}

/** 另一个核心：自己的会话、自己的钟，与这里打开着的台账互不相干。 */
export interface Apart {
  app: Client
  session: Session
  bytes: Bytes
  close(): Promise<void>
}

export interface TaskContext {
  today: Day
  now: Instant
  job: Job
  jobs: Jobs
  /** 与界面相同的过程；任务取数只走这里。 */
  app: Client
  session: Session
  /** 另起一个核心；新台账在那里建好。clock 换掉它的钟（演示台账按日子先后录入）。 */
  apart(clock?: Partial<Pick<Ports, 'now' | 'today'>>): Apart
  bytes: Bytes
  ports: Ports
}

type ContextOf = { query: QueryContext; command: CommandContext; task: TaskContext }

type Handler<P> = P extends Procedure ? (context: ContextOf[P['kind']], input: Taken<P>) => Gives<P> | Promise<Gives<P>> : never

/** 一个房间的服务：少写一个过程不能编译。 */
export type Service<R extends Room> = { [K in keyof Contract[R]]: Handler<Contract[R][K]> }
export type Services = { [R in Room]: Service<R> }
