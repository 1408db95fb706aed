import { createBytes } from '../../main/core/bytes.ts'
import type { Core } from '../../main/core/core.ts'

/** 外壳测试用的核心：真的字节票，过程只把收到的照样说一遍。 */
export function echoCore() {
  const calls: { path: string; input: unknown }[] = []
  const call: Core['call'] = async (path, input) => {
    calls.push({ path, input })
    return { ok: true, value: { path, input } }
  }
  return { call, calls, bytes: createBytes() }
}
