import { type Refusal, Refused } from '../../shared/kit/refusal.ts'
import { type Code, refusal, type sentences } from '../../shared/refusals.ts'

/** 说“不”：`(await find(db, id)) ?? refuse('members.notFound')`。 */
export const refuse = <C extends Code>(code: C, ...data: Parameters<(typeof sentences)[C]>): never => {
  throw new Refused(refusal(code, ...data))
}

/** 规则给了拒绝就照办；没有就继续。 */
export const refuseWhen = (refused: Refusal | undefined): void => {
  if (refused) throw new Refused(refused)
}
