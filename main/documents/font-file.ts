/** 字体文件里我们要用的几样：名字、度量、能印哪些字。TTF、OTF 与合集（TTC）都能读。 */
export interface FontFace {
  /** 各种语言的家族名与全名。 */
  names: string[]
  /** 合集里挑字体用的名字；单个字体为空。 */
  postscriptName: string
  /** 行高（升部减降部）与字号之比。 */
  lineRatio: number
  covers(codePoint: number): boolean
}

const tagAt = (view: DataView, at: number) =>
  String.fromCharCode(view.getUint8(at), view.getUint8(at + 1), view.getUint8(at + 2), view.getUint8(at + 3))

function tablesAt(view: DataView, at: number): Map<string, number> {
  const count = view.getUint16(at + 4)
  return new Map(Array.from({ length: count }, (_, index) => [tagAt(view, at + 12 + index * 16), view.getUint32(at + 12 + index * 16 + 8)]))
}

function namesOf(view: DataView, at: number): { all: string[]; postscript: string } {
  const [all, texts] = [new Set<string>(), at + view.getUint16(at + 4)]
  let postscript = ''
  for (let index = 0; index < view.getUint16(at + 2); index += 1) {
    const record = at + 6 + index * 12
    const [platform, id, length, offset] = [
      view.getUint16(record),
      view.getUint16(record + 6),
      view.getUint16(record + 8),
      view.getUint16(record + 10),
    ]
    if (![1, 4, 6, 16].includes(id) || (platform !== 3 && platform !== 0)) continue
    let name = ''
    for (let byte = 0; byte + 1 < length; byte += 2) name += String.fromCharCode(view.getUint16(texts + offset + byte))
    if (id === 6) postscript = name
    else all.add(name)
  }
  return { all: [...all], postscript }
}

/** 一段连续的码位 [首, 末]。 */
type Range = readonly [number, number]

/** 字符映射表（格式 4 与 12）里能印的码位，按序。 */
function rangesOf(view: DataView, at: number): Range[] {
  const found = new Map<number, number>()
  for (let index = 0; index < view.getUint16(at + 2); index += 1) {
    const sub = at + view.getUint32(at + 4 + index * 8 + 4)
    found.set(view.getUint16(sub), sub)
  }
  const wide = found.get(12)
  if (wide !== undefined)
    return Array.from(
      { length: view.getUint32(wide + 12) },
      (_, group) => [view.getUint32(wide + 16 + group * 12), view.getUint32(wide + 20 + group * 12)] as const,
    )
  const narrow = found.get(4)
  if (narrow === undefined) return []
  const segments = view.getUint16(narrow + 6) / 2
  return Array.from(
    { length: segments },
    (_, segment) => [view.getUint16(narrow + 16 + segments * 2 + segment * 2), view.getUint16(narrow + 14 + segment * 2)] as const,
  ).filter(([start]) => start !== 0xffff)
}

const within = (ranges: readonly Range[]) => (codePoint: number) => {
  let [low, high] = [0, ranges.length - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const [start, end] = ranges[middle] ?? [0, -1]
    if (codePoint < start) high = middle - 1
    else if (codePoint > end) low = middle + 1
    else return true
  }
  return false
}

/** 连字、字偶间距这几张表；汉字一字一格，用不着。 */
const SHAPING = new Set(['GSUB', 'GPOS', 'GDEF'])

const startsOf = (view: DataView): number[] =>
  tagAt(view, 0) === 'ttcf' ? Array.from({ length: view.getUint32(8) }, (_, index) => view.getUint32(12 + index * 4)) : [0]

/**
 * 就地把排字用的几张表改个名字，做 PDF 的库找不到，就一个字一个字照字宽排：签到表快一两成。
 * @returns 同一份字节；不是字体文件的原样
 */
export function withoutShaping(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    for (const start of startsOf(view))
      for (let index = 0; index < view.getUint16(start + 4); index += 1) {
        const record = start + 12 + index * 16
        if (SHAPING.has(tagAt(view, record))) view.setUint8(record, 'x'.charCodeAt(0))
      }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
  }
  return bytes
}

/**
 * 读出一个字体文件里的各个字体；不是字体文件给空列。
 * @example facesIn(bytes)[0]?.covers('党'.codePointAt(0)) // true
 */
export function facesIn(bytes: Uint8Array): FontFace[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const collection = tagAt(view, 0) === 'ttcf'
    return startsOf(view).flatMap((start) => {
      const tables = tablesAt(view, start)
      const [name, hhea, head, cmap] = [tables.get('name'), tables.get('hhea'), tables.get('head'), tables.get('cmap')]
      if (name === undefined || hhea === undefined || head === undefined || cmap === undefined) return []
      const { all, postscript } = namesOf(view, name)
      const lineRatio = (view.getInt16(hhea + 4) - view.getInt16(hhea + 6)) / view.getUint16(head + 18)
      return [{ names: all, postscriptName: collection ? postscript : '', lineRatio, covers: within(rangesOf(view, cmap)) }]
    })
  } catch (error) {
    if (error instanceof RangeError) return []
    throw error
  }
}
