import { accessSync, closeSync, constants, existsSync, openSync, readSync, statSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { Refused } from '../../shared/kit/refusal.ts'
import { refusal } from '../../shared/refusals.ts'

/** 台账文件在 SQLite 文件头里的记号，'zbtt'。 */
export const APPLICATION_ID = 0x7a627474

const head = (path: string) => {
  const bytes = Buffer.alloc(100)
  const file = openSync(path, 'r')
  try {
    return bytes.subarray(0, readSync(file, bytes, 0, 100, 0))
  } finally {
    closeSync(file)
  }
}

/** 加密的台账：文件头不是明文，但第 17–24 字节仍是 SQLite 的页面参数。 */
const looksEncrypted = (bytes: Buffer) => bytes.length === 100 && bytes[21] === 64 && bytes[22] === 32 && bytes[23] === 32

/** 文件夹必须在、必须能写。 */
export function refuseUnlessWritable(folder: string): void {
  if (!existsSync(folder)) throw new Refused(refusal('files.noFolder', { folder }))
  try {
    accessSync(folder, constants.W_OK)
  } catch {
    throw new Refused(refusal('files.readOnlyFolder', { folder }))
  }
}

/**
 * 打开之前先看文件头：是不是台账、是不是更新的版本、是不是设了口令。只读几个字节，什么都不改。
 * @throws Refused files.notFound | files.notALedger | files.newer | files.locked | files.readOnlyFolder
 */
export function inspectFile(path: string, latest: number, hasKey: boolean): void {
  const name = basename(path)
  if (!existsSync(path) || !statSync(path).isFile()) throw new Refused(refusal('files.notFound', { path }))
  const bytes = head(path)
  if (bytes.subarray(0, 16).toString('latin1') !== 'SQLite format 3\0') {
    const locked = existsSync(`${path}.key`) || looksEncrypted(bytes)
    if (!locked) throw new Refused(refusal('files.notALedger', { name }))
    if (!hasKey) throw new Refused(refusal('files.locked', { name }))
  } else {
    if (bytes.readUInt32BE(68) !== APPLICATION_ID) throw new Refused(refusal('files.notALedger', { name }))
    if (bytes.readUInt32BE(60) > latest) throw new Refused(refusal('files.newer', { name }))
  }
  refuseUnlessWritable(dirname(path))
}
