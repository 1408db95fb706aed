import { customIdOf } from '../../shared/fields/columns.ts'
import { newFieldOf } from '../../shared/imports/new-fields.ts'
import { MemberFacts } from '../../shared/members/contract.ts'
import { to18 } from '../../shared/members/id-number.ts'
import { categoryWords, genderWords, standingWords } from '../../shared/members/words.ts'
import type { Difference, ReadLine } from '../imports/target.ts'
import type { KnownPerson } from './everyone.ts'

type Values = ReadLine['values']

/** 自设字段：已有的，或这次导入要新增的。 */
export const isOwnField = (field: string) => customIdOf(field) !== undefined || newFieldOf(field) !== undefined

/** 名册里的一项事实写成导入用的文字。例：factText('gender', 'male') //=> '男' */
export const factText = (field: string, value: unknown): string => {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return value ? '是' : '否'
  return field === 'gender' ? genderWords[value as KnownPerson['gender'] & string] : String(value)
}

const isDay = (text: string) => /^\d{4}-\d\d(-\d\d)?$/.test(text)

/** 同一回事的两种写法：15 位与 18 位的身份证号；文件里只有年月而名册里有日；住址只写到县（内部的名册）。 */
const sameFact = (field: string, from: string, to: string) =>
  from === to ||
  (field === 'idNumber' && from !== '' && to18(from) === to18(to)) ||
  (isDay(to) && from.startsWith(`${to}-`)) ||
  (field === 'address' && from.startsWith(to))

/** 没有填过的：空的；“否”是没有标过；名册里只有年月而文件里有日。 */
const wasBlank = (from: string, to: string) => from === '' || from === '否' || (isDay(from) && to.startsWith(`${from}-`))

/**
 * 文件里给了、又与记着的不同的各项事实（姓名除外，凭它认人）；recorded 说某一项现在记着什么。
 * @example factDifferences({ mobile: '13911112222' }, (field) => field in MemberFacts.shape, () => null)[0].overwrites //=> false
 */
export function factDifferences(values: Values, isFact: (field: string) => boolean, recorded: (field: string) => unknown): Difference[] {
  return Object.entries(values).flatMap(([field, to]) => {
    if (!isFact(field) || field === 'name') return []
    const from = factText(field, recorded(field))
    return sameFact(field, from, to) || (from === '' && to === '否') ? [] : [{ field, from, to, overwrites: !wasBlank(from, to) }]
  })
}

const facts = (values: Values, person: KnownPerson): Difference[] =>
  factDifferences(
    values,
    (field) => isOwnField(field) || field in MemberFacts.shape,
    (field) => (isOwnField(field) ? (person.custom as Record<string, unknown>)[field] : person[field as keyof KnownPerson]),
  )

/** 转正有日子的，是履历上添一行；没写日子的由人定。改回预备不由导入做。 */
function category(values: Values, person: KnownPerson): Difference[] {
  const forward = values.category === categoryWords.formal && person.category === 'probationary'
  return forward
    ? [{ field: 'category', from: categoryWords.probationary, to: categoryWords.formal, overwrites: !values.fullMemberOn }]
    : []
}

function standing(values: Values, person: KnownPerson): Difference[] {
  const from = person.standing ? standingWords[person.standing] : ''
  return values.standing && values.standing !== from ? [{ field: 'standing', from, to: values.standing, overwrites: from !== '' }] : []
}

function group({ groupName }: Values, person: KnownPerson, atHome: boolean): Difference[] {
  return atHome && groupName && groupName !== person.groupName
    ? [{ field: 'groupName', from: person.groupName ?? '', to: groupName, overwrites: person.groupName !== null }]
    : []
}

/**
 * 文件里给了、又与名册不同的各项；文件里空着的不算，空格子不会抹掉名册里的内容。
 * atHome：文件里写的就是他现在的支部，这才编小组。
 * @example differences({ mobile: '13911112222' }, person, true) //=> [{ field: 'mobile', from: '', to: '13911112222', overwrites: false }]
 */
export const differences = (values: Values, person: KnownPerson, atHome: boolean): Difference[] => [
  ...facts(values, person),
  ...category(values, person),
  ...standing(values, person),
  ...group(values, person, atHome),
]
