import pdfmake from 'pdfmake'
import type { TDocumentDefinitions } from 'pdfmake/interfaces.js'
import type { Font } from './fonts.ts'
import type { Definition, Laid } from './layout.ts'

interface Node {
  id?: string
  headlineLevel?: number
  style?: string
  startPosition: { pageNumber: number }
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

interface Ways {
  /** 画到几分之几。 */
  report?: (fraction: number) => void
  /** 每排出一页说一次；要排多少页，排完才知道。 */
  laying?: (pages: number) => void
  draws?: (laid: Laid) => boolean
}

/** 排好了，但不必画。 */
class NotDrawn extends Error {}

/** 排好一份；draws 看过排好的样子，要画才画成 PDF，字体只嵌入用到的字。只有这个文件认识做 PDF 的库。 */
export async function renderPdf(
  definition: Definition,
  fonts: Iterable<Font>,
  { report = () => {}, laying = () => {}, draws = () => true }: Ways = {},
): Promise<Laid & { bytes?: Uint8Array }> {
  const known: Record<string, unknown> = {}
  for (const { id, bytes, face } of fonts) {
    if (!maker.virtualfs.existsSync(id)) maker.virtualfs.writeFileSync(id, bytes)
    const source = face.postscriptName ? [id, face.postscriptName] : id
    known[id] = { normal: source, bold: source, italics: source, bolditalics: source }
  }
  maker.setFonts(known)
  const pageOf = new Map<string, number>()
  const laid = { pages: 1, stranded: [] as string[], pageOf }
  let judged = false
  // 画第一笔之前问一次；不画就从这里停下
  maker.setProgressCallback((fraction) => {
    if (!judged && !draws(laid)) throw new NotDrawn()
    judged = true
    report(fraction)
  })
  try {
    const printed = await maker.createPdf(documentOf(definition, Object.keys(known)[0] ?? '', laid, laying)).getBuffer()
    return { ...laid, bytes: new Uint8Array(printed) }
  } catch (error) {
    if (!(error instanceof NotDrawn)) throw error
    // 库还有没收尾的压缩流拿着这一份；歇一下让它收完，再排一遍时内存里只有一份
    await new Promise((resolve) => setTimeout(resolve, 20))
    return laid
  } finally {
    maker.setProgressCallback(() => {})
  }
}

/** 照库的写法；排的时候把看到的记在 laid 里。 */
const documentOf = (definition: Definition, font: string, laid: Laid & { pageOf: Map<string, number> }, laying: (pages: number) => void) =>
  ({
    pageSize: 'A4',
    pageOrientation: definition.orientation ?? 'portrait',
    pageMargins: definition.margins,
    content: definition.content,
    // 每加一页库来问一次底图；没有底图，只借此知道排到了第几页
    background: (page: number) => {
      laying(page)
      return null
    },
    footer: (page: number, pages: number) => {
      laid.pages = pages
      // 页脚也在页面的块里；标作 0 级，数“后面还有没有正文”时不算它
      return { ...definition.footer(page, pages), headlineLevel: 0 }
    },
    // 只看不动：让 pdfmake 自己重排会把画好的图形弄歪，由 settle 换页再排
    pageBreakBefore: ({ id, headlineLevel, style, startPosition }: Node, nodes: { getFollowingNodesOnPage(): Node[] }) => {
      if (style !== undefined) laid.pageOf.set(style, startPosition.pageNumber)
      const alone =
        headlineLevel !== undefined && id !== undefined && nodes.getFollowingNodesOnPage().every((node) => node.headlineLevel !== undefined)
      if (alone) laid.stranded.push(id)
      return false
    },
    ...(definition.watermark ? { watermark: definition.watermark } : {}),
    defaultStyle: { font },
    info: { title: definition.title, creator: '支部台账', producer: '支部台账' },
    language: 'zh-CN',
  }) as unknown as TDocumentDefinitions
