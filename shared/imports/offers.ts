import type { Column } from '../ledger/columns.ts'
import { foldedMarks } from '../ledger/reading.ts'

const pad = (text: string) => text.padStart(2, '0')

/** 没写全年份的日子：两个世纪都列出来，由人选。 */
function centuries(text: string): string[] {
  const parts = /^'?(\d{2})\s*[年\-/.、]\s*(\d{1,2})(?:\s*[月\-/.、]\s*(\d{1,2})\s*[日号]?)?\s*月?$/.exec(foldedMarks(text).trim())
  if (!parts) return []
  const [, year = '', month = '', day] = parts
  return ['19', '20'].map((century) => [`${century}${year}`, pad(month), ...(day ? [pad(day)] : [])].join('-'))
}

/** 2001.1 这样的数字，末尾的 0 可能被 Excel 去掉了。 */
const lostZero = (text: string): string[] => {
  const year = /^(\d{4})\.1$/.exec(foldedMarks(text).trim())?.[1]
  return year ? [`${year}-01`, `${year}-10`] : []
}

/**
 * 可疑的一格可以选的几种读法；没有把握的一种也不给。只列出来，从不替人选。
 * @example offersFor(dayOrMonth('出生日期'), '80.3') → ['1980-03', '2080-03'] 里读得懂、不在将来的
 */
export function offersFor<V>(column: Column<V>, text: string, today: string): string[] {
  const readable = (offer: string) => 'value' in column.read(offer)
  if (column.kind === 'day' || column.kind === 'dayOrMonth' || column.kind === 'month')
    return [...centuries(text), ...lostZero(text)].filter((offer) => readable(offer) && offer <= today)
  return column.words ? [...column.words] : []
}
