import { entryNear } from '../../core/entry-near.ts'
import type { SideProcess } from '../../core/ports.ts'
import { forkProcess } from '../../core/side-process.ts'

/** 用 fork 起读取外来表格的进程；Electron 另有 utilityProcess 的一份。 */
export const forkReader = (script: string = entryNear(import.meta.url, 'process.ts', 'reader.mjs')): SideProcess => forkProcess(script)
