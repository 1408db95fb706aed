import { rmSync } from 'node:fs'
import { refuse } from '../core/refuse.ts'
import type { Service, TaskContext } from '../core/services.ts'
import { DEMO } from '../core/session.ts'
import { actors } from './actors.ts'
import { fillDemo } from './demo.ts'
import { ledgersIn, newLedgerPath } from './folder.ts'

/** 新建、填好、留下；任何一步不成就不留下半个文件。 */
async function createWhole<T>({ session }: TaskContext, path: string, fill: () => Promise<T>): Promise<T> {
  await session.open(path, { create: true })
  try {
    return await fill()
  } catch (error) {
    await session.close()
    for (const part of ['', '-wal', '-shm', '.lock']) rmSync(path + part, { force: true })
    throw error
  }
}

const described = ({ session }: TaskContext) => session.describe() ?? refuse('core.noLedger')

export const filesService: Service<'files'> = {
  shelf: ({ ports: { places, desk } }) => ({
    folder: places.ledgers,
    ledgers: ledgersIn(places.ledgers),
    nativeDialogs: desk.nativeDialogs,
  }),

  current: ({ session }) => session.describe() ?? null,

  async create(context, { name, kind, actor, path }) {
    const { session, app, ports } = context
    await createWhole(context, newLedgerPath(ports.places.ledgers, name, path), async () => {
      await session.actAs(actor)
      await app.organizations.found({ parentId: null, kind, name })
    })
    return described(context)
  },

  async createDemo(context, { path }) {
    const { session, app, job, today, ports, clock } = context
    await createWhole(context, newLedgerPath(ports.places.ledgers, `演示台账 ${today}`, path, true), async () => {
      await session.actAs({ name: '演示', post: '支部书记' })
      await session.record({ command: DEMO, title: '建立演示台账', subject: '' })
      await clock.pretend((moveTo) => fillDemo(app, today, job, moveTo))
    })
    return described(context)
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
