import type { Day } from '../kit/values.ts'
import { foldedMarks, readDay } from '../ledger/reading.ts'

const written = /^(\d{4})[年./-](\d{1,2})[月./-](\d{1,2})[日号]?[~—–至到-]+(?:(\d{4})[年./-])?(?:(\d{1,2})[月./-])?(\d{1,2})[日号]?$/
const packed = /^(\d{4})(\d\d)(\d\d)[~—–至到-]+(\d{4})(\d\d)(\d\d)$/

/**
 * 一格里写着起止两天：后一天没写的年、月随前一天，跨年的算下一年。不是这样写的为 undefined。
 * @example spanOf('2026年4月20日至27日') → ['2026-04-20', '2026-04-27']
 * @example spanOf('2025.12.29-1.5') → ['2025-12-29', '2026-01-05']
 */
export function spanOf(text: string): [Day, Day] | undefined {
  const plain = foldedMarks(text).replace(/\s+/g, '')
  const parts = (packed.exec(plain) ?? written.exec(plain))?.slice(1)
  if (!parts) return undefined
  const [year = '', month = '', day = '', laterYear, laterMonth = month, laterDay = ''] = parts
  const from = dayOf(year, month, day)
  const until = dayOf(laterYear ?? year, laterMonth, laterDay)
  if (!from || !until) return undefined
  const crossing = laterYear === undefined && until < from ? dayOf(String(Number(year) + 1), laterMonth, laterDay) : until
  return crossing && crossing >= from ? [from, crossing] : undefined
}

const dayOf = (...parts: readonly string[]): Day | undefined => {
  const reading = readDay(parts.join('-'))
  return 'value' in reading && reading.value ? reading.value : undefined
}
