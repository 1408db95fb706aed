import { createClient } from '../../shared/client.ts'
import { procedureAt } from '../../shared/contract.ts'
import type { Actor } from '../../shared/files/contract.ts'
import type { Procedure } from '../../shared/kit/procedure.ts'
import type { Reply } from '../../shared/kit/refusal.ts'
import { refusal } from '../../shared/refusals.ts'
import { services } from '../services.ts'
import { type Bytes, createBytes } from './bytes.ts'
import { refusalFor } from './errors.ts'
import { createJobs, type Jobs } from './jobs.ts'
import { beginOperation, endOperation } from './operation.ts'
import type { Ports } from './ports.ts'
import { problemsOf } from './problems.ts'
import { refuse } from './refuse.ts'
import type { Apart, CommandContext, QueryContext, TaskContext } from './services.ts'
import { createSession, type Session } from './session.ts'
import { createTurns } from './turns.ts'

/** 整个后台：一个 call 就是全部表面。 */
export interface Core {
  /** `of` 是问的人站着的那一本（它的路径）：已经换开了别的，就不做。不说是哪一本，就是现在开着的。 */
  call(path: string, input: unknown, of?: string): Promise<Reply>
  session: Session
  bytes: Bytes
  jobs: Jobs
  /** 停下正在做的任务（读取进程、文书工人跟着停手），关好台账。 */
  close(): Promise<void>
}

/** 问的是哪一件，站在哪本台账上问。 */
interface Asked {
  path: string
  of: string | undefined
}

type Run = (context: QueryContext | CommandContext | TaskContext, input: unknown) => unknown

/** 调用方给这件事起的名字，凭它看进度、取消。 */
const jobNamed = (input: unknown) => (input as { job?: string }).job

const handlerOf = (path: string): Run => {
  const [room = '', name = ''] = path.split('.')
  return (services as unknown as Record<string, Record<string, Run>>)[room]?.[name] as Run
}

/**
 * 建立核心。只有这里开事务、接住错误、知道今天和操作人。
 * @example const reply = await createCore(ports).call('members.find', { text: 'zs' }) //=> { ok: true, value: [...] }
 */
export function createCore(ports: Ports): Core {
  const bytes = createBytes()
  const jobs = createJobs()
  const turns = createTurns()
  const session = createSession(ports.now, turns)
  const opened = (of?: string) => {
    const file = session.file ?? refuse('core.noLedger')
    return of === undefined || file.path === of ? file : refuse('core.otherLedger')
  }
  const apart = (clock: Partial<Pick<Ports, 'now' | 'today'>> = {}): Apart => {
    const other = createCore({ ...ports, ...clock })
    return { app: createClient(other.call), session: other.session, bytes: other.bytes, close: other.close }
  }

  const runners: Record<Procedure['kind'], (asked: Asked, procedure: Procedure, run: Run, input: unknown) => Promise<unknown>> = {
    query: async ({ of }, _procedure, run, input) => {
      const file = opened(of)
      const context: QueryContext = {
        db: file.reader,
        today: ports.today(),
        // 与从外面问一样照合同读入：没给的取默认值
        rowsAt: async (source, scope) => (await handlerOf(source)(context, procedureAt(source)?.input.parse(scope))) as unknown[],
      }
      try {
        return await run(context, input)
      } catch (error) {
        // 读到一半换开了别的台账，连接已关：不是软件的差错
        return session.file === file ? Promise.reject(error) : refuse('core.otherLedger')
      }
    },

    command: ({ path, of }, { title = path }, run, input) =>
      jobs.run(
        title,
        jobNamed(input),
        (job) =>
          turns.take(async () => {
            // 还没有轮到就取消了的，不做
            job.refuseWhenCancelled()
            const file = opened(of)
            const actor: Actor = session.actor ?? refuse('core.noActor')
            const now = ports.now().toISOString()
            const value = await file.breath.during(job.refuseWhenCancelled, () =>
              file.writer.transaction().execute(async (db) => {
                const operationId = await beginOperation(db, { at: now, actor, command: path, title })
                let subject = ''
                const context: CommandContext = {
                  db,
                  today: ports.today(),
                  now,
                  actor: actor.name,
                  operationId,
                  bytes,
                  job,
                  subject: (text) => {
                    subject = text
                  },
                }
                const answer = await run(context, input)
                await endOperation(db, operationId, subject)
                return answer
              }),
            )
            file.checkpoint()
            return value
          }),
        'command',
      ),

    task: ({ of }, { title = '' }, run, input) =>
      jobs.run(title, jobNamed(input), async (job) => {
        if (of !== undefined) opened(of)
        const app = createClient((path, given) => call(path, given, of))
        return run({ today: ports.today(), now: ports.now().toISOString(), job, jobs, app, session, apart, bytes, ports }, input)
      }),
  }

  async function call(path: string, given: unknown, of?: string): Promise<Reply> {
    try {
      const procedure = procedureAt(path) ?? refuse('core.unknownProcedure', { path })
      const input = procedure.input.safeParse(given)
      if (!input.success) return { ok: false, refusal: refusal('core.badInput', { problems: problemsOf(input.error) }) }
      return { ok: true, value: await runners[procedure.kind]({ path, of }, procedure, handlerOf(path), input.data) }
    } catch (error) {
      return { ok: false, refusal: refusalFor(error, path, ports.log) }
    }
  }

  return {
    call,
    session,
    bytes,
    jobs,
    close() {
      jobs.cancelAll()
      return session.close()
    },
  }
}
