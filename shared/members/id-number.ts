import type { Day } from '../kit/values.ts'
import type { Gender } from './contract.ts'

/** 证件号读下来的结果；warning 只提醒，从不阻拦。 */
export interface IdNumberFinding {
  kind: 'resident18' | 'resident15' | 'hkmo' | 'taiwan' | 'passportLike' | 'unknown'
  /** 半角、大写、去掉空格之后的号码；位数照原样。 */
  normal: string
  birthDay?: Day
  gender?: Gender
  warning?: string
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const checks = '10X98765432'

/** 前 17 位对应的校验码（GB 11643-1999）。例：checkDigitOf('99900119800315001') 是一位 0–9 或 X。 */
export const checkDigitOf = (first17: string): string =>
  checks.charAt(weights.reduce((sum, weight, at) => sum + weight * Number(first17.charAt(at)), 0) % 11)

/** 15 位旧号补成 18 位：年份前加 19，末尾加校验码。不是 15 位数字的原样返回。 */
export const to18 = (old: string): string => {
  if (!/^\d{15}$/.test(old)) return old
  const first17 = `${old.slice(0, 6)}19${old.slice(6)}`
  return first17 + checkDigitOf(first17)
}

/** 全角变半角，小写 x、乘号变 X，去掉空格、引号和不可见字符。例：'９９９００１ １９８００３１５００１ｘ' → '99900119800315001X' */
export const plainIdNumber = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200f\u2060\ufeff'‘’"“”`]/g, '')
    .toUpperCase()
    .replace(/[×✕Х]$/, 'X')

const realDay = (digits: string): Day | undefined => {
  const [year, month, day] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)]
  const at = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  const real = at.getUTCFullYear() === Number(year) && at.getUTCMonth() + 1 === Number(month) && at.getUTCDate() === Number(day)
  return real ? `${year}-${month}-${day}` : undefined
}

const spoiled = '号码像是被表格软件存成了数值，末几位已经丢失，请对照证件重新录入'

/** 18 位的人身事实；校验码不对时仍给出，由人核对。 */
const resident = (kind: 'resident18' | 'resident15', normal: string, full: string, today: Day | undefined): IdNumberFinding => {
  const birthDay = realDay(full.slice(6, 14))
  const gender: Gender = Number(full.charAt(16)) % 2 === 1 ? 'male' : 'female'
  const wrongCheck = checkDigitOf(full.slice(0, 17)) !== full.charAt(17)
  const late = birthDay !== undefined && today !== undefined && birthDay > today
  const warning = wrongCheck
    ? full.endsWith('000')
      ? spoiled
      : '身份证号校验码不对，请逐位核对'
    : !birthDay
      ? '身份证号里的出生日期不存在，请逐位核对'
      : late
        ? '身份证号里的出生日期在今天之后，请逐位核对'
        : kind === 'resident15'
          ? `这是 15 位旧身份证号，对应的 18 位号码是 ${full}，请与证件核对`
          : undefined
  return {
    kind,
    normal,
    ...(birthDay && !wrongCheck && !late && { birthDay }),
    ...(!wrongCheck && { gender }),
    ...(warning && { warning }),
  }
}

/**
 * 认出证件号的种类并核对。来源：GB 11643-1999（居民身份证，含 81/82/83 开头的港澳台居民居住证）。
 * 认得 15 位旧号、港澳居民来往内地通行证（H/M + 8 或 10 位）、台胞证（8 或 10 位）、护照样式；其余 unknown。
 * 号码不对时给 warning，不给由它推出的生日和性别。
 * @example checkIdNumber('99900119800315001x').normal → '99900119800315001X'
 */
export const checkIdNumber = (text: string, today?: Day): IdNumberFinding => {
  const normal = plainIdNumber(text)
  if (/^\d{17}[\dX]$/.test(normal)) return resident('resident18', normal, normal, today)
  if (/^\d{15}$/.test(normal)) return resident('resident15', normal, to18(normal), today)
  if (/^[HM]\d{8}(\d{2})?$/.test(normal)) return { kind: 'hkmo', normal }
  if (/^(\d{8}|\d{10})(\([A-Z]\))?$/.test(normal)) return { kind: 'taiwan', normal }
  if (/^[A-Z]{1,2}\d{7,8}$/.test(normal)) return { kind: 'passportLike', normal }
  if (/^\d(\.\d+)?E\+?\d+$/.test(normal)) return { kind: 'unknown', normal, warning: spoiled }
  const length = /^\d+X?$/.test(normal) ? `身份证号应为 18 位，这里是 ${normal.length} 位` : '不像居民身份证、通行证或台胞证号码'
  return { kind: 'unknown', normal, warning: `${length}，请核对` }
}
