import { showFen, yuan } from '../kit/money.ts'
import type { Fen, Month } from '../kit/values.ts'
import type { Band, BaseDraft, DuesStandards, Rounding, Working } from './bases.ts'
import type { LineKind } from './payments.ts'
import { modeWords, unitWords } from './words.ts'

const UNITS: Record<Rounding['unit'], number> = { fen: 1, jiao: 10, yuan: 100 }

/** 落在哪一档：整个基数套这一档的比例，不是分段累进（中组发〔2008〕3号第二条）。例：bandOf(300001, salaryBands) → { upTo: 500000, rate: 100 } */
export const bandOf = (base: Fen, bands: readonly Band[]): Band =>
  bands.find(({ upTo }) => upTo === null || base <= upTo) ?? { upTo: null, rate: 0 }

/**
 * 基数乘比例（万分之几），按口径取整；全程整数。
 * @example shareOf(300001, 100, { unit: 'fen', mode: 'half' }) → 3000；{ unit: 'yuan', mode: 'up' } → 3100
 */
export const shareOf = (base: Fen, rate: number, { unit, mode }: Rounding): Fen => {
  const size = UNITS[unit]
  const whole = 10_000 * size
  const exact = base * rate
  const [floor, rest] = [Math.floor(exact / whole), exact % whole]
  const up = mode === 'up' ? rest > 0 : mode === 'half' && rest * 2 >= whole
  return (floor + (up ? 1 : 0)) * size
}

/** 万分之几写成百分数。例：percentOf(50) → '0.5%' */
export const percentOf = (rate: number): string => `${rate / 100}%`

/** 元，四位小数以内，不取整。例：exactYuan(300001, 100) → '30.0001' */
const exactYuan = (base: Fen, rate: number): string => {
  const exact = base * rate
  const whole = Math.floor(exact / 1_000_000)
  return `${String(whole)}.${String(exact % 1_000_000)
    .padStart(6, '0')
    .replace(/0{1,4}$/, '')}`
}

const bandWords = (band: Band, bands: readonly Band[]): string => {
  const before = bands[bands.indexOf(band) - 1]?.upTo ?? null
  if (before === null) return `${showFen(band.upTo ?? 0)} 元以下（含）`
  return band.upTo === null ? `${showFen(before)} 元以上` : `${showFen(before)} 元以上至 ${showFen(band.upTo)} 元（含）`
}

/** 档与档之间是跳的：刚跨过、快跨过都提醒一句。 */
const stepOf = (base: Fen, bands: readonly Band[], rounding: Rounding, near: Fen): string | null => {
  for (const [at, { upTo, rate }] of bands.entries()) {
    const next = bands[at + 1]
    if (upTo === null || !next) continue
    const [below, above] = [shareOf(upTo, rate, rounding), shareOf(upTo + 1, next.rate, rounding)]
    const jump = `基数 ${showFen(upTo)} 元应交 ${showFen(below)} 元，多一分就是 ${showFen(above)} 元`
    if (base > upTo && base <= upTo + near) return `刚跨过 ${showFen(upTo)} 元这一档：${jump}，请核对基数。`
    if (base <= upTo && base > upTo - near) return `快到 ${showFen(upTo)} 元这一档：${jump}，请核对基数。`
  }
  return null
}

const baseWords: Record<string, string> = {
  salary: '月工资',
  annualSalary: '当月薪酬',
  selfEmployed: '上季度月平均纯收入',
  retired: '离退休费或养老金',
}

/**
 * 每月应交多少，附写成话的算法。来源：中组发〔2008〕3号第一至七条。
 * @example workingOf({ kind: 'salary', base: 300001, amount: null, approval: '' }, { unit: 'fen', mode: 'half' }, standards).amount → 3000
 */
export const workingOf = (
  { kind, base, amount, approval }: Pick<BaseDraft, 'kind' | 'base' | 'amount' | 'approval'>,
  rounding: Rounding,
  standards: DuesStandards,
): Working => {
  const { how, name, article } = standards.kinds.find(({ code }) => code === kind) ?? { how: 'fixed', name: kind, article: '' }
  const fixed = (value: Fen, sentence: string): Working => ({ amount: value, rate: null, sentence, step: null, article })
  if (how === 'fixed') return fixed(standards.fixedAmount, `${name}，每月交 ${yuan(standards.fixedAmount)}。`)
  if (how === 'farmer') return fixed(amount ?? 0, `农民党员，支部定为每月 ${yuan(amount ?? 0)}。`)
  if (how === 'approved') {
    const by = approval === '' ? '' : `（${approval}）`
    return fixed(amount ?? 0, amount ? `经批准${by}，每月少交为 ${yuan(amount)}。` : `经批准${by}免交。`)
  }
  if (base === 0 && amount !== null) return fixed(amount, `${name}，照核定的每月 ${yuan(amount)}；基数还没有填，填了就按比例算。`)
  const bands = standards[how]
  const band = bandOf(base, bands)
  const share = shareOf(base, band.rate, rounding)
  const sentence =
    `${baseWords[kind] ?? name} ${yuan(base)}，在 ${bandWords(band, bands)}一档，全额按 ${percentOf(band.rate)}：` +
    `${exactYuan(base, band.rate)} 元，${modeWords[rounding.mode]}到${unitWords[rounding.unit]}，应交 ${yuan(share)}。`
  return { amount: share, rate: band.rate, sentence, step: stepOf(base, bands, rounding, standards.nearStep), article }
}

/** 没有核定基数：看本月；不是今年的（at 为 -1）看全年有没有这样的月份。 */
export const unsetIn = (cells: readonly { state: string }[], at: number): boolean =>
  cells.some(({ state }, month) => state === 'unset' && (at < 0 || month === at))

/** 年月往后 n 个月，n 可以为负。例：monthAfter('2026-11', 3) → '2027-02' */
export const monthAfter = (month: Month, n: number): Month => {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + n
  return `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}`
}

/** 一年的十二个月。 */
export const monthsOf = (year: number): Month[] =>
  Array.from({ length: 12 }, (_, at) => `${String(year).padStart(4, '0')}-${String(at + 1).padStart(2, '0')}`)

/** 从 a 到 b 隔几个月。例：monthsBetween('2026-01', '2026-08') → 7 */
export const monthsBetween = (a: Month, b: Month): number =>
  Number(b.slice(0, 4)) * 12 + Number(b.slice(5)) - Number(a.slice(0, 4)) * 12 - Number(a.slice(5))

/**
 * 一次交的钱分到应交与多交：先补足每个月欠的，多出来的合计到了规定数额就是大额党费，不到的是自愿多交。
 * 来源：中组发〔2008〕3号第十一条（一次多交 1000 元以上的全部上缴中央）。
 * @example splitPayment([{ month: '2026-03', amount: 200000, owed: 3000 }], 100000)
 *   → [{ month: '2026-03', amount: 3000, kind: 'due' }, { month: '2026-03', amount: 197000, kind: 'large' }]
 */
export const splitPayment = (
  months: readonly { month: Month; amount: Fen; owed: Fen }[],
  largeFrom: Fen,
): { month: Month; amount: Fen; kind: LineKind }[] => {
  const parts = months.map(({ month, amount, owed }) => ({ month, due: Math.min(amount, Math.max(0, owed)), amount }))
  const over = parts.reduce((sum, { amount, due }) => sum + amount - due, 0)
  const kind = over >= largeFrom ? 'large' : 'extra'
  return parts.flatMap(({ month, amount, due }) => [
    ...(due > 0 ? [{ month, amount: due, kind: 'due' as const }] : []),
    ...(amount > due ? [{ month, amount: amount - due, kind: kind as LineKind }] : []),
  ])
}

/** 欠到哪一级：连续欠的月数够到的最高一级；不欠为 undefined。只提醒，软件从不改党籍。 */
export const arrearsOf = (months: number, ladder: DuesStandards['arrears']) => ladder.findLast((step) => months >= step.months)

/**
 * 一个人旁边的一句：连续欠的月数可以跨年，金额只说看的这一年。
 * @example arrearsSentence({ arrears: 14, owing: 3000 }, 2026) → '连续欠 14 个月，2026年欠 30.00 元'
 */
export const arrearsSentence = ({ arrears, owing }: { arrears: number; owing: Fen }, year: number): string =>
  `连续欠 ${arrears} 个月，${year}年欠 ${yuan(owing)}`

/** 归属的月份写成话；连着的合起来。例：monthWords(['2026-01', '2026-02', '2026-05']) → '2026年1月至2月、5月' */
export const monthWords = (months: readonly Month[]): string => {
  const sorted = [...new Set(months)].sort()
  const runs: [Month, Month][] = []
  for (const month of sorted) {
    const last = runs.at(-1)
    if (last && monthAfter(last[1], 1) === month) last[1] = month
    else runs.push([month, month])
  }
  let year = ''
  const say = (month: Month) => {
    const own = month.slice(0, 4)
    const head = own === year ? '' : `${own}年`
    year = own
    return `${head}${Number(month.slice(5))}月`
  }
  return runs.map(([from, to]) => (from === to ? say(from) : `${say(from)}至${say(to)}`)).join('、')
}
