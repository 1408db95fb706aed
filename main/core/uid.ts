import { randomBytes } from 'node:crypto'

/** 一次向系统要几千字节随机数，一个一个用：导入万人时少要几万次。 */
const POOL_BYTES = 4096
let pool = Buffer.alloc(0)
let used = 0

function sixteenRandom(): Buffer {
  if (used + 16 > pool.length) {
    pool = randomBytes(POOL_BYTES)
    used = 0
  }
  used += 16
  return pool.subarray(used - 16, used)
}

/** UUIDv7：带时间次序，将来两个台账可以合并而不重号。 */
export function newUid(): string {
  const bytes = sixteenRandom()
  bytes.writeUIntBE(Date.now(), 0, 6)
  bytes[6] = (bytes.readUInt8(6) & 0x0f) | 0x70
  bytes[8] = (bytes.readUInt8(8) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
