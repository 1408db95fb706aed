import { useEffect, useState } from 'react'

/** 近来打开对话框的那几处；对话框接着对话框时，后一个的来处已随前一个消失，要往前找。 */
let trail: HTMLElement[] = []
const LONGEST = 4
/** 开着几个对话框；一个也没有了，来处就不再有用。 */
let open = 0

/** 对话框关上，焦点回到打开它的地方，那里也不在了就到这一页的标题上；别处已经接过焦点的不抢。 */
export function useReturnFocus(): void {
  const [openers] = useState(() => {
    const at = document.activeElement
    return at instanceof HTMLElement && at !== document.body ? [at, ...trail].slice(0, LONGEST) : trail
  })
  useEffect(() => {
    trail = openers
    open += 1
    return () => {
      open -= 1
      // 等对话框真的不在了再看
      setTimeout(() => {
        if (open === 0) trail = []
        if (document.activeElement !== document.body) return
        const back = openers.find((one) => one.isConnected) ?? document.querySelector<HTMLElement>('#main h1')
        back?.focus({ preventScroll: true })
      })
    }
  }, [openers])
}
