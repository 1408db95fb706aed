import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { NamedBytes } from '../core/ports.ts'
import { refuse } from '../core/refuse.ts'

/**
 * 把一个外来文件读进内存；limit 是字节数。
 * @example (await readOutside('D:/花名册.xls', bytes.limit)).name //=> '花名册.xls'
 * @throws Refused files.notFound | files.tooLarge | files.unreadable
 */
export async function readOutside(path: string, limit: number): Promise<NamedBytes> {
  const name = basename(path)
  const found = await stat(path).catch(() => undefined)
  const size = found?.isFile() ? found.size : refuse('files.notFound', { path })
  if (size > limit) refuse('files.tooLarge', { megabytes: limit / 1024 / 1024 })
  const bytes = await readFile(path).catch(() => refuse('files.unreadable', { name }))
  return { name, bytes: new Uint8Array(bytes) }
}
