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

/**
 * 这个人选的样子（如显示哪些列），随台账存，下次打开还在。
 * @example const [columns, setColumns] = useKept('view/members.columns', ['name', 'mobile'])
 */
export function useKept<T>(key: string, initial: T): [T, (value: T) => void] {
  const [value, setValue] = useRemembered(key, initial)
  useEffect(() => {
    if (memory.has(key)) return
    let current = true
    app.drafts
      .find({ key })
      .then((found) => {
        if (current && found && !memory.has(key)) setValue(found.content as T)
      })
      .catch(() => undefined)
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
