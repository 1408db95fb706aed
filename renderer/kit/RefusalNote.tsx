import type { Refusal } from '../../shared/kit/refusal.ts'
import { explainHere } from './ask.ts'

/** 表单旁的一句话：为什么没有存成、下一步怎么办。读屏软件会念出来。 */
export function RefusalNote({ refusal }: { refusal: Refusal | undefined }) {
  return (
    <div className="refusal-note" role="status" aria-live="polite">
      {refusal && <p>{explainHere(refusal)}</p>}
    </div>
  )
}
