import pdfmake from 'pdfmake'
import type { TDocumentDefinitions } from 'pdfmake/interfaces.js'
import type { Font } from './fonts.ts'

/** 版面上的一块，照 pdfmake 的写法；只由 ink.ts 与 papers/ 里的文书写出。 */
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
}

/** 1 毫米合多少磅。 */
export const mm = (millimetres: number): number => (millimetres * 72) / 25.4

interface Printed {
  bytes: Uint8Array
  pages: number
  /** 落在页末、正文在下一页的小标题（有 id 与 headlineLevel 的块）。 */
  stranded: string[]
}

interface Node {
  id?: string
  headlineLevel?: number
}

interface Pdfmake {
  virtualfs: { existsSync(name: string): boolean; writeFileSync(name: string, bytes: Uint8Array): void }
  setUrlAccessPolicy(allows: (url: string) => boolean): void
  setLocalAccessPolicy(allows: (path: string) => boolean): void
  setFonts(fonts: Record<string, unknown>): void
  setProgressCallback(report: (fraction: number) => void): void
  createPdf(definition: TDocumentDefinitions): { getBuffer(): Promise<Uint8Array> }
}

const maker = pdfmake as unknown as Pdfmake
// 不上网，也不读任何文件：字体的字节由我们交给它
maker.setUrlAccessPolicy(() => false)
maker.setLocalAccessPolicy(() => false)

/** 排成 PDF；字体只嵌入用到的字。只有这个文件认识做 PDF 的库。 */
export async function renderPdf(
  definition: Definition,
  fonts: Iterable<Font>,
  report: (fraction: number) => void = () => {},
): Promise<Printed> {
  const known: Record<string, unknown> = {}
  for (const { id, bytes, face } of fonts) {
    if (!maker.virtualfs.existsSync(id)) maker.virtualfs.writeFileSync(id, bytes)
    const source = face.postscriptName ? [id, face.postscriptName] : id
    known[id] = { normal: source, bold: source, italics: source, bolditalics: source }
  }
  maker.setFonts(known)
  maker.setProgressCallback(report)
  let total = 1
  const stranded: string[] = []
  const printed = await maker
    .createPdf({
      pageSize: 'A4',
      pageOrientation: definition.orientation ?? 'portrait',
      pageMargins: definition.margins,
      content: definition.content,
      footer: (page: number, pages: number) => {
        total = pages
        // 页脚也在页面的块里；标作 0 级，数“后面还有没有正文”时不算它
        return { ...definition.footer(page, pages), headlineLevel: 0 }
      },
      // 只看不动：让 pdfmake 自己重排会把画好的图形弄歪，由 make-paper 换页再排
      pageBreakBefore: (node: Node, nodes: { getFollowingNodesOnPage(): Node[] }) => {
        const alone =
          node.headlineLevel !== undefined &&
          node.id !== undefined &&
          nodes.getFollowingNodesOnPage().every(({ headlineLevel }) => headlineLevel !== undefined)
        if (alone) stranded.push(node.id ?? '')
        return false
      },
      ...(definition.watermark ? { watermark: definition.watermark } : {}),
      defaultStyle: { font: Object.keys(known)[0] ?? '' },
      info: { title: definition.title, creator: '支部台账', producer: '支部台账' },
      language: 'zh-CN',
    } as unknown as TDocumentDefinitions)
    .getBuffer()
  return { bytes: new Uint8Array(printed), pages: total, stranded }
}
