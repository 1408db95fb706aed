import { Refused } from '../../shared/kit/refusal.ts'
import { refusal } from '../../shared/refusals.ts'
import type { Checked, ToCheck } from './check-process.ts'
import type { Damage } from './damage.ts'
import { entryNear } from './entry-near.ts'
import type { SideProcess } from './ports.ts'
import { forkProcess } from './side-process.ts'

/** 用 fork 起核对台账的进程；Electron 另有 utilityProcess 的一份。 */
export const forkChecker = (script: string = entryNear(import.meta.url, 'check-process.ts', 'checker.mjs')): SideProcess =>
  forkProcess(script)

/**
 * 在旁边的进程里逐页核对一个台账文件；取消就杀掉它。文件坏得让那个进程倒下了，也是一处损坏。
 * @throws core.cancelled
 */
export function checkLedger(spawn: () => SideProcess, file: ToCheck, signal: AbortSignal): Promise<Damage[]> {
  if (signal.aborted) return Promise.reject(new Refused(refusal('core.cancelled')))
  const child = spawn()
  return new Promise((resolve, reject) => {
    const finish = (act: () => void) => {
      signal.removeEventListener('abort', cancel)
      child.kill()
      act()
    }
    const cancel = () => finish(() => reject(new Refused(refusal('core.cancelled'))))
    signal.addEventListener('abort', cancel)
    child.onMessage((message) => {
      const checked = message as Checked
      finish(() => ('damage' in checked ? resolve(checked.damage) : reject(new Error(`checking failed: ${checked.failed}`))))
    })
    // 已经有了答复的，再结束也没有影响
    child.onExit((code) => finish(() => resolve([{ table: null, detail: `checker exited with ${code}` }])))
    child.post(file)
  })
}
