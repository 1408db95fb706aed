import type { MeetingKind } from './contract.ts'

/** 各地台账上的叫法 → 规则包里的代号；一场活动可以对上几类（党员大会暨主题党日）。 */
const words: readonly [code: string, RegExp][] = [
  ['branchAssembly', /(党员|支部|全体)大会|全体党员会/],
  ['committee', /支委会|支部?委员?会会?议?$|支部委员会|支委扩大|支委\(/],
  ['group', /小组(会|学习|活动)/],
  ['lecture', /党课/],
  ['themeDay', /党日/],
  ['orgLife', /组织生活会/],
  ['appraisal', /民主评议/],
  ['heartTalk', /谈心|谈话/],
  ['election', /换届|选举/],
]

/**
 * 一段话说的是哪几类会议；说不上来的为空。自设的类型与规则包里的名称照字面认，先于各地的叫法。
 * @example kindsIn('支部大会暨主题党日', kinds).map(({ name }) => name) → ['支部党员大会', '主题党日']
 */
export function kindsIn(text: string, kinds: readonly MeetingKind[]): MeetingKind[] {
  const plain = text.normalize('NFKC').replace(/\s/g, '')
  if (plain === '') return []
  const parts = plain.split(/[、,，;；/+＋]/)
  const exact = kinds.filter(({ name }) => parts.includes(name))
  if (exact.length === parts.length) return exact
  return kinds.filter(
    ({ code, name, own }) =>
      parts.includes(name) || (own && plain.includes(name)) || words.some(([known, pattern]) => known === code && pattern.test(plain)),
  )
}

/** 标题、表名、分隔行说的是某一类会议。例：saysKind('2024年党课台账') → true */
export const saysKind = (text: string): boolean => words.some(([, pattern]) => pattern.test(text.replace(/\s/g, '')))
