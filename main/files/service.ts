import { renameSync, rmSync } from 'node:fs'
import type { OpenLedger } from '../../shared/files/contract.ts'
import { refuse } from '../core/refuse.ts'
import type { Service, TaskContext } from '../core/services.ts'
import { DEMO } from '../core/session.ts'
import { actors } from './actors.ts'
import { fillDemo } from './demo.ts'
import { ledgersIn, newLedgerPath } from './folder.ts'

/** 先在旁边建好、填好，再改成正式的名字打开：半路断电也不会留下一个空台账。 */
async function createWhole({ session }: TaskContext, path: string, fill: () => Promise<void>): Promise<OpenLedger> {
  const building = `${path}.新建中`
  const discard = () => {
    for (const part of ['', '-wal', '-shm', '.lock']) rmSync(building + part, { force: true })
  }
  discard()
  try {
    await session.open(building, { create: true })
    await fill()
    await session.close()
    renameSync(building, path)
  } catch (error) {
    await session.close()
    discard()
    throw error
  }
  return session.open(path)
}

export const filesService: Service<'files'> = {
  shelf: ({ ports: { places, desk } }) => ({
    folder: places.ledgers,
    ledgers: ledgersIn(places.ledgers),
    nativeDialogs: desk.nativeDialogs,
  }),

  current: ({ session }) => session.describe() ?? null,

  async create(context, { name, kind, actor, path }) {
    const { session, app, ports } = context
    return createWhole(context, newLedgerPath(ports.places.ledgers, name, path), async () => {
      await session.actAs(actor)
      await app.organizations.found({ parentId: null, kind, name })
    })
  },

  async createDemo(context, { path }) {
    const { session, app, job, today, ports, clock } = context
    return createWhole(context, newLedgerPath(ports.places.ledgers, `演示台账 ${today}`, path, true), async () => {
      await session.actAs({ name: '演示', post: '支部书记' })
      await session.record({ command: DEMO, title: '建立演示台账', subject: '' })
      await clock.pretend((moveTo) => fillDemo(app, today, job, moveTo))
    })
  },

  open: ({ session }, { path }) => session.open(path),

  async pick({ session, ports: { desk } }) {
    if (!desk.nativeDialogs) refuse('files.noDialogs')
    const path = await desk.pickLedger()
    return path === undefined ? null : session.open(path)
  },

  async close({ session }) {
    await session.close()
    return {}
  },

  async actAs({ session }, { actor }) {
    await session.actAs(actor)
    return {}
  },

  actors: ({ session }) => (session.file ? actors(session.file.reader) : []),

  check({ session }) {
    const findings = (session.file ?? refuse('core.noLedger')).findings()
    return { ok: findings.length === 0, findings }
  },

  choose: ({ ports: { desk } }, { accept }) => desk.chooseFile(accept),

  expect: ({ bytes }) => ({ ticket: bytes.expect() }),

  received({ bytes }, { ticket, name }) {
    const received = bytes.receive(ticket) ?? refuse('files.goneHandle')
    return { file: bytes.hold({ name, bytes: received }), name, bytes: received.byteLength }
  },
}
