import { randomBytes } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { Refused } from '../../shared/kit/refusal.ts'
import { refusal } from '../../shared/refusals.ts'

const UNWRITABLE = new Set([
  'EACCES',
  'EPERM',
  'EROFS',
  'EBUSY',
  'ENOENT',
  'ENOTDIR',
  'EISDIR',
  'ENAMETOOLONG',
  'ETXTBSY',
  'EEXIST',
  'ENOTEMPTY',
  'EINVAL',
])
const FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG', 'EIO'])

const inWords = (error: unknown, path: string): unknown => {
  const code = (error as NodeJS.ErrnoException).code ?? ''
  if (FULL.has(code)) return new Refused(refusal('core.diskFull'))
  return UNWRITABLE.has(code) ? new Refused(refusal('documents.cannotWrite', { path })) : error
}

/** 文件夹也要落盘，改名才算数；Windows 不支持打开文件夹，改名本身已落盘。 */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/**
 * 写一个文件：要么完整，要么不出现；原来的同名文件在写完之前不动。
 * 拒绝：documents.cannotWrite、core.diskFull。
 * @example await writeWhole('D:/导出/三会一课台账.xlsx', bytes)
 */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const folder = dirname(path)
  const name = basename(path)
  // 名字可能已接近系统的上限（255 字节），临时名只留开头几个字
  const half = join(folder, `.${[...name].slice(0, 20).join('')}.${randomBytes(6).toString('hex')}.tmp`)
  try {
    const handle = await open(half, 'wx')
    try {
      await handle.writeFile(bytes)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(half, path)
    await syncFolder(folder)
  } catch (error) {
    await rm(half, { force: true }).catch(() => {})
    throw inWords(error, path)
  }
}
