import layoutBuilder from 'pdfmake/js/LayoutBuilder.js'
import pdfDocument, { type PdfDocument } from 'pdfmake/js/PDFDocument.js'
import renderer from 'pdfmake/js/Renderer.js'
import type { Font } from './fonts.ts'
import type { Definition, Laid } from './layout.ts'

/** 照 CommonJS 导出的类：有的装载器已经取出来了。 */
const taken = <T extends object>(exported: CommonJs<T>): T => ('default' in exported ? exported.default : exported)
const [Document, LayoutBuilder, Renderer] = [taken(pdfDocument), taken(layoutBuilder), taken(renderer)]

/** A4，磅。 */
const A4 = { short: 595.28, long: 841.89 }

/** 排好、还没有画的一份。 */
export interface Sheets extends Laid {
  /** 画到 PDF 里，接在已经画了的后面；report 说画到几分之几。 */
  draw(report?: (fraction: number) => void): void
}

/** 一份正在印的 PDF：排好一份画一份，画完的不再占内存；字体合在一起，只嵌入用到的字。 */
export interface Press {
  /** 排一份。laying 每排出一页说一次；不满意可以从头写了再排（排过的会被库改动），画了才算数。 */
  lay(definition: Definition, fonts: Iterable<Font>, laying?: (pages: number) => void): Sheets
  /** 最后画的几页挪到最前面：目录要等各份都画完，才知道谁在第几页。 */
  moveToFront(pages: number): void
  /** 印完了。 */
  finish(title: string): Promise<Uint8Array>
}

/** 开一份空的 PDF。只有这个文件认识做 PDF 的库：它自己的入口一次排完才画，长的册子占几个 GB，所以用它的部件。 */
export function openPress(): Press {
  const options = { autoFirstPage: false, font: null, lang: 'zh-CN', info: { Creator: '支部台账', Producer: '支部台账' } }
  // 字体与图都是我们交给它的字节，不让它读任何文件
  const document = new Document({}, {}, {}, {}, options, null, () => false)
  return {
    lay(definition, fonts, laying = () => {}) {
      know(document, fonts)
      return laidOut(document, definition, laying)
    },
    moveToFront(pages) {
      const { Kids } = document._root.data.Pages.data
      Kids.unshift(...Kids.splice(-pages))
    },
    finish(title) {
      document.info.Title = new String(title)
      return bytesOf(document)
    },
  }
}

function know(document: PdfDocument, fonts: Iterable<Font>): void {
  for (const { id, bytes, face } of fonts) {
    const source = face.postscriptName ? [bytes, face.postscriptName] : bytes
    document.fonts[id] ??= { normal: source, bold: source, italics: source, bolditalics: source }
  }
}

function laidOut(document: PdfDocument, definition: Definition, laying: (pages: number) => void): Sheets {
  const { orientation = 'portrait', content, footer, watermark } = definition
  const [left, top, right, bottom] = definition.margins
  const [width, height] = orientation === 'portrait' ? [A4.short, A4.long] : [A4.long, A4.short]
  const builder = new LayoutBuilder({ width, height, orientation }, { left, top, right, bottom }, null)
  const stranded: string[] = []
  const pageOf = new Map<string, number>()
  const pages = builder.layoutDocument(
    content,
    document,
    {},
    { font: Object.keys(document.fonts)[0] ?? '' },
    // 每加一页库来问一次底图；没有底图，只借此知道排到了第几页
    (page) => {
      laying(page)
      return null
    },
    undefined,
    // 页脚也在页面的块里；标作 0 级，数“后面还有没有正文”时不算它
    (page, all) => ({ ...footer(page, all), headlineLevel: 0 }),
    watermark,
    // 只看不动：让库自己重排会把画好的图形弄歪，由 settle 换页再排
    ({ id, headlineLevel, style, startPosition }, others) => {
      if (style !== undefined) pageOf.set(style, startPosition.pageNumber)
      const alone =
        headlineLevel !== undefined &&
        id !== undefined &&
        others.getFollowingNodesOnPage().every((node) => node.headlineLevel !== undefined)
      if (alone) stranded.push(id)
      return false
    },
  )
  return {
    pages: pages.length,
    stranded,
    pageOf,
    draw: (report = () => {}) => new Renderer(document, report).renderPages(pages),
  }
}

function bytesOf(document: PdfDocument): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = []
    document.on('data', (chunk: Uint8Array) => chunks.push(chunk))
    document.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))))
    document.on('error', reject)
    document.end()
  })
}
