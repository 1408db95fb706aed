import { crc32, deflateSync } from 'node:zlib'

/** 某一点的颜色：红、绿、蓝，0–255。 */
export type Paint = (x: number, y: number) => readonly [number, number, number]

const chunk = (name: string, content: Uint8Array) => {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), content])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(content.length)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}

/**
 * 照公式画一张 PNG：不用任何图库，一看就是画的。
 * @example drawnPng({ width: 8, height: 6 }, () => [181, 18, 27])
 */
export function drawnPng({ width, height }: { width: number; height: number }, paint: Paint): Uint8Array {
  const lines = Buffer.alloc(height * (1 + width * 3))
  for (let y = 0; y < height; y += 1) for (let x = 0; x < width; x += 1) lines.set(paint(x, y), y * (1 + width * 3) + 1 + x * 3)
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return new Uint8Array(Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', deflateSync(lines)), chunk('IEND', new Uint8Array())]))
}
