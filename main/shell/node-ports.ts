import { localDay } from '../core/local-day.ts'
import { standardPlaces } from '../core/places.ts'
import type { Desk, Ports } from '../core/ports.ts'
import { startPaperWorker } from '../documents/node-worker.ts'
import { forkReader } from '../imports/reader/fork-reader.ts'
import { fileLog } from './log.ts'

/** 在 Node 里跑的外壳（浏览器、控制台）交给核心的一切；只有桌面各不相同。 */
export function nodePorts(desk: Desk): Ports {
  const places = standardPlaces()
  return {
    places,
    desk,
    today: () => localDay(new Date()),
    now: () => new Date(),
    spawnReader: () => forkReader(),
    startPaperWorker: () => startPaperWorker(),
    log: fileLog(places.settings),
  }
}
