import { type RefObject, useEffect, useState } from 'react'

/**
 * 右边还有几栏没有露全，随滚动、改窗口大小跟着变。
 * @param widths 各栏的宽，从左到右
 */
export function useBeyond(frame: RefObject<HTMLElement | null>, widths: readonly number[]): number {
  const [beyond, setBeyond] = useState(0)
  const told = widths.join()
  useEffect(() => {
    const box = frame.current
    if (!box) return
    const columns = told.split(',').map(Number)
    const count = () => setBeyond(columnsBeyond(columns, box.scrollLeft + box.clientWidth))
    count()
    const watch = new ResizeObserver(count)
    watch.observe(box)
    box.addEventListener('scroll', count, { passive: true })
    return () => {
      watch.disconnect()
      box.removeEventListener('scroll', count)
    }
  }, [frame, told])
  return beyond
}

/** 右缘在 edge 之外的栏数。例：columnsBeyond([100, 100, 100], 150) → 2 */
export function columnsBeyond(widths: readonly number[], edge: number): number {
  let right = 0
  return widths.filter((width) => {
    right += width
    return right > edge + 1
  }).length
}
