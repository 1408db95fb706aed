const digits = '〇一二三四五六七八九'
const plain = (text: string) => [...text.replace(/[零○ＯoO]/g, '〇').replace(/元/g, '一')].map((char) => digits.indexOf(char)).join('')

/** 三十一以内的汉字数。例：small('二十三') //=> '23' */
function small(text: string): string {
  if (!text.includes('十')) return plain(text)
  const [tens = '', ones = ''] = text.split('十')
  return String(Number(tens === '' ? 1 : plain(tens)) * 10 + Number(ones === '' ? 0 : plain(ones)))
}

const spoken =
  /^([一二][〇零○Oo一二三四五六七八九]{3})\s*年\s*([元一二三四五六七八九十]{1,2})\s*月(?:\s*([一二三四五六七八九十]{1,3})\s*[日号])?(?:份)?/

/**
 * 汉字写的年月日换成数字，别的话不动。
 * @example withDigits('一九八五年七月') //=> '1985年7月'
 */
export const withDigits = (text: string): string =>
  text.replace(spoken, (_, year: string, month: string, day?: string) => `${plain(year)}年${small(month)}月${day ? `${small(day)}日` : ''}`)
