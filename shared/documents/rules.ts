import type { Refusal } from '../kit/refusal.ts'
import type { Privacy } from '../ledger/columns.ts'
import type { MeetingRow } from '../meetings/contract.ts'
import { refusal } from '../refusals.ts'
import { type Grade, SignInOptions, type Wanted } from './contract.ts'

export const gradeWords: Record<Grade, string> = { posted: '公示', internal: '内部', reported: '上报' }

/** 册子里不重复装订的：名册与花名册说的是同一批人，公示稿与明细已在正本里。 */
const outsideBinder = new Set(['members', 'dues-bases', 'dues-payments', 'dues-posted', 'finance-notice'])

/** 册子里附不附这次会议的记录：还在筹备的没有定稿，作废的不附。 */
export const isBindable = ({ status, voidedReason }: Pick<MeetingRow, 'status' | 'voidedReason'>): boolean =>
  status !== 'planned' && voidedReason === null

/** 年度台账册里，没有另选时装不装这一本。例：bindsByDefault('register') → true */
export const bindsByDefault = (ledger: string): boolean => !outsideBinder.has(ledger)

/** 签到表的排法记在台账的这个名下（drafts）。 */
export const signInKey = 'view/sign-in'

/** 记住的排法；没有记过、记的已不合用时照常用的。例：signInFrom(undefined).columns → 2 */
export const signInFrom = (kept: unknown): SignInOptions => {
  const read = SignInOptions.safeParse(kept)
  return read.success ? read.data : SignInOptions.parse({})
}

const personal = new Set<Wanted['kind']>(['ledger', 'view', 'pack', 'binder', 'memberCard', 'memberCards'])

/** 要分级别的文书：印有证件号、电话的，和有批评意见原文的组织生活会记录；签到表与会议记录没有，各级别都一样，不必问。 */
export const isGraded = (wanted: { kind: Wanted['kind']; of?: string }) =>
  personal.has(wanted.kind) || (wanted.kind === 'activity' && wanted.of === 'orgLife')

/** 上报级含完整的证件号与电话，要写用途（layout.md E2 第 6 条）。例：whyCannotMake('reported', ' ') → documents.needsPurpose */
export const whyCannotMake = (grade: Grade, purpose: string): Refusal | undefined =>
  grade === 'reported' && purpose.trim() === '' ? refusal('documents.needsPurpose') : undefined

/** 证件号打码：留前六后四；其他证件留头尾各两位。例：'99900119800101123X' → '999001********123X' */
export const maskIdNumber = (text: string): string => {
  const plain = text.trim()
  const [head, tail] = plain.length >= 15 ? [6, 4] : [Math.min(2, plain.length >> 1), Math.min(2, plain.length >> 2)]
  return plain.slice(0, head) + '*'.repeat(plain.length - head - tail) + plain.slice(plain.length - tail)
}

const maskDigits = (run: string) => {
  const digits = run.replace(/\D/g, '')
  const tail = digits.length >= 7 ? 4 : 2
  const area = /^0\d{2,3}(?=\D)/.exec(run)?.[0].length ?? (/^0/.test(digits) && digits.length > 9 ? digits.length - 8 : 0)
  const head = /^1\d{10}$/.test(digits) ? 3 : area
  let seen = 0
  return run.replace(/\d/g, (digit) => {
    seen += 1
    return seen > head && seen <= digits.length - tail ? '*' : digit
  })
}

/** 电话打码，一格里的几个号码各自打码。例：'13800005678' → '138****5678'；'0000-88886666' → '0000-****6666' */
export const maskPhone = (text: string): string => text.replace(/\d[\d \-－—]{3,}\d/g, maskDigits)

/** 住址只到县（市、区、旗）；认不出的部分一律不写。例：'某省某市某某区幸福路8号' → '某省某市某某区' */
export const countyOf = (text: string): string => {
  const plain = text.replace(/\s/g, '')
  const province = /^[^省市县区旗路街镇乡村号\d]{1,8}(?:省|自治区|特别行政区)/.exec(plain)?.[0] ?? ''
  let kept = province
  for (const [level, limit] of [
    ['市|自治州|地区|盟', 8],
    ['县|区|市|旗', 7],
  ] as const) {
    const found = new RegExp(`^[^省市县区旗路街道镇乡村号弄巷栋幢楼\\d]{1,${limit}}(?:${level})`).exec(plain.slice(kept.length))?.[0]
    if (found && !/(小|社|园|厂|校|院|库|景|矿|库)区$/.test(found)) kept += found
  }
  return kept
}

/**
 * 某一类个人信息在某个级别里怎样出现；undefined 是整列不出现。
 * 公示：无证件号、电话、住址、收入；内部：打码、住址到县；困难、健康、备注等（private）只在上报里。出处：layout.md E2、E3。
 * @example veil('phone', 'internal')?.('13800005678') // '138****5678'
 */
export const veil = (privacy: Privacy, grade: Grade): ((text: string) => string) | undefined => {
  if (privacy === 'open' || grade === 'reported') return (text) => text
  if (grade === 'posted' || privacy === 'private') return undefined
  return { idNumber: maskIdNumber, phone: maskPhone, address: countyOf, income: (text: string) => text }[privacy]
}
