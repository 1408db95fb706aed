import { type RefObject, useLayoutEffect, useState } from 'react'

/** 一块地方里面的宽（像素，不算滚动条），变了就重画；还没画出来为 0。drawn：这块地方画了没有。 */
export function useInnerWidth(place: RefObject<HTMLElement | null>, drawn: boolean): number {
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    const element = drawn ? place.current : null
    if (!element) return
    const read = () => setWidth(element.clientWidth)
    read()
    const watch = new ResizeObserver(read)
    watch.observe(element)
    return () => watch.disconnect()
  }, [place, drawn])
  return width
}
