import { mkdtempSync } from 'node:fs'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeXlsx } from 'hucre'
import { bareConnection } from '../../main/core/connect.ts'
import type { QueryContext, Reader } from '../../main/core/services.ts'
import { newUid } from '../../main/core/uid.ts'
import { drawnPng } from '../../main/files/demo/drawn-png.ts'
import { services } from '../../main/services.ts'
import type { Client } from '../../shared/contract.ts'
import { bindsByDefault } from '../../shared/documents/rules.ts'
import { bareReplay } from './bare.ts'
import { fillBigLedger, type Size } from './big-ledger.ts'
import { dues, fillDues } from './dues.ts'
import { fillVouchers, finances } from './finances.ts'
import { type Figure, measure, report, timingOf } from './measure.ts'
import { openAt, removeFolder } from './ports.ts'
import { importing } from './roster.ts'
import { bareRead, rosterSheet } from './sheet.ts'
import { shell } from './shell.ts'

const today = '2026-11-22'
/** 查询要的场面；这些查询都不再转取台账的行。 */
const reading = (db: Reader): QueryContext => ({ db, today, rowsAt: () => Promise.resolve([]) })
const year = 2026
/** 60 名党员一个支部；1,000 名 17 个支部；5,000 名党员 97 个支部，约 48 万条出勤。 */
const sizes: Record<number, Size> = {
  60: { branches: [60], firstMeetings: 200, otherMeetings: 0 },
  1000: { branches: [200, ...Array<number>(16).fill(50)], firstMeetings: 200, otherMeetings: 92 },
  5000: { branches: [200, ...Array<number>(96).fill(50)], firstMeetings: 200, otherMeetings: 92 },
}
const figures: Figure[] = []

interface Bench {
  members: number
  folder: string
  path: string
  app: Client
  branch: number
  root: number
}

/** 一个查询：经核心与裸的 SQL 各量一遍。 */
async function query(
  bench: Bench,
  what: string,
  times: number,
  bound: number | undefined,
  ask: () => Promise<unknown>,
  work: Parameters<typeof bareReplay>[1],
) {
  const bare = await bareReplay(bench.path, work)
  const measured = await measure(times, ask)
  const beside = await measure(times, bare.replay)
  bare.close()
  figures.push({
    what,
    members: bench.members,
    measured,
    bare: beside,
    bound: bound === undefined ? undefined : { of: 'p95', most: bound },
  })
}

async function queries(bench: Bench) {
  const { app, branch, root } = bench
  for (const [what, text] of [
    ['姓名', '王'],
    ['首字母', 'zj'],
    ['拼音', 'lixiu'],
    ['身份证后四位', '0017'],
    ['没有这个人', '皇甫'],
  ] as const)
    await query(
      bench,
      `搜索党员（${what}）`,
      60,
      10,
      () => app.members.find({ text }),
      (db) => services.members.find(reading(db), { text, limit: 20 }),
    )
  const scopes =
    bench.members > 60
      ? ([
          ['一个支部', branch],
          ['全总支', root],
        ] as const)
      : ([['全总支', root]] as const)
  for (const [what, organizationId] of scopes) {
    const listed = { organizationId, text: '', standing: 'inRoll' as const }
    await query(
      bench,
      `党员名册（${what}）`,
      20,
      100,
      () => app.members.list(listed),
      (db) => services.members.list(reading(db), listed),
    )
    await query(
      bench,
      `会议一览（${what}）`,
      20,
      100,
      () => app.meetings.listByYear({ organizationId, year }),
      (db) => services.meetings.listByYear(reading(db), { organizationId, year }),
    )
    await query(
      bench,
      `组织生活缺口（${what}）`,
      20,
      100,
      () => app.meetings.gaps({ organizationId, year }),
      (db) => services.meetings.gaps(reading(db), { organizationId, year }),
    )
  }
  await query(
    bench,
    '组织树',
    20,
    100,
    () => app.organizations.tree({}),
    (db) => services.organizations.tree(reading(db), {}),
  )
  await query(
    bench,
    '操作记录',
    20,
    100,
    () => app.history.list({}),
    (db) => services.history.list(reading(db), { limit: 100, text: '' }),
  )
}

/** 给一次会议的全部应到人员登记；裸的一边是同样多的行、同样的触发器、同样的落盘。 */
async function saving(bench: Bench) {
  const { app, branch, path } = bench
  const people = (await app.members.list({ organizationId: branch })).map(({ id }) => id)
  const plan = async () =>
    (await app.meetings.plan({ organizationId: branch, kinds: ['branchAssembly'], topic: '学习讨论', day: today })).id
  const times = 20
  const planned: number[] = []
  for (let n = 0; n < times * 2 + 6; n += 1) planned.push(await plan())
  const measured = await measure(times, (at) =>
    app.attendance.mark({
      meetingId: planned[at] ?? 0,
      marks: people.map((memberId, seat) => ({ memberId, state: seat % 9 ? 'present' : 'leave', reason: '' })),
    }),
  )
  const driver = bareConnection(path, false)
  const operation = driver.prepare(
    `insert into operation (uid, at, actor, command, title) values (?, ?, '李明', 'attendance.mark', '登记出勤')`,
  )
  const current = driver.prepare('update current_operation set operation_id = ?')
  const mark = driver.prepare(`insert into attendance (uid, meeting_id, member_id, state, reason) values (?, ?, ?, 'present', '')`)
  const save = driver.transaction((meeting: number) => {
    current.run(operation.run(newUid(), new Date().toISOString()).lastInsertRowid)
    for (const person of people) mark.run(newUid(), meeting, person)
    current.run(null)
  })
  const bare = await measure(times, (at) => {
    save(planned[times + 3 + at] ?? 0)
    driver.pragma('wal_checkpoint(truncate)')
  })
  driver.close()
  figures.push({
    what: `登记一次会议的出勤（${people.length} 人）`,
    members: bench.members,
    measured,
    bare,
    bound: { of: 'p95', most: 50 },
  })
}

/** 200 次会议的三会一课台账；裸的一边是同样的格子、不带样式。 */
async function workbook(bench: Bench) {
  const { app, branch } = bench
  await app.documents.prewarm({})
  const wanted = { kind: 'ledger' as const, ledger: 'register', scope: { organizationId: branch, year }, format: 'xlsx' as const }
  const measured = await measure(10, () => app.documents.make({ wanted }))
  const rows = (await app.meetings.listByYear({ organizationId: branch, year })).slice(0, 200)
  const cells = rows.map((row, n) => [
    n + 1,
    row.kindNames,
    row.topic,
    row.organizationName,
    row.day,
    row.startsAt,
    row.endsAt,
    row.place,
    row.host,
    row.recorder,
    row.expected,
    row.present,
    row.onLeave,
    row.absent,
    row.rate,
    row.status,
  ])
  const bare = await measure(10, () => writeXlsx({ sheets: [{ name: '台账', rows: cells }] }))
  figures.push({
    what: `三会一课台账.xlsx（${rows.length} 次会议）`,
    members: bench.members,
    measured,
    bare,
    bound: { of: 'median', most: 350 },
  })
}

/** 一个支部一年有内容的台账：打成一包，装订成册。 */
async function collections({ app, branch, members }: Bench) {
  const scope = { organizationId: branch, year }
  const filled = (await app.documents.shelf(scope)).filter(({ rows }) => rows > 0)
  const count = `${filled.length} 本台账`
  const packed = await measure(3, () => app.documents.make({ wanted: { kind: 'pack', scope } }))
  figures.push({ what: `${count}打成一包`, members, measured: packed, bound: { of: 'median', most: 4000 } })
  const wanted = { kind: 'binder' as const, scope, ledgers: filled.map(({ ledger }) => ledger).filter(bindsByDefault) }
  const bound = await measure(1, () => app.documents.make({ wanted }))
  figures.push({ what: `${wanted.ledgers.length} 本台账装订成册`, members, measured: bound, bound: { of: 'median', most: 20_000 } })
}

/** 头一份 PDF：工人没醒与已醒；每次都是新的核心、新的工人。 */
async function firstPdf({ members, folder, path }: Bench, meetingId: number, people: number) {
  const samples = { cold: [] as number[], warm: [] as number[] }
  for (let n = 0; n < 5; n += 1)
    for (const kind of ['cold', 'warm'] as const) {
      const { app, close } = await openAt(folder, path)
      if (kind === 'warm') await app.documents.prewarm({})
      const start = performance.now()
      await app.documents.make({ wanted: { kind: 'signInSheet', meetingId } })
      samples[kind].push(performance.now() - start)
      await close()
    }
  figures.push({
    what: `头一份 PDF（${people} 人签到表，工人已醒）`,
    members,
    measured: timingOf(samples.warm),
    bound: { of: 'median', most: 150 },
  })
  figures.push({
    what: `头一份 PDF（${people} 人签到表，工人没醒）`,
    members,
    measured: timingOf(samples.cold),
    bound: { of: 'median', most: 500 },
  })
}

async function preview({ core, app }: Awaited<ReturnType<typeof openAt>>, bench: Bench) {
  const bytes = rosterSheet(1400)
  const measured = await measure(
    5,
    () =>
      app.imports.read({
        file: core.bytes.hold({ name: '名册.xlsx', bytes }),
        target: { ledger: 'members', organizationId: bench.branch },
      }),
    1,
  )
  const bare = await measure(5, () => bareRead(bytes), 1)
  figures.push({ what: '预览一张 1,400 行的名册', members: bench.members, measured, bare, bound: { of: 'median', most: 2000 } })
}

/** 存 10 张照片；40 张照片的会议记录（照片页 10 页）。 */
async function photos({ core, app }: Awaited<ReturnType<typeof openAt>>, members: number, meetingId: number) {
  const drawn = Array.from({ length: 50 }, (_, seed) =>
    drawnPng({ width: 500, height: 375 }, (x, y) => [(x * 7919 + y * 104729 + seed) & 255, (x * y + seed) & 255, (x ^ y) & 255]),
  )
  const store = async (bytes: Uint8Array) => (await app.attachments.store({ file: core.bytes.hold({ name: '照片.png', bytes }) })).hash
  const stored: string[] = []
  const start = performance.now()
  for (const bytes of drawn.slice(0, 10)) stored.push(await store(bytes))
  figures.push({ what: '存 10 张照片', members, measured: timingOf([performance.now() - start]) })
  for (const bytes of drawn.slice(10, 40)) stored.push(await store(bytes))
  await app.attachments.attach({
    owner: 'meeting',
    ownerId: meetingId,
    items: stored.map((hash, at) => ({ hash, kind: 'photo', name: `${at}.png` })),
  })
  const measured = await measure(5, () => app.documents.make({ wanted: { kind: 'minutes', meetingId } }))
  figures.push({ what: '40 张照片的会议记录', members, measured, bound: { of: 'median', most: 3000 } })
}

async function run(members: number) {
  const folder = mkdtempSync(join(tmpdir(), '支部台账-压测-'))
  const path = join(folder, '压测.taizhang')
  const size = sizes[members] ?? { branches: [members], firstMeetings: 10, otherMeetings: 0 }
  const start = performance.now()
  await (await openAt(folder, path, true)).close()
  const { branch, attendance } = fillBigLedger(path, size, year)
  const dueRows = fillDues(path)
  fillVouchers(path)
  console.log(`${members} 名党员、${attendance} 条出勤，填充 ${((performance.now() - start) / 1000).toFixed(1)} 秒`)
  const opened = performance.now()
  const open = await openAt(folder, path)
  figures.push({ what: '打开台账', members, measured: timingOf([performance.now() - opened]) })
  const root = (await open.app.organizations.tree({}))[0]?.id ?? 0
  const bench: Bench = { members, folder, path, app: open.app, branch, root }
  await queries(bench)
  await workbook(bench)
  if (members === 60) await collections(bench)
  figures.push(...(await dues(bench, dueRows)))
  figures.push(...(await finances(bench)))
  await preview(open, bench)
  const { id: meetingId } = await open.app.meetings.plan({
    organizationId: branch,
    kinds: ['branchAssembly'],
    topic: '学习讨论',
    day: today,
  })
  await saving(bench)
  const people = (await open.app.attendance.sheet({ meetingId })).length
  await photos(open, members, meetingId)
  await open.close()
  await firstPdf(bench, meetingId, people)
  figures.push(...(await shell({ folder, path, members, root, meetingId })))
  removeFolder(folder)
}

for (const members of Object.keys(sizes).map(Number)) await run(members)
figures.push(...(await importing()))
const load = loadavg()[0] ?? 0
if (load > availableParallelism())
  console.log(`机器正忙（负载 ${load.toFixed(1)}，${availableParallelism()} 核），毫秒数偏大，请看倍数或闲时再量。`)
console.log(`\n${report(figures)}`)
process.exit(0)
