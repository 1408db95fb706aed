/** 严格地按一种编码解；解不了为 undefined。 */
const strictly = (bytes: Uint8Array, encoding: string): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** 没有 BOM 的 UTF-16：逗号、数字、换行这些字的另一个字节是 0，大多在同一边（“一”字的在另一边）。 */
function bareUtf16(bytes: Uint8Array): string | undefined {
  const head = bytes.subarray(0, 2000)
  const zeros = [0, 0]
  for (const [at, byte] of head.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  if (Math.max(even, odd) < 2 || Math.max(even, odd) < Math.min(even, odd) * 3) return undefined
  return odd > even ? 'utf-16le' : 'utf-16be'
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: 控制符正是“不是文本”的标志
const binary = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/

/**
 * 文本文件的内容：BOM 说了算；没有 BOM 而隔一个字节就是 0 的是 UTF-16；其余先按严格的 UTF-8，不成再按 GB18030（含 GBK）。不做统计猜测。
 * 不是文本（有控制符，或两种都解不了）为 undefined。
 * @example decodeText(Uint8Array.of(0xd0, 0xd5, 0xc3, 0xfb)) //=> '姓名'
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes
  const utf16 = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : bareUtf16(bytes)
  const text = utf16 ? strictly(bytes, utf16) : (strictly(bytes, 'utf-8') ?? strictly(bytes, 'gb18030'))
  return text === undefined || binary.test(text) ? undefined : text.replace(/^\ufeff/, '')
}
