import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Actor, OpenLedger } from '../../shared/files/contract.ts'
import { CONSOLE } from '../../shared/files/words.ts'
import type { Writer } from './handles.ts'
import { type OpenFile, openLedger, unreadable } from './open-ledger.ts'
import { beginOperation, endOperation } from './operation.ts'
import { refuse } from './refuse.ts'
import type { Turns } from './turns.ts'

/** 这个进程里打开着的台账（最多一个）与操作人。 */
export interface Session {
  /** 打开着的文件；没有为 undefined。 */
  readonly file: OpenFile | undefined
  readonly actor: Actor | undefined
  /** 打开（先关上原来的）；key 是文件密钥，没有口令时省略。 */
  open(path: string, options?: { key?: Uint8Array; create?: boolean }): Promise<OpenLedger>
  close(): Promise<void>
  /** 换操作人；记一行，下次打开还是他。 */
  actAs(actor: Actor): Promise<void>
  /** 只这一次以此人的名义（控制台的 --actor）：不记，下次打开仍是原来的操作人。 */
  actOnceAs(actor: Actor): void
  describe(): OpenLedger | undefined
  /** 记一行没有改动的操作（导出、打印等）。`of` 是这件事所属的台账，已换成别的就拒绝。 */
  record(line: Line, of?: OpenFile): Promise<void>
  /** 在同一刻读几样：读完之前没有命令能插进来，也不会换成别的台账。work 里只能查询。 */
  atOneMoment<T>(work: () => Promise<T>): Promise<T>
  /** 操作记录之外的写（草稿）；`of` 同上。 */
  unrecorded<T>(write: (db: Writer) => Promise<T>, of?: OpenFile): Promise<T>
}

interface Line {
  command: string
  title: string
  subject: string
}

/** 两种写法（大小写、相对路径、快捷方式）指的是不是同一个文件。 */
const isSameFile = (one: string, other: string): boolean => {
  const [a, b] = [one, other].map((path) => statSync(path, { bigint: true, throwIfNoEntry: false }))
  return a !== undefined && b !== undefined && a.dev === b.dev && a.ino === b.ino
}

/** 演示台账由这条命令记下的第一行认出。 */
export const DEMO = 'files.createDemo'

export function createSession(now: () => Date, turns: Turns): Session {
  let file: OpenFile | undefined
  let actor: Actor | undefined
  let demo = false
  const opened = () => file ?? refuse('core.noLedger')

  const closeFile = async () => {
    const closing = file
    file = actor = undefined
    await closing?.close()
  }
  /** 最后一次切换到的人，就是再打开时的操作人；命令行建的台账还没有人坐到桌前。 */
  const lastActor = async ({ reader }: OpenFile): Promise<Actor | undefined> => {
    const row = await reader
      .selectFrom('operation')
      .select(['actor', 'actorPost'])
      .where('command', '=', 'files.actAs')
      .where('actor', '<>', CONSOLE)
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst()
    return row && { name: row.actor, post: row.actorPost }
  }
  const isDemo = async ({ reader }: OpenFile) =>
    (await reader.selectFrom('operation').select('id').where('command', '=', DEMO).limit(1).executeTakeFirst()) !== undefined

  /** 操作人与是不是演示；读不出来（文件坏了）就不换过去，原来的还开着。 */
  const whoWorksIn = async (next: OpenFile) => {
    try {
      return { actor: await lastActor(next), demo: await isDemo(next) }
    } catch (error) {
      await next.close()
      throw unreadable(error, next.path)
    }
  }

  const record = (line: Line, of = file) =>
    turns.take(async () => {
      const { writer, checkpoint } = opened()
      if (of !== file) refuse('core.otherLedger')
      const by = actor ?? refuse('core.noActor')
      await writer.transaction().execute(async (db) => {
        const id = await beginOperation(db, { at: now().toISOString(), actor: by, command: line.command, title: line.title })
        await endOperation(db, id, line.subject)
      })
      checkpoint()
      demo ||= line.command === DEMO
    })

  const describe = (): OpenLedger | undefined => file && { title: file.title, path: file.path, actor: actor ?? null, demo }

  return {
    get file() {
      return file
    },
    get actor() {
      return actor
    },
    describe,
    record,
    atOneMoment: (work) => turns.take(work),
    open: (given, options = {}) =>
      turns.take(async () => {
        const path = resolve(given)
        if (file && isSameFile(file.path, path)) return describe() ?? refuse('core.noLedger')
        const next = await openLedger(path, { now: now(), ...options })
        const known = await whoWorksIn(next)
        await closeFile()
        file = next
        ;({ actor, demo } = known)
        return describe() ?? refuse('core.noLedger')
      }),
    close: () => turns.take(closeFile),
    async actAs(next) {
      const same = actor && actor.name === next.name && actor.post === next.post
      actor = next
      if (file && !same) await record({ command: 'files.actAs', title: '切换操作人', subject: next.name })
    },
    actOnceAs(next) {
      actor = next
    },
    unrecorded: (write, of = file) =>
      turns.take(async () => {
        if (of !== file) refuse('core.otherLedger')
        const value = await opened().writer.transaction().execute(write)
        opened().checkpoint()
        return value
      }),
  }
}
