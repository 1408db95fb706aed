let leaving = false
const saves = new Set<() => void>()

/** 这一页正在关上、刷新：此刻发出去的，等不到答复了。 */
export const isLeaving = () => leaving

/**
 * 关窗、刷新的当口，还没存的这就存；返回的函数不再管。
 * @example useEffect(() => atTheLast(() => keep(latest.current)), [])
 */
export function atTheLast(save: () => void): () => void {
  saves.add(save)
  return () => void saves.delete(save)
}

globalThis.window?.addEventListener('pagehide', () => {
  leaving = true
  for (const save of saves) save()
})
globalThis.window?.addEventListener('pageshow', () => {
  leaving = false
})
