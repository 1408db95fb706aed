import { checkOriginals } from '../attachments/originals.ts'
import { localDay } from '../core/local-day.ts'
import { refuse } from '../core/refuse.ts'
import type { Service } from '../core/services.ts'
import { DEMO } from '../core/session.ts'
import { actors } from './actors.ts'
import { createWhole } from './create-whole.ts'
import { findingsOf } from './findings.ts'
import { ledgersIn, newLedgerPath } from './folder.ts'

export const filesService: Service<'files'> = {
  shelf: ({ ports: { places, desk } }) => ({
    folder: places.ledgers,
    ledgers: ledgersIn(places.ledgers),
    nativeDialogs: desk.nativeDialogs,
  }),

  current: ({ session }) => session.describe() ?? null,

  create(context, { name, kind, actor, path }) {
    const maker = context.apart()
    return createWhole(context, {
      place: () => newLedgerPath(context.ports.places.ledgers, name, path),
      maker,
      async fill() {
        await maker.session.actAs(actor)
        await maker.app.organizations.found({ parentId: null, kind, name })
      },
    })
  },

  createDemo(context, { path }) {
    const { job, today, ports } = context
    // 每一步都记在它该发生的那天：拨的只是这一个核心的钟
    let at: Date | undefined
    const maker = context.apart({ now: () => at ?? ports.now(), today: () => (at ? localDay(at) : ports.today()) })
    return createWhole(context, {
      place: () => newLedgerPath(ports.places.ledgers, `演示台账 ${today}`, path, true),
      maker,
      async fill() {
        await maker.session.actAs({ name: '演示', post: '支部书记' })
        await maker.session.record({ command: DEMO, title: '建立演示台账', subject: '' })
        const { fillDemo } = await import('./demo/fill.ts')
        await fillDemo(maker, today, job, (moment) => {
          at = new Date(moment)
        })
      },
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

  async check({ session, ports, job }) {
    const file = session.file ?? refuse('core.noLedger')
    job.progress(null, '逐页核对台账文件')
    const damage = await session.atOneMoment(() => file.check(ports.spawnChecker, job.signal))
    if (damage.length > 0) return { ok: false, findings: findingsOf(damage), notes: ['附件的原件没有再核对。'] }
    const originals = await checkOriginals(file.reader, async (done, all) => {
      job.progress(done / all, '核对附件的原件')
      await job.checkpoint()
    })
    return { ok: originals.findings.length === 0, ...originals }
  },

  choose: ({ ports: { desk } }, { accept }) => desk.chooseFile(accept),

  expect: ({ bytes }) => ({ ticket: bytes.expect() }),

  received({ bytes }, { ticket, name }) {
    const received = bytes.receive(ticket) ?? refuse('files.goneHandle')
    return { file: bytes.hold({ name, bytes: received }), name, bytes: received.byteLength }
  },
}
