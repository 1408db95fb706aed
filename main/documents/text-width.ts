/**
 * 一段文字约占几个半角字的宽：汉字、全角标点 2，其余 1。
 * @example unitsOf('2026年3月') // 9
 */
export const unitsOf = (text: string): number => {
  let units = 0
  for (const char of text)
    units += /[\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff\ufe30-\uffee\u3000-\u303f—…“”‘’·①-⑳\u{1f000}-\u{3ffff}]/u.test(char) ? 2 : 1
  return units
}

/** 最宽的一行（按换行符分）。 */
export const widestLine = (text: string): number => Math.max(0, ...text.split('\n').map(unitsOf))

/**
 * 在 width 个半角字宽的格里折成几行。英文、数字的长串也按字折，宁多不少。
 * @example linesIn('议定事项和完成时限', 8) // 3
 */
export const linesIn = (text: string, width: number): number =>
  text.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil(unitsOf(line) / Math.max(1, width - (width % 2)))), 0)

/** 印出来约占几个字宽（em）；西文与数字按较宽的衬线体算，宁宽不窄。例：emsOf('党员1号') // 3.6 */
export const emsOf = (text: string): number => {
  const units = unitsOf(text)
  const wide = units - [...text].length
  return wide + (units - 2 * wide) * 0.6
}

/** 宽窄不一、估不准的字。 */
const UNEVEN = /[A-Za-z@&%\n\u0080-\u2e7f]/

/**
 * 一定放得进 width 磅宽的一行。放得进的不必逐字找折行处，排起来快得多；拿不准的算放不进。
 * @example fitsOneLine('顾小满', 40, 12) // true
 */
export const fitsOneLine = (text: string, width: number, size: number): boolean => !UNEVEN.test(text) && emsOf(text) * size <= width

/** 不断在这两个字中间：后一个是标点，或都是西文、数字。 */
const KEPT = /^(.[、，。；：·）》”’]|[0-9A-Za-z]{2})$/u

/**
 * 长标题折成几行，各行差不多长，不剩下孤零零的两个字；一行放得下的不动。
 * @example evenLines('春晖商会流动党员支部', 20, 120) // '春晖商会流\n动党员支部'
 */
export const evenLines = (text: string, size: number, width: number): string => {
  const lines = emsOf(text) * size <= width ? 1 : Math.ceil((emsOf(text) * size) / (width - size))
  const each = unitsOf(text) / lines
  const chars = [...text]
  let [line, units] = [1, 0]
  return chars
    .map((char, at) => {
      units += unitsOf(char)
      const next = chars[at + 1]
      if (line === lines || next === undefined || units < each * line || KEPT.test(char + next)) return char
      line += 1
      return `${char}\n`
    })
    .join('')
}
