/** 版面上的一块，照做 PDF 的库的写法；只由 ink.ts 与 papers/ 里的文书写出。 */
export type Piece = Record<string, unknown>

/** 一份文书的版面。 */
export interface Definition {
  title: string
  orientation?: 'portrait' | 'landscape'
  /** 左、上、右、下，磅。 */
  margins: [number, number, number, number]
  content: Piece[]
  footer(page: number, pages: number): Piece
  watermark?: Piece
  /** 表末不能孤零零在一页的合计、落款；没有表的为空。 */
  tails?: Tail[]
}

/** 一张表的末尾：可以一同挪到下一页的几行，从末行往前数；最后的合计或落款。都是 named 起的名字。 */
export interface Tail {
  rows: string[]
  end: string
}

/** 给一块起个名字，排好以后知道它在第几页。 */
export const named = (piece: Piece, name: string): Piece => ({ ...piece, style: name })

/** 1 毫米合多少磅。 */
export const mm = (millimetres: number): number => (millimetres * 72) / 25.4

/** 排好、还没有画的样子。 */
export interface Laid {
  pages: number
  /** 落在页末、正文在下一页的小标题（有 id 与 headlineLevel 的块）。 */
  stranded: string[]
  /** 起了名字的各块在第几页。 */
  pageOf: ReadonlyMap<string, number>
}
