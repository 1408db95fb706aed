import { type ComponentType, useEffect, useState } from 'react'
import { Waiting } from './Waiting.tsx'

/** 第一次进门才装的一页。 */
export interface Arriving {
  /** 装好了的；还没有装为 undefined。 */
  here(): ComponentType | undefined
  /** 去装；装过的不再装。 */
  arrive(): Promise<ComponentType>
}

/** 进门就要的一页，与界面在一个文件里。 */
export const here = (Page: ComponentType): Arriving => ({ here: () => Page, arrive: () => Promise.resolve(Page) })

/** @example const page = arriving(() => import('./members/MembersScreen.tsx')); void page.arrive() */
export function arriving(load: () => Promise<{ default: ComponentType }>): Arriving {
  let arrived: ComponentType | undefined
  return {
    here: () => arrived,
    async arrive() {
      arrived ??= (await load()).default
      return arrived
    },
  }
}

/** 一页的代码到了就画。不用 React.lazy：它的占位一露面，到了的一页也要再压三百毫秒才换上。 */
export function Arrival({ page }: { page: Arriving }) {
  const [Page, setPage] = useState(() => page.here())
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    let waiting = true
    page.arrive().then(
      (Arrived) => waiting && setPage(() => Arrived),
      () => waiting && setFailed(true),
    )
    return () => {
      waiting = false
    }
  }, [page])
  if (failed) throw new Error('the page did not arrive')
  return Page ? <Page /> : <Waiting />
}
