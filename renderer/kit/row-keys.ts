/**
 * 在第 place 行（还没有时为 -1）按一个键，该走到第几行；不是走路的键为空。
 * @example goalOf('ArrowDown', 2, 9, 5) → 3；goalOf('PageDown', 8, 9, 5) → 9；goalOf('x', 2, 9, 5) → undefined
 */
export function goalOf(key: string, place: number, last: number, page: number): number | undefined {
  const leap = Math.max(1, page)
  const goal = {
    ArrowDown: place + 1,
    ArrowUp: place < 0 ? last : place - 1,
    PageDown: place + leap,
    PageUp: place - leap,
    Home: 0,
    End: last,
  }[key]
  return goal === undefined ? undefined : Math.max(0, Math.min(last, goal))
}
