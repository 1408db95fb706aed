import type { Font, FontSet, Role } from './fonts.ts'
import { mm, type Piece } from './layout.ts'

export interface Style {
  role?: Role
  size?: number
  /** 行距，磅；省略时为字号的 1.3 倍。 */
  leading?: number
  align?: 'left' | 'center' | 'right' | 'justify'
  /** 放得进一行，整串排，不找折行处。 */
  oneLine?: boolean
  /** 首行缩进几个字。 */
  indent?: number
  /** 左、上、右、下，磅。 */
  margin?: [number, number, number, number]
  colSpan?: number
  rowSpan?: number
}

/** 往纸上写字的笔：按字挑字体，记下用了哪些字体、哪些字谁都印不出。 */
export interface Ink {
  text(text: string, style?: Style): Piece
  /** 表格里的一格：上下居中。 */
  cell(text: string, style?: Style): Piece
  /** 画出来的方框 ☐ ☑，后面跟着说法。 */
  box(label: string, ticked: boolean, style?: Style): Piece
  /** 整页的浅水印。 */
  watermark(text: string): Piece
  readonly fonts: Iterable<Font>
  notes(): string[]
}

/** 字体里没有的字印成这个（下一步：手写补上），并在提示里说出是哪个字。 */
const GETA = '〓'
/** 看不见的字符：控制符、零宽与方向符、异体选择符，印的时候去掉。 */
const INVISIBLE = /[[\p{Cc}\p{Cf}\p{Cs}\ufe00-\ufe0f\u{e0100}-\u{e01ef}]--[\t\n]]/gv
const LONG_WORD = /[\u0021-\u007e]{15,}/

interface Run {
  font: Font
  text: string
}

/**
 * @example inkFrom(chooseFonts([])).text('会议记录', { role: 'title', size: 22, align: 'center' })
 */
export function inkFrom(set: FontSet): Ink {
  const used = new Map<string, Font>()
  const roles = new Set<Role>()
  const missing = new Map<string, string>()
  const known = new Map<string, Font | null>()

  const fontOf = (role: Role, char: string, text: string): Font | null => {
    const key = role + char
    let font = known.get(key)
    if (font === undefined) {
      const codePoint = char.codePointAt(0) ?? 0
      const first = set.fontFor(role)
      font = char === '\n' || first.face.covers(codePoint) ? first : (set.fallback(role, codePoint) ?? null)
      known.set(key, font)
    }
    if (font === null && !missing.has(char)) missing.set(char, text)
    return font
  }
  const runsOf = (text: string, role: Role): Run[] => {
    const runs: Run[] = []
    for (const char of text.replace(INVISIBLE, '').replaceAll('\t', '　')) {
      const found = fontOf(role, char, text)
      const font = found ?? set.fontFor(role)
      const last = runs.at(-1)
      if (last && last.font === font) last.text += found ? char : GETA
      else runs.push({ font, text: found ? char : GETA })
    }
    return runs
  }

  const text = (content: string, style: Style = {}): Piece => {
    const { role = 'body', size = 12, leading = size * 1.3, align = 'left', indent = 0, oneLine = false, margin, colSpan, rowSpan } = style
    roles.add(role)
    const main = set.fontFor(role)
    used.set(main.id, main)
    const runs = runsOf(content, role)
    for (const { font } of runs) used.set(font.id, font)
    const shown = runs.map(({ font, text }) => ({
      text,
      font: font.id,
      lineHeight: leading / (font.face.lineRatio * size),
      ...(LONG_WORD.test(text) ? { wordBreak: 'break-all' } : {}),
    }))
    return {
      text: shown.length === 0 ? '' : shown,
      font: main.id,
      fontSize: size,
      lineHeight: leading / (main.face.lineRatio * size),
      alignment: align,
      ...(oneLine ? { noWrap: true } : {}),
      ...(indent > 0 ? { leadingIndent: indent * size } : {}),
      ...(margin ? { margin } : {}),
      ...(colSpan ? { colSpan } : {}),
      ...(rowSpan ? { rowSpan } : {}),
    }
  }
  return {
    text,
    cell: (content, style) => ({ ...text(content, style), verticalAlignment: 'middle' }),
    box(label, ticked, style = {}) {
      const size = style.size ?? 12
      const side = size * 0.78
      const at = ((style.leading ?? size * 1.3) - side) / 2
      const mark = {
        type: 'polyline',
        lineWidth: 1.1,
        points: [
          { x: side * 0.18, y: at + side * 0.5 },
          { x: side * 0.42, y: at + side * 0.78 },
          { x: side * 0.86, y: at + side * 0.16 },
        ],
      }
      return {
        columns: [
          { width: side + 3, canvas: [{ type: 'rect', x: 0, y: at, w: side, h: side, lineWidth: 0.7 }, ...(ticked ? [mark] : [])] },
          { width: '*', ...text(label, style) },
        ],
        columnGap: 0,
      }
    },
    watermark(content) {
      const font = set.fontFor('heading')
      used.set(font.id, font)
      return { text: content, font: font.id, fontSize: mm(38), opacity: 0.07, angle: -35 }
    },
    get fonts() {
      return used.values()
    },
    notes() {
      const stands = [...roles].map((role) => set.substitution(role)).filter((note) => note !== undefined)
      const gaps = [...missing].map(([char, where]) => {
        const chars = [...where]
        const at = chars.indexOf(char)
        return `“${char}”字（${chars
          .slice(Math.max(0, at - 4), at + 5)
          .join('')
          .replace(/\s+/g, ' ')}）没有字体能印，印作〓，请手写补上`
      })
      return [...stands, ...gaps]
    },
  }
}

/** 表格里没有字的一格：不必量，也不必找字体。行的高另有规定的表才用。 */
export const blank = (): Piece => ({ stack: [] })

/** 细框线的表格。padding 是格内上下左右的空白（磅）。 */
export const ruled = (padding: { x: number; y: number }) => ({
  hLineWidth: () => 0.6,
  vLineWidth: () => 0.6,
  paddingLeft: () => padding.x,
  paddingRight: () => padding.x,
  paddingTop: () => padding.y,
  paddingBottom: () => padding.y,
})

/** 页码：— 1 —，居中。 */
export const pageNumber =
  (ink: Ink, bottom: number) =>
  (page: number): Piece =>
    ink.text(`— ${page} —`, { size: 14, align: 'center', margin: [0, bottom, 0, 0] })
