import { useEffect, useRef } from 'react'
import { navigate } from 'wouter/use-hash-location'

/** 从别处来时想做的事，如在 Ctrl+K 里选了“登记党员”。 */
let waiting: string | undefined
const listeners = new Map<string, () => void>()

/** 到一页去，并替人按下那里的按钮。例：goAnd('/members', 'members.admit') */
export function goAnd(path: string, intent: string) {
  const listener = listeners.get(intent)
  waiting = listener ? undefined : intent
  navigate(path)
  listener?.()
}

/** 页面说：有人带着这个意思来，就做这件事。例：useIntent('members.admit', () => setAdmitting(true)) */
export function useIntent(intent: string, act: () => void) {
  const latest = useRef(act)
  latest.current = act
  useEffect(() => {
    listeners.set(intent, () => latest.current())
    if (waiting === intent) {
      waiting = undefined
      latest.current()
    }
    return () => void listeners.delete(intent)
  }, [intent])
}
