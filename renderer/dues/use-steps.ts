import { useState } from 'react'

/**
 * 还没入账的改动，一步一步可以退回、再来；退到空的为止。
 * @returns take 改成新的一份；back、forward 没有可退、可来的为 undefined；forget 从头来过。
 * @example const steps = useSteps(pending, setPending, {}); steps.take({ '3/10': 3000 }); steps.back?.()
 */
export function useSteps<T>(now: T, set: (to: T) => void, empty: T) {
  const [past, setPast] = useState<readonly T[]>([])
  const [future, setFuture] = useState<readonly T[]>([])
  const same = (one: T, other: T) => JSON.stringify(one) === JSON.stringify(other)
  const before = past.at(-1) ?? (same(now, empty) ? undefined : empty)
  const after = future.at(-1)
  return {
    take(next: T) {
      if (same(next, now)) return
      setPast([...past, now])
      setFuture([])
      set(next)
    },
    back:
      before === undefined
        ? undefined
        : () => {
            setPast(past.slice(0, -1))
            setFuture([...future, now])
            set(before)
          },
    forward:
      after === undefined
        ? undefined
        : () => {
            setFuture(future.slice(0, -1))
            setPast([...past, now])
            set(after)
          },
    forget() {
      setPast([])
      setFuture([])
    },
  }
}
