import { useIsFetching } from '@tanstack/react-query'
import { useEffect, useState } from 'react'

/** 没有在问的这么久，算歇下来了。 */
const QUIET_MS = 120

/**
 * 眼前这一页要的都问到了；之后一直为 true。旁边的数字等它再问，不和页面抢。
 * @example const summary = useAsk(app.dues.summary, scope, { enabled: useCalm() })
 */
export function useCalm(): boolean {
  const fetching = useIsFetching()
  const [calm, setCalm] = useState(false)
  useEffect(() => {
    if (calm || fetching > 0) return
    const timer = setTimeout(() => setCalm(true), QUIET_MS)
    return () => clearTimeout(timer)
  }, [calm, fetching])
  return calm
}
