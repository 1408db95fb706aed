import { inflateRawSync } from 'node:zlib'

/** 压缩包的上限：正常的名册远在其下。 */
export const zipLimits = { entries: 200, inflated: 32 * 1024 * 1024, ratio: 100, smallEntry: 64 * 1024 }

export type Archive = { entries: Map<string, Uint8Array> } | { hostile: string } | { broken: true }

interface Entry {
  name: string
  method: number
  packed: number
  size: number
  at: number
}

const END = 0x06054b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50
const ENCRYPTED = 0x0041

/** 目录尾：从后往前找，注释最长 64 KB。 */
function endOfDirectory(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at--) {
    if (view.getUint32(at, true) === END && at + 22 + view.getUint16(at + 20, true) <= view.byteLength) return at
  }
  return -1
}

const nested = /\.(zip|rar|7z|gz|xlsx|xlsm|xlsb|docx|jar|exe|dll)$/i
/** 名册用不着的：目录、照片、内嵌对象、宏。只登记，不解压。 */
const unneeded = /\/$|(^|\/)(media|embeddings|printerSettings|activeX|ctrlProps|Pictures|Thumbnails)\/|vbaProject\.bin$/i
const strange = (name: string) => /^[/\\]|^[a-z]:|(^|[/\\])\.\.([/\\]|$)|\0/i.test(name)

/** 只看目录，不解压：条目数、声称的大小、加密、重名、名字越界、包中包。 */
function directory(view: DataView, bytes: Uint8Array): Entry[] | { hostile: string } | { broken: true } {
  const end = endOfDirectory(view)
  if (end < 0) return { broken: true }
  const count = view.getUint16(end + 10, true)
  if (count > zipLimits.entries) return { hostile: `压缩包里有 ${count} 个文件` }
  const entries: Entry[] = []
  const seen = new Set<string>()
  let at = view.getUint32(end + 16, true)
  let claimed = 0
  for (let index = 0; index < count; index++) {
    if (at + 46 > end || view.getUint32(at, true) !== CENTRAL) return { broken: true }
    const [flags, method] = [view.getUint16(at + 8, true), view.getUint16(at + 10, true)]
    const [packed, size] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true)]
    const [nameLength, extra, comment] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true), view.getUint16(at + 32, true)]
    const name = Buffer.from(bytes.subarray(at + 46, at + 46 + nameLength))
      .toString('utf8')
      .replaceAll('\\', '/')
    if (flags & ENCRYPTED) return { hostile: '压缩包里有加密的内容' }
    if (method !== 0 && method !== 8) return { hostile: '压缩方式不常见' }
    if (strange(name)) return { hostile: '压缩包里有越界的文件名' }
    if (nested.test(name) && !unneeded.test(name)) return { hostile: '压缩包里还有压缩包或程序' }
    const key = name.toLowerCase()
    if (seen.has(key)) return { hostile: '压缩包里有重名的内容' }
    seen.add(key)
    const entry = { name, method, packed, size, at: view.getUint32(at + 42, true) }
    at += 46 + nameLength + extra + comment
    if (unneeded.test(name)) continue
    claimed += size
    if (size > zipLimits.smallEntry && size > packed * zipLimits.ratio) return { hostile: '压缩比高得不正常' }
    if (claimed > zipLimits.inflated) return { hostile: `展开后超过 ${zipLimits.inflated / 1024 / 1024} MB` }
    entries.push(entry)
  }
  return entries
}

/** 条目的压缩数据；与本地头对不上为 undefined。 */
function packedBytes(view: DataView, bytes: Uint8Array, entry: Entry): Uint8Array | undefined {
  if (entry.at + 30 > view.byteLength || view.getUint32(entry.at, true) !== LOCAL) return undefined
  const from = entry.at + 30 + view.getUint16(entry.at + 26, true) + view.getUint16(entry.at + 28, true)
  return from + entry.packed > view.byteLength ? undefined : bytes.subarray(from, from + entry.packed)
}

/**
 * 先看目录，再逐个真正解压；目录里声称的大小不可信，输出有硬上限。
 * 之后的读取只用这里解出来的字节，不再碰原来的压缩包，两种解法不会各看各的。
 * 媒体与内嵌对象不解压：名册用不着。
 * @example openArchive(bytes) //=> { entries: Map { 'xl/workbook.xml' => … } } 或 { hostile: '压缩比高得不正常' }
 */
export function openArchive(bytes: Uint8Array): Archive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const listed = directory(view, bytes)
  if (!Array.isArray(listed)) return listed
  const entries = new Map<string, Uint8Array>()
  const taken = new Set<number>()
  let total = 0
  for (const entry of listed) {
    if (taken.has(entry.at)) return { hostile: '压缩包里几个条目共用同一段内容' }
    taken.add(entry.at)
    const packed = packedBytes(view, bytes, entry)
    if (!packed) return { broken: true }
    const room = Math.min(zipLimits.inflated - total, Math.max(zipLimits.smallEntry, packed.byteLength * zipLimits.ratio))
    const content = entry.method === 0 ? packed : inflate(packed, room)
    if (content === 'over' || (content !== 'broken' && content.byteLength > room)) return { hostile: '展开后大得不正常' }
    if (content === 'broken') return { broken: true }
    total += content.byteLength
    entries.set(entry.name, content)
  }
  return { entries }
}

function inflate(packed: Uint8Array, room: number): Uint8Array | 'over' | 'broken' {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, room) })
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'over' : 'broken'
  }
}
