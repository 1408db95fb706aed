import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

export interface ReadPage {
  text: string
  /** 用到的字号，磅。 */
  sizes: number[]
  width: number
  height: number
}

/** 用另一个库把 PDF 读回来：每页的文字与大小（磅）。 */
export async function readPdf(bytes: Uint8Array): Promise<ReadPage[]> {
  const reading = getDocument({ data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false })
  const document = await reading.promise
  const pages: ReadPage[] = []
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    const [, , width = 0, height = 0] = page.view
    const { items } = await page.getTextContent()
    const sizes = [...new Set(items.flatMap((item) => ('str' in item && item.str.trim() !== '' ? [item.height] : [])))]
    pages.push({ sizes, text: items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''), width, height })
  }
  await reading.destroy()
  return pages
}

/** 嵌在 PDF 里的字体名；子集的名字前有六个大写字母和加号。 */
export const fontNamesIn = (bytes: Uint8Array): string[] => [
  ...new Set(
    [
      ...Buffer.from(bytes)
        .toString('latin1')
        .matchAll(/\/FontName \/(\S+)/g),
    ].map((found) => found[1] ?? ''),
  ),
]
