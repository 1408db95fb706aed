import type { Progress } from '../../shared/rectification/contract.ts'
import { progressWords } from '../../shared/rectification/words.ts'

/** 整改到哪一步：过期的红，做完的绿，都带字。 */
export const ProgressMark = ({ progress }: { progress: Progress }) => (
  <span className={`rectification-mark is-${progress}`}>{progressWords[progress]}</span>
)
