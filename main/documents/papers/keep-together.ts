import type { Piece } from '../layout.ts'

/** 不可拆的一块里再另起一页会丢字，所以放进去的都去掉换页。 */
const plain = ({ id: _, pageBreak: __, unbreakable: ___, ...piece }: Piece): Piece => piece
/** 排在一起、不拆到两页的几块；合起来不能超过一页。 */
export const whole = (pieces: readonly Piece[]): Piece => ({ unbreakable: true, stack: pieces.map(plain) })

/**
 * 小标题（有 id 的块）跟着它后面的第一段；短段（unbreakable）与小标题排在一起不拆开，长段照常接排。
 * 短的末段与落款排在一起，落款不独占一页。
 */
export function keepTogether(blocks: readonly Piece[], ending: readonly Piece[]): Piece[] {
  const groups: Piece[][] = [[]]
  for (const block of blocks) {
    groups.at(-1)?.push(block)
    if (block.id === undefined) groups.push([])
  }
  const filled = groups.filter((group) => group.length > 0)
  const isShort = (group: readonly Piece[] | undefined) => group?.at(-1)?.unbreakable === true
  const last = isShort(filled.at(-1)) ? (filled.pop() ?? []) : []
  return [...filled.flatMap((group) => (isShort(group) && group.length > 1 ? [whole(group)] : group)), whole([...last, ...ending])]
}
