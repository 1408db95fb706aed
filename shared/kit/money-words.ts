import type { Fen } from './values.ts'

const DIGITS = [...'零壹贰叁肆伍陆柒捌玖']
const PLACES = ['', '拾', '佰', '仟']
const SECTIONS = ['', '万', '亿', '万亿']

/** 一万以内的一段；中间连着的零只写一个。例：section(6007) → '陆仟零柒' */
const section = (value: number): string =>
  PLACES.map((place, at) => ({ digit: Math.floor(value / 10 ** at) % 10, place }))
    .reverse()
    .map(({ digit, place }) => (digit === 0 ? '零' : `${DIGITS[digit]}${place}`))
    .join('')
    .replace(/零+/g, '零')
    .replace(/^零|零$/g, '')

/** 整元的大写，零元为空。低段不足一千、或隔着整段的零，才在段间补“零”。 */
const integer = (yuan: number): string => {
  let words = ''
  let skipped = false
  for (let at = SECTIONS.length - 1; at >= 0; at -= 1) {
    const value = Math.floor(yuan / 10_000 ** at) % 10_000
    if (value === 0) skipped = words !== ''
    else {
      if (words !== '' && (skipped || value < 1000)) words += '零'
      words += section(value) + SECTIONS[at]
      skipped = false
    }
  }
  return words
}

const fraction = (yuan: number, jiao: number, fen: number): string => {
  if (jiao === 0 && fen === 0) return '整'
  const gap = yuan > 0 && (jiao === 0 || yuan % 10 === 0) ? '零' : ''
  return `${gap}${jiao === 0 ? '' : `${DIGITS[jiao]}角`}${fen === 0 ? '' : `${DIGITS[fen]}分`}`
}

/**
 * 人民币大写。到元写“整”，到角、分不写；元位是零而角位不是、角位是零而分位不是，元后写“零”；负数写“负”并注明冲销。
 * 来源：支付结算办法附一《正确填写票据和结算凭证的基本规定》第二、三条（几种合法写法里固定一种）。
 * @example moneyWords(1640902) → '人民币壹万陆仟肆佰零玖元零贰分'；moneyWords(-1500) → '人民币负壹拾伍元整（冲销）'
 */
export const moneyWords = (amount: Fen): string => {
  if (amount < 0) return `人民币负${moneyWords(-amount).slice(3)}（冲销）`
  const [yuan, jiao, fen] = [Math.floor(amount / 100), Math.floor(amount / 10) % 10, amount % 10]
  if (amount === 0) return '人民币零元整'
  return `人民币${yuan > 0 ? `${integer(yuan)}元` : ''}${fraction(yuan, jiao, fen)}`
}
