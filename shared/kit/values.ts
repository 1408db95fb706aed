import { z } from 'zod'

/** 行号：SQLite 的 integer primary key，从不重用。 */
export const Id = z.int().positive()
export type Id = z.infer<typeof Id>

/** 本地日历上的一天，`YYYY-MM-DD`，必须真实存在。例：'2026-02-29' 不接受。 */
export const Day = z.iso.date()
export type Day = z.infer<typeof Day>

/** 年月，`YYYY-MM`。 */
export const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)
export type Month = z.infer<typeof Month>

/** 只知道年月的日子照年月保存，不猜日。例：'1980-03' 与 '1980-03-15' 都可以。 */
export const DayOrMonth = z.union([Day, Month])
export type DayOrMonth = z.infer<typeof DayOrMonth>

/** 一天中的时刻，24 小时制 `HH:MM`。 */
export const Time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
export type Time = z.infer<typeof Time>

/** 时间点，UTC 的 ISO 8601。 */
export const Instant = z.iso.datetime()
export type Instant = z.infer<typeof Instant>

export const Year = z.int().min(1921).max(2200)

/** 粘贴来的：零宽空格等看不见的字符去掉，换行、制表符变空格，两端空白去掉。 */
const onOneLine = (text: string) =>
  text
    .replace(/[\u200b\u200e\u200f\u2060\ufeff]/g, '')
    .replace(/\s*[\t\r\n]\s*/g, ' ')
    .trim()

/** 一行文字：连成一行、去掉看不见的字符与两端空白之后，不含控制符，最多 200 字。 */
export const Line = z
  .string()
  .overwrite(onOneLine)
  .max(200)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: 控制符正是要拒绝的
  .regex(/^[^\u0000-\u001f\u007f]*$/)

/** 名称：至少一个字的一行。 */
export const Name = Line.min(1)

/** 多行文字，最多十万字。 */
export const Prose = z.string().max(100_000)

/** 金额，整数分；红字为负。上下限千亿元，任何合计都还是精确的整数。 */
export const Fen = z.int().min(-10_000_000_000_000).max(10_000_000_000_000)
export type Fen = z.infer<typeof Fen>
