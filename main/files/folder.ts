import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import type { LedgerFile } from '../../shared/files/contract.ts'
import { EXTENSION, titleOf } from '../core/open-ledger.ts'
import { refuse } from '../core/refuse.ts'

/** 文件夹里的台账，最近改动的在前；文件夹还不存在就是没有。 */
export function ledgersIn(folder: string): LedgerFile[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.toLowerCase().endsWith(EXTENSION))
    .map((name) => join(folder, name))
    .map((path) => ({ path, stat: statSync(path) }))
    .filter(({ stat }) => stat.isFile())
    .toSorted((a, b) => b.stat.mtimeMs - a.stat.mtimeMs)
    .map(({ path, stat }) => ({ title: titleOf(path), path, modifiedAt: stat.mtime.toISOString(), bytes: stat.size }))
}

/** Windows 上不能作文件名的字换成下划线。 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: 控制符正是要换掉的
const fileName = (name: string) => name.replace(/[\\/:*?"<>|\u0000-\u001f]/g, '_').replace(/[. ]+$/, '') || '台账'

/**
 * 新台账放在哪里。没有写明路径就放进台账文件夹（没有就建）；已有同名的：`number` 时加编号，否则拒绝。
 * @throws Refused files.exists | files.readOnlyFolder
 */
export function newLedgerPath(folder: string, name: string, given: string | undefined, number = false): string {
  if (!given) makeFolder(folder)
  const path = given ? resolve(given) : join(folder, fileName(name) + EXTENSION)
  if (!existsSync(path)) return path
  if (!number || given) return refuse('files.exists', { name: basename(path) })
  for (let n = 2; ; n += 1) {
    const other = join(dirname(path), `${fileName(name)}（${n}）${EXTENSION}`)
    if (!existsSync(other)) return other
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
  } catch {
    refuse('files.readOnlyFolder', { folder })
  }
}
