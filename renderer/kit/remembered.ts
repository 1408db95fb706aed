import { useCallback, useEffect, useState } from 'react'
import { app } from '../app.ts'

/** 离开一页再回来，筛选还在；关掉窗口就忘了。 */
const memory = new Map<string, unknown>()

export function useRemembered<T>(name: string, initial: T): [T, (value: T) => void] {
  const [value, setValue] = useState<T>(() => (memory.has(name) ? (memory.get(name) as T) : initial))
  const remember = useCallback(
    (next: T) => {
      memory.set(name, next)
      setValue(next)
    },
    [name],
  )
  return [value, remember]
}

/** 上次留在台账里的样子取到手边；没有留过、已经另选了的不动。 */
export async function recall(key: string): Promise<unknown> {
  if (!memory.has(key)) {
    const found = await app.drafts.find({ key }).catch(() => null)
    if (found && !memory.has(key)) memory.set(key, found.content)
  }
  return memory.get(key)
}

/**
 * 这个人选的样子（如显示哪些列），随台账存，下次打开还在。
 * @example const [columns, setColumns] = useKept('view/members.columns', ['name', 'mobile'])
 */
export function useKept<T>(key: string, initial: T): [T, (value: T) => void] {
  const [value, setValue] = useRemembered(key, initial)
  // 画的时候手边还没有、挂上的时候已经取来了，也要跟上
  useEffect(() => {
    let current = true
    void recall(key).then((kept) => {
      if (current && kept !== undefined) setValue(kept as T)
    })
    return () => {
      current = false
    }
  }, [key, setValue])
  const keep = useCallback(
    (next: T) => {
      setValue(next)
      app.drafts.keep({ key, content: JSON.parse(JSON.stringify(next)) }).catch(() => undefined)
    },
    [key, setValue],
  )
  return [value, keep]
}

/** 换一本台账时忘掉。 */
export const forget = () => memory.clear()
