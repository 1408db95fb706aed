/** 手册的一页。 */
export interface ManualPage {
  /** 文件名去掉 .md，也是地址：5-meeting。 */
  slug: string
  title: string
  /** 说的是哪几个房间（rooms.tsx 里的 key）；F1 凭它找到这一页。 */
  rooms: readonly string[]
  /** Markdown 正文，含一级标题，不含写给软件的那一行。 */
  body: string
  sections: readonly ManualSection[]
}

/** 一页里的一节；一级标题下、第一个二级标题之前的那段，title 就是页名。 */
export interface ManualSection {
  title: string
  /** 去掉了 Markdown 记号的字，供搜索。 */
  text: string
}

export interface ManualHit {
  page: ManualPage
  section: ManualSection
  /** 命中处前后的一小段。 */
  before: string
  hit: string
  after: string
}

/** 写给软件的一行：这一页说的是哪几个房间。 */
const roomsLine = /^<!--\s*页面：(.*?)\s*-->\s*/m

/**
 * 读一页手册。
 * @example readPage('12-undo', '# 撤销\n<!-- 页面：history -->\n做错了…').rooms // ['history']
 */
export function readPage(slug: string, markdown: string): ManualPage {
  const rooms = roomsLine.exec(markdown)?.[1]?.split(/\s+/) ?? []
  const body = markdown.replace(roomsLine, '').trim()
  const sections = body.split(/^#{1,2} /m).filter((part) => part.trim() !== '')
  return {
    slug,
    rooms,
    body,
    title: firstLine(sections[0] ?? slug),
    sections: sections.map((part) => ({ title: firstLine(part), text: plainText(part.slice(part.indexOf('\n') + 1)) })),
  }
}

const firstLine = (text: string) => text.slice(0, text.indexOf('\n') < 0 ? undefined : text.indexOf('\n')).trim()

/** Markdown 去掉记号：图去掉，链接留字，列表、表格、强调的记号去掉，空白合成一个。 */
const plainText = (markdown: string) =>
  markdown
    .replaceAll(/!\[[^\]]*\]\([^)]*\)/g, '')
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/^\s*(?:[-*]|\d+\.|#+)\s+/gm, '')
    .replaceAll(/^[|:\s-]+$/gm, '')
    .replaceAll(/\*\*|[`|]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()

/** 页的次序：文件名前的数。 */
export const byOrder = (a: ManualPage, b: ManualPage) => Number.parseInt(a.slug, 10) - Number.parseInt(b.slug, 10)

/** 命中处前后各留几个字。 */
const AROUND = 28

/**
 * 在手册里找：空格隔开的几个词都要在同一节里（标题也算）；标题命中的在前。
 * @example findIn(pages, '党费 收据')[0]?.section.title // '收据'
 */
export function findIn(pages: readonly ManualPage[], wanted: string): ManualHit[] {
  const words = wanted.toLowerCase().split(/\s+/).filter(Boolean)
  const [first] = words
  if (first === undefined) return []
  return pages
    .flatMap((page) => page.sections.map((section) => ({ page, section })))
    .filter(({ page, section }) => {
      const all = `${page.title} ${section.title} ${section.text}`.toLowerCase()
      return words.every((word) => all.includes(word))
    })
    .map((one) => ({ ...one, ...excerpt(one.section.text, words), inTitle: words.some((word) => titled(one, word)) }))
    .sort((a, b) => Number(b.inTitle) - Number(a.inTitle))
    .map(({ inTitle: _, ...hit }) => hit)
}

const titled = ({ section }: { section: ManualSection }, word: string) => section.title.toLowerCase().includes(word)

/** 第一个在正文里的词，连同前后；都只在标题里，就从头取一段。 */
function excerpt(text: string, words: readonly string[]) {
  const lower = text.toLowerCase()
  const word = words.find((one) => lower.includes(one))
  if (word === undefined) return { before: '', hit: '', after: cut(text, 2 * AROUND) }
  const at = lower.indexOf(word)
  const from = Math.max(0, at - AROUND)
  return {
    before: (from > 0 ? '…' : '') + text.slice(from, at),
    hit: text.slice(at, at + word.length),
    after: cut(text.slice(at + word.length), AROUND),
  }
}

const cut = (text: string, length: number) => (text.length > length ? `${text.slice(0, length)}…` : text)
