import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir, uptime } from 'node:os'
import { join } from 'node:path'
import { openAt, removeFolder } from '../bench/ports.ts'
import { faultsIn, lastOperation, type Whole, wholeOperations } from './audit.ts'
import { startWriter } from './child.ts'

/** 一次考验：名字与发现的毛病；没有毛病就是挺过来了。 */
export interface Trial {
  name: string
  faults: string[]
}

export const inFolder = async <T>(work: (folder: string, path: string) => Promise<T>): Promise<T> => {
  const folder = mkdtempSync(join(tmpdir(), '支部 台账-故障-'))
  try {
    return await work(folder, join(folder, '春晖.taizhang'))
  } finally {
    removeFolder(folder)
  }
}

const reopens = async (folder: string, path: string): Promise<string[]> => {
  try {
    const { app, close } = await openAt(folder, path)
    const { findings } = await app.files.check({})
    const name = `更名${Date.now()}`
    const root = (await app.organizations.tree({}))[0]
    // 新建到一半的台账里还没有组织，要能接着建
    if (root) await app.organizations.amend({ id: root.id, name, kind: root.kind, foundedOn: null })
    else await app.organizations.found({ parentId: null, kind: 'branch', name })
    await close()
    return findings
  } catch (error) {
    const { refusal, message } = error as { refusal?: { code: string }; message: string }
    return [`打不开：${refusal?.code ?? message}`]
  }
}

/** 让写手完整地走一圈，得出每种命令改动的行数；留下这个台账。 */
async function wholeRound(folder: string, path: string): Promise<Whole> {
  const writer = startWriter(folder, path, { mode: 'create' })
  const finished = await writer.heard(({ what }) => what === 'meetings.archive')
  writer.child.kill('SIGKILL')
  await writer.ended
  if (!finished) throw new Error(`写手没有走完一圈：${JSON.stringify(writer.said.at(-1))}`)
  const whole = new Map(wholeOperations(path))
  // 开头的命令每次改动的行数不同或只有一次，不比
  for (const command of ['core.migrate', 'organizations.amend']) whole.delete(command)
  return whole
}

/** 在命令进行当中强行杀掉进程，times 次，每次都在同一个台账上接着来。 */
export const killedMidway = (times: number) =>
  inFolder(async (folder, path) => {
    const whole = await wholeRound(folder, path)
    const trials: Trial[] = []
    for (let n = 0; n < times; n += 1) {
      const writer = startWriter(folder, path)
      await writer.heard(({ ready, refused }) => ready === true || refused !== undefined)
      await new Promise((resolve) => setTimeout(resolve, (n * 37) % 180))
      writer.child.kill('SIGKILL')
      await writer.ended
      const last = writer.said.at(-1)
      const promised = Math.max(0, ...writer.said.map(({ operation }) => operation ?? 0))
      const refused = last && 'refused' in last ? [`写手被拒绝：${last.refused ?? last.error}`] : []
      trials.push({
        name: `命令当中强行结束，第 ${n + 1} 次`,
        faults: [...refused, ...faultsIn(path, { whole, promised }), ...(await reopens(folder, path))],
      })
    }
    return trials
  })

/** 新建到一半强行杀掉：要么没有这个文件，要么打得开，要么说得出一句话。 */
export const killedWhileCreating = (times: number) =>
  inFolder(async (folder) => {
    const trials: Trial[] = []
    for (let n = 0; n < times; n += 1) {
      const path = join(folder, `新建${n}.taizhang`)
      const writer = startWriter(folder, path, { mode: 'create' })
      await writer.heard(({ starting }) => starting === true)
      await new Promise((resolve) => setTimeout(resolve, ((n + 0.5) / times) * 200))
      writer.child.kill('SIGKILL')
      await writer.ended
      const faults = existsSync(path)
        ? (await reopens(folder, path)).filter((fault) => !/files\.(notALedger|damaged)|core\.noLedger/.test(fault))
        : []
      trials.push({ name: `新建当中强行结束，第 ${n + 1} 次`, faults })
    }
    return trials
  })

/** 开着的时候、两次命令之间，只拷走那一个文件。 */
export const copiedBetweenCommands = (times: number) =>
  inFolder(async (folder, path) => {
    const { app, close } = await openAt(folder, path, true)
    const root = (await app.organizations.tree({}))[0]?.id ?? 0
    const branch = (await app.organizations.found({ parentId: root, kind: 'branch', name: '支部' })).id
    const trials: Trial[] = []
    for (let n = 0; n < times; n += 1) {
      await app.members.admit({ organizationId: branch, category: 'formal', facts: { name: `党员${n}`, note: '备注'.repeat(n * 50) } })
      const there = mkdtempSync(join(tmpdir(), 'U盘-'))
      const copy = join(there, '拷贝.taizhang')
      copyFileSync(path, copy)
      const latest = (await app.history.list({ limit: 1 }))[0]?.id ?? 0
      const faults = [...faultsIn(copy, { promised: latest }), ...(await reopens(there, copy))]
      removeFolder(there)
      trials.push({ name: `两次命令之间拷走文件，第 ${n + 1} 次`, faults })
    }
    await close()
    return trials
  })

/** 磁盘满：写手能写的文件越来越小，直到写不下去；说得出一句话，已有的一样不少，腾出地方能接着写。 */
export const diskFull = (limitsKb: readonly number[]) =>
  inFolder(async (folder, path) => {
    if (process.platform === 'win32') return []
    const whole = await wholeRound(folder, path)
    const trials: Trial[] = []
    for (const limit of limitsKb) {
      const before = lastOperation(path)
      const writer = startWriter(folder, path, { fileLimitKb: limit })
      await writer.ended
      const last = writer.said.at(-1)
      const promised = Math.max(before, ...writer.said.map(({ operation }) => operation ?? 0))
      const said = last?.refused === 'core.diskFull' ? [] : [`没有说“磁盘满了”，说的是 ${JSON.stringify(last)}`]
      trials.push({
        name: `磁盘满（文件到 ${limit} KB 为止）`,
        faults: [...said, ...faultsIn(path, { whole, promised }), ...(await reopens(folder, path))],
      })
    }
    return trials
  })

/** 只读的文件夹：新建与打开都说一句话，不留下半个文件。 */
export const readOnlyFolder = () =>
  inFolder(async (folder) => {
    const nobody = process.getuid?.() === 0 ? 65534 : undefined
    if (process.platform === 'win32') return []
    const closed = join(folder, '只读')
    mkdirSync(closed)
    chmodSync(folder, 0o755)
    const standing = join(closed, '原有.taizhang')
    await (await openAt(closed, standing, true)).close()
    for (const name of readdirSync(closed)) chmodSync(join(closed, name), 0o444)
    chmodSync(closed, 0o555)
    const trials: Trial[] = []
    for (const [name, mode, path] of [
      ['在只读文件夹里新建', 'create', join(closed, '新.taizhang')],
      ['打开只读文件夹里的台账', 'open', standing],
    ] as const) {
      const before = readdirSync(closed)
      const writer = startWriter(closed, path, { mode, ...(nobody === undefined ? {} : { uid: nobody }) })
      await writer.ended
      const said =
        writer.said.at(-1)?.refused === 'files.readOnlyFolder'
          ? []
          : [`没有说“文件夹不能写入”，说的是 ${JSON.stringify(writer.said.at(-1))}`]
      const left = readdirSync(closed).filter((each) => !before.includes(each))
      trials.push({ name, faults: [...said, ...left.map((each) => `留下了 ${each}`), ...faultsIn(standing)] })
    }
    chmodSync(closed, 0o755)
    return trials
  })

/** 断电之后：旧锁还在，而那个进程号已是别的程序；重启之前上的锁不作数。 */
export const staleLock = () =>
  inFolder(async (folder, path) => {
    await (await openAt(folder, path, true)).close()
    const locks = {
      断电重启后进程号被别的程序占用: { pid: process.ppid, host: hostname(), since: new Date().toISOString(), uptime: uptime() + 3600 },
      锁文件只写了一半: undefined,
    }
    const trials: Trial[] = []
    for (const [name, lock] of Object.entries(locks)) {
      writeFileSync(`${path}.lock`, lock ? JSON.stringify(lock) : '{"pi')
      trials.push({ name, faults: await reopens(folder, path) })
      rmSync(`${path}.lock`, { force: true })
    }
    return trials
  })
