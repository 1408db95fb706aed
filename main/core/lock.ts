import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { hostname, uptime } from 'node:os'
import { basename, dirname } from 'node:path'
import { Refused } from '../../shared/kit/refusal.ts'
import { refusal } from '../../shared/refusals.ts'

interface Holder {
  pid: number
  host: string
  since: string
  /** 上锁时这台机器开机了多少秒；现在反而更少，就是重启过（电脑的钟不准时也认得出）。 */
  uptime?: number
}

const SLACK = 60_000

/** 锁是这次开机之前上的：断过电、重启过，那个进程号已是别人的。 */
const beforeThisBoot = ({ since, uptime: then = 0 }: Holder, now: Date) =>
  uptime() < then || Date.parse(since) < now.getTime() - uptime() * 1000 - SLACK

const alive = (holder: Holder, now: Date) => {
  const { pid } = holder
  if (beforeThisBoot(holder, now)) return false
  try {
    process.kill(pid, 0)
    return pid !== process.pid
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

const holderOf = (lock: string): Holder | undefined => {
  try {
    const { pid, host, since, uptime } = JSON.parse(readFileSync(lock, 'utf8'))
    return { pid, host, since, uptime }
  } catch {
    return undefined
  }
}

/**
 * 占住台账：旁边放一个 `名称.taizhang.lock`，写着谁、在哪台机器、从何时。进程已不在的旧锁作废。
 * @returns 放开它的函数。已被占用时抛 files.alreadyOpen 或 files.openElsewhere，文件夹写不进去时抛 files.readOnlyFolder。
 */
export function lockLedger(path: string, now: Date): () => void {
  const lock = `${path}.lock`
  const mine = JSON.stringify({ pid: process.pid, host: hostname(), since: now.toISOString(), uptime: Math.floor(uptime()) })
  const take = () => {
    const file = openSync(lock, 'wx')
    writeSync(file, mine)
    closeSync(file)
  }
  try {
    take()
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    if (['EACCES', 'EPERM', 'EROFS'].includes(code)) throw new Refused(refusal('files.readOnlyFolder', { folder: dirname(path) }))
    if (code !== 'EEXIST') throw error
    const holder = holderOf(lock)
    if (holder && holder.host !== hostname()) throw new Refused(refusal('files.openElsewhere', { name: basename(path), host: holder.host }))
    if (holder && alive(holder, now)) {
      const at = new Date(holder.since)
      const when = `${at.getMonth() + 1}月${at.getDate()}日 ${String(at.getHours()).padStart(2, '0')}:${String(at.getMinutes()).padStart(2, '0')}`
      throw new Refused(refusal('files.alreadyOpen', { name: basename(path), host: holder.host, pid: holder.pid, since: when }))
    }
    rmSync(lock, { force: true })
    take()
  }
  return () => {
    if (holderOf(lock)?.pid === process.pid) rmSync(lock, { force: true })
  }
}
