import { useEffect, useRef } from 'react'
import { navigate } from 'wouter/use-hash-location'

type Act = (given?: unknown) => void

/** 从别处来时想做的事，如在 Ctrl+K 里选了“登记党员”。 */
let waiting: { intent: string; given: unknown } | undefined
const listeners = new Map<string, Act>()

/** 到一页去，并替人按下那里的按钮；given 是已经选好的。例：goAnd('/meetings', 'meetings.plan', { kind: 'lecture' }) */
export function goAnd(path: string, intent: string, given?: unknown) {
  const listener = listeners.get(intent)
  waiting = listener ? undefined : { intent, given }
  navigate(path)
  listener?.(given)
}

/** 页面说：有人带着这个意思来，就做这件事。例：useIntent('members.admit', () => setAdmitting(true)) */
export function useIntent<Given>(intent: string, act: (given?: Given) => void) {
  const latest = useRef(act)
  latest.current = act
  useEffect(() => {
    const answer: Act = (given) => latest.current(given as Given | undefined)
    listeners.set(intent, answer)
    if (waiting?.intent === intent) {
      const { given } = waiting
      waiting = undefined
      answer(given)
    }
    return () => void listeners.delete(intent)
  }, [intent])
}
