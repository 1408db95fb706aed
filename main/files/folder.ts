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
    .flatMap((path) => {
      // 断了的快捷方式、刚被拿走的文件不算
      const stat = statSync(path, { throwIfNoEntry: false })
      return stat?.isFile() ? [{ path, stat }] : []
    })
    .toSorted((a, b) => b.stat.mtimeMs - a.stat.mtimeMs)
    .map(({ path, stat }) => ({ title: titleOf(path), path, modifiedAt: stat.mtime.toISOString(), bytes: stat.size }))
}

/** 文件名最长几个字：汉字一个 3 字节，连同扩展名、“.新建中-wal” 要在 255 字节之内。 */
const LONGEST = 70
/** Windows 留给设备的名字，带什么扩展名都不能用。 */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)$/i

/** Windows 上不能作文件名的字换成下划线，太长的截短。例：fileName('商会/一支部.') → '商会_一支部' */
const fileName = (name: string) => {
  const plain = [
    // biome-ignore lint/suspicious/noControlCharactersInRegex: 控制符正是要换掉的
    ...name.replace(/[\\/:*?"<>|\u0000-\u001f]/g, '_'),
  ]
    .slice(0, LONGEST)
    .join('')
    .replace(/[. ]+$/, '')
  return DEVICE.test(plain) ? `${plain}_` : plain || '台账'
}

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
