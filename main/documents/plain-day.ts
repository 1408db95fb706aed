/** 成文日期：月、日不编虚位。例：plainDay('2026-03-05') // '2026年3月5日' */
export const plainDay = (day: string): string => {
  const [year, month, date] = day.split('-').map(Number)
  return date ? `${year}年${month}月${date}日` : `${year}年${month}月`
}
