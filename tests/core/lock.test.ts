import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir, uptime } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { lockLedger } from '../../main/core/lock.ts'
import { Refused } from '../../shared/kit/refusal.ts'

const scratch = () => {
  const folder = mkdtempSync(join(tmpdir(), '锁-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return join(folder, '一支部.taizhang')
}

/** 别的、正活着的进程上的锁。 */
const lockedSince = (path: string, since: number, then: number) =>
  writeFileSync(`${path}.lock`, JSON.stringify({ pid: process.ppid, host: hostname(), since: new Date(since).toISOString(), uptime: then }))

test('断电之前上的锁，那个进程号后来给了别的程序，也照样打得开', () => {
  const path = scratch()
  lockedSince(path, Date.now() - (uptime() + 3600) * 1000, 100)
  const unlock = lockLedger(path, new Date())
  expect(existsSync(`${path}.lock`)).toBe(true)
  unlock()
  expect(existsSync(`${path}.lock`)).toBe(false)
})

test('这次开机之后别的进程上的锁，仍然拦着', () => {
  const path = scratch()
  lockedSince(path, Date.now() - 1000, Math.floor(uptime()) - 1)
  expect(() => lockLedger(path, new Date())).toThrow(Refused)
  expect(existsSync(`${path}.lock`)).toBe(true)
})
