/** 软件说“不”：代码与数据，过得了任何边界；句子在 explain 里。 */
export interface Refusal {
  code: string
  // biome-ignore lint/suspicious/noExplicitAny: 每个代码的数据类型由 refusals.ts 里的句子函数决定
  data: any
}

/** 在服务里抛出，由核心接住并变成 Reply；任何别处都不接。 */
export class Refused extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.code)
    this.refusal = refusal
  }
}

export type Reply = { ok: true; value: unknown } | { ok: false; refusal: Refusal }
