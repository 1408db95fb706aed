import type { SignInOptions } from '../../shared/documents/contract.ts'
import { signInFrom, signInKey } from '../../shared/documents/rules.ts'
import { useKept } from '../kit/remembered.ts'

/** 签到表怎样排，这本台账里记住；单印、合印、台账架上都照它。 */
export function useSignInOptions(): [SignInOptions, (options: SignInOptions) => void] {
  const [kept, keep] = useKept<unknown>(signInKey, undefined)
  return [signInFrom(kept), keep]
}
