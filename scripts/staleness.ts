import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** 一个文件或文件夹里最新（或最旧）的修改时间，毫秒；没有则为 undefined。 */
export function mtimes(path: string): { newest: number; oldest: number } | undefined {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat) return undefined
  if (!stat.isDirectory()) return { newest: stat.mtimeMs, oldest: stat.mtimeMs }
  const inside = readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs)
  if (inside.length === 0) return undefined
  return { newest: Math.max(...inside), oldest: Math.min(...inside) }
}

/**
 * 产物是否比来源旧（或还没有）。
 * @example isStale({ sources: ['renderer', 'shared'], product: 'out/renderer' }) // true：刚改过 renderer
 */
export function isStale({ sources, product }: { sources: readonly string[]; product: string }): boolean {
  const made = mtimes(product)
  if (!made) return true
  return sources.some((source) => (mtimes(source)?.newest ?? 0) > made.newest)
}
