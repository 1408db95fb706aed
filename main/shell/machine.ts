import { localDay } from '../core/local-day.ts'
import { standardPlaces } from '../core/places.ts'
import type { Ports } from '../core/ports.ts'
import { fileLog } from './log.ts'

/** 三种外壳都一样的端口：这台机器的文件夹、钟与日志。 */
export function machinePorts(): Pick<Ports, 'places' | 'today' | 'now' | 'log'> {
  const places = standardPlaces()
  return { places, today: () => localDay(new Date()), now: () => new Date(), log: fileLog(places.settings) }
}
