/** 严格地按一种编码解；解不了为 undefined。 */
const strictly = (bytes: Uint8Array, encoding: string): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: 控制符正是“不是文本”的标志
const binary = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/

/**
 * 文本文件的内容：BOM 说了算；没有 BOM 先按严格的 UTF-8，不成再按 GB18030（含 GBK）。不做统计猜测。
 * 不是文本（有控制符，或两种都解不了）为 undefined。
 * @example decodeText(Uint8Array.of(0xd0, 0xd5, 0xc3, 0xfb)) //=> '姓名'
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes
  const utf16 = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : undefined
  const text = utf16 ? strictly(bytes, utf16) : (strictly(bytes, 'utf-8') ?? strictly(bytes, 'gb18030'))
  return text === undefined || binary.test(text) ? undefined : text.replace(/^\ufeff/, '')
}
