import { useEffect, useState } from 'react'

/** 近来打开对话框的那几处；对话框接着对话框时，后一个的来处已随前一个消失，要往前找。 */
let trail: HTMLElement[] = []
const LONGEST = 4

/** 对话框关上，焦点回到打开它的地方；别处已经接过焦点的不抢。 */
export function useReturnFocus(): void {
  const [openers] = useState(() => {
    const at = document.activeElement
    return at instanceof HTMLElement && at !== document.body ? [at, ...trail].slice(0, LONGEST) : trail
  })
  useEffect(() => {
    trail = openers
    return () => {
      // 等对话框真的不在了再看
      setTimeout(() => {
        if (document.activeElement === document.body) openers.find((one) => one.isConnected)?.focus({ preventScroll: true })
      })
    }
  }, [openers])
}
