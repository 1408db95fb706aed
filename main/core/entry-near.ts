import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/**
 * 线程、子进程的入口文件：源码里是 from 旁边的 source；打包后是 bundle，与 from 同一个文件夹，或在上一层。
 * @example entryNear(import.meta.url, 'process.ts', 'reader.mjs') //=> '…/main/imports/reader/process.ts'
 * @throws 哪里都没有
 */
export function entryNear(from: string, source: string, bundle: string): string {
  const found = [`./${source}`, `./${bundle}`, `../${bundle}`]
    .map((name) => fileURLToPath(new URL(name, from)))
    .find((path) => existsSync(path))
  if (!found) throw new Error(`${bundle} is not beside ${from}`)
  return found
}
