import { setImmediate } from 'node:timers/promises'

/** 一口气做这么久，就让一让。 */
const LONG_MS = 50

/** 做得久的事隔一会儿让一让：查进度、取消、别的查询才进得来。 */
export interface Breath {
  /** 从这时算起：每个事务开头说一声，闲过之后的头一句不必让，短的写完才轮到后来的查询。 */
  begin(): void
  /** 到时候了就让一让；没到为 undefined。 */
  take(): Promise<void> | undefined
  /** 做 work，每让过一次就看一眼 check；它抛错，work 就停在那里。 */
  during<T>(check: () => void, work: () => Promise<T>): Promise<T>
}

export function createBreath(): Breath {
  let since = performance.now()
  let look: (() => void) | undefined
  const rest = async () => {
    await setImmediate()
    since = performance.now()
    // 抛过一次就不再看：收拾残局（撤回事务）的那几句还要做完
    const check = look
    look = undefined
    check?.()
    look = check
  }
  return {
    begin() {
      since = performance.now()
    },
    take: () => (performance.now() - since < LONG_MS ? undefined : rest()),
    async during(check, work) {
      look = check
      try {
        return await work()
      } finally {
        look = undefined
      }
    },
  }
}
