import type { Definition, Piece } from './layout.ts'

/** 排好了的一份：版面与页数。 */
export interface Settled {
  definition: Definition
  pages: number
}

const onNewPage = ([first, ...rest]: readonly Piece[]): Piece[] => (first ? [{ ...first, pageBreak: 'before' }, ...rest] : [])

/** 小标题的 id 只在单独排定时用；几份里同样的小标题合到一起会重名。 */
export const withoutIds = (pieces: readonly Piece[]): Piece[] => pieces.map(({ id: _, ...piece }) => piece)

/** 几份同样页边的文书合成一份：各自另起一页，页码各自从 1 起。 */
export function bind(title: string, parts: readonly Settled[]): Definition {
  const [first] = parts
  if (!first) throw new Error('nothing to bind')
  const placeOf = (page: number) => {
    let left = page
    for (const part of parts) {
      if (left <= part.pages) return { part, page: left }
      left -= part.pages
    }
    return { part: first, page: left }
  }
  return {
    ...first.definition,
    title,
    content: parts.flatMap(({ definition }, at) => {
      const content = withoutIds(definition.content)
      return at === 0 ? content : onNewPage(content)
    }),
    footer(page) {
      const { part, page: own } = placeOf(page)
      return part.definition.footer(own, part.pages)
    },
  }
}
