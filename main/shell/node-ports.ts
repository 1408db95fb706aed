import { forkChecker } from '../core/check-ledger.ts'
import type { Desk, Ports } from '../core/ports.ts'
import { startPaperWorker } from '../documents/node-worker.ts'
import { forkReader } from '../imports/reader/fork-reader.ts'
import { machinePorts } from './machine.ts'

/** 在 Node 里跑的外壳（浏览器、控制台）交给核心的一切；只有桌面各不相同。 */
export const nodePorts = (desk: Desk): Ports => ({
  ...machinePorts(),
  desk,
  spawnReader: () => forkReader(),
  spawnChecker: () => forkChecker(),
  startPaperWorker: () => startPaperWorker(),
})
