/** pdfmake 0.3 里面的几个部件，只写用到的。照 CommonJS 导出，类在 default 里；有的装载器先取出了它。 */
type CommonJs<T> = T | { default: T }

declare module 'pdfmake/js/PDFDocument.js' {
  import type { Readable } from 'node:stream'

  interface PdfDocument extends Readable {
    /** 有哪些字体；[字节, 集合里的哪一个]。 */
    fonts: Record<string, Record<'normal' | 'bold' | 'italics' | 'bolditalics', unknown>>
    info: Record<string, unknown>
    /** 各页，照页序。 */
    _root: { data: { Pages: { data: { Kids: unknown[] } } } }
    end(): void
  }
  const exported: CommonJs<
    new (
      fonts: object,
      images: object,
      patterns: object,
      attachments: object,
      options: Record<string, unknown>,
      virtualfs: null,
      localAccessPolicy: (path: string) => boolean,
    ) => PdfDocument
  >
  export default exported
  export type { PdfDocument }
}

declare module 'pdfmake/js/LayoutBuilder.js' {
  import type { PdfDocument } from 'pdfmake/js/PDFDocument.js'

  /** 排好的一页。 */
  export interface LaidPage {
    items: unknown[]
  }
  /** 排到某一页的一块。 */
  interface LaidNode {
    id?: string
    headlineLevel?: number
    style?: string
    startPosition: { pageNumber: number }
  }
  interface LayoutBuilder {
    layoutDocument(
      content: object,
      document: PdfDocument,
      styles: object,
      defaultStyle: object,
      background: ((page: number) => object | null) | undefined,
      header: undefined,
      footer: (page: number, pages: number) => object,
      watermark: object | undefined,
      pageBreakBefore: (node: LaidNode, others: { getFollowingNodesOnPage(): LaidNode[] }) => boolean,
    ): LaidPage[]
  }
  const exported: CommonJs<
    new (
      pageSize: { width: number; height: number; orientation: string },
      margins: { left: number; top: number; right: number; bottom: number },
      svg: null,
    ) => LayoutBuilder
  >
  export default exported
}

declare module 'pdfmake/js/Renderer.js' {
  import type { LaidPage } from 'pdfmake/js/LayoutBuilder.js'
  import type { PdfDocument } from 'pdfmake/js/PDFDocument.js'

  const exported: CommonJs<new (document: PdfDocument, report: (fraction: number) => void) => { renderPages(pages: LaidPage[]): void }>
  export default exported
}
