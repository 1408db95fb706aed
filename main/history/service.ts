import type { OperationRow } from '../../shared/history/contract.ts'
import { refuse } from '../core/refuse.ts'
import type { CommandContext, Service, Writer } from '../core/services.ts'
import { describeChanges } from './describe.ts'
import * as history from './repository.ts'
import { restore } from './restore.ts'
import { brokenRules } from './upheld.ts'

type Stored = Awaited<ReturnType<typeof history.list>>[number]

const shown = ({ undoneBy, changes, ...row }: Stored): OperationRow => ({ ...row, changes: changes ?? 0, undone: undoneBy !== null })
const shownOrNone = (row: Awaited<ReturnType<typeof history.last>>) => {
  if (!row) return null
  const { undoneBy, ...rest } = row
  return { ...rest, undone: undoneBy !== null }
}

/** 这一步被 by 改回去了；它若自己是一次撤销（或重做），所撤的那一步就重新算数，依次往前翻。 */
async function markTakenBack(db: Writer, id: number, by: number | null): Promise<void> {
  await history.markUndone(db, id, by)
  const undoes = (await history.find(db, id))?.undoes ?? null
  if (undoes !== null) await markTakenBack(db, undoes, by === null ? id : null)
}

/** 越过后面的步子改回去，不能改出命令不许的样子；从最后一步退起的，退到的都是曾经的样子，不必看。 */
async function upholding({ db, today }: CommandContext, target: Stored, tables: ReadonlySet<string>, act: () => Promise<void>) {
  if (!(await history.followed(db, target.id))) return act()
  const before = new Set(await brokenRules(db, today, tables))
  await act()
  const why = (await brokenRules(db, today, tables)).find((broken) => !before.has(broken))
  if (why) refuse('history.wouldBreak', { why })
}

/** 把一步改回去，并把这次“改回去”自己也记成一步。 */
async function takeBack(context: CommandContext, target: Stored): Promise<void> {
  const { db, operationId, job, subject } = context
  const changes = await history.changesOf(db, target.id)
  if (changes.length === 0) refuse('history.nothingChanged')
  await upholding(context, target, new Set(changes.map(({ tableName }) => tableName)), () => restore(db, changes, job))
  await history.markUndoing(db, operationId, target.id)
  await markTakenBack(db, target.id, operationId)
  subject([target.title, target.subject].filter(Boolean).join(' '))
}

export const historyService: Service<'history'> = {
  list: async ({ db }, wanted) => (await history.list(db, wanted)).map(shown),

  async changes({ db }, { operationId, limit }) {
    const operation = (await history.find(db, operationId)) ?? refuse('history.notFound')
    const rows = await describeChanges(db, await history.changesOf(db, operationId, limit))
    return { rows, more: Math.max(0, (operation.changes ?? 0) - rows.length) }
  },

  async latest({ db }) {
    const [last, undo, redo] = await Promise.all([history.last(db), history.nextToUndo(db), history.nextToRedo(db)])
    return { last: shownOrNone(last), undo: shownOrNone(undo), redo: shownOrNone(redo) }
  },

  async undo(context, { operationId }) {
    const target = (await history.find(context.db, operationId)) ?? refuse('history.notFound')
    if (target.undoneBy !== null) refuse('history.alreadyUndone')
    await takeBack(context, target)
    return { id: context.operationId }
  },

  async redo(context, { operationId }) {
    const undo = (await history.find(context.db, operationId)) ?? refuse('history.notFound')
    if (undo.command !== 'history.undo' || undo.undoes === null) return refuse('history.notAnUndo')
    if (undo.undoneBy !== null) refuse('history.alreadyUndone')
    await takeBack(context, undo)
    return { id: context.operationId }
  },
}
