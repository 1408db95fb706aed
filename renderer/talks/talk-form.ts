import type { Day, Id } from '../../shared/kit/values.ts'
import type { MemberRow } from '../../shared/members/contract.ts'
import { asidesOf } from '../../shared/members/namesakes.ts'
import type { FollowUp, Talk, TalkKind, TalkRow } from '../../shared/talks/contract.ts'
import { kindOfPair } from '../../shared/talks/rules.ts'
import { problemOfDay } from '../kit/DayInput.tsx'
import type { Named } from '../kit/NameInput.tsx'

type Person = Pick<MemberRow, 'id' | 'name' | 'initials' | 'pinyin' | 'organizationId' | 'birthDay' | 'branchName' | 'groupName'>

/** 可以谈话的人；同名的，name 后面带着在哪里、哪年生的。 */
export interface Talker extends Named {
  id: Id
  /** 所在支部，谈话记在被谈话人的支部。 */
  organizationId: Id
  onCommittee: boolean
}

/**
 * 名册上的人写成能认出来的名字：同名的带党小组或支部，同在一处的再带出生年。
 * @example talkersOf([同组的两个王芳], committee).map(({ name }) => name) → ['王芳（第一党小组，1985年生）', '王芳（第一党小组，1990年生）']
 */
export function talkersOf(people: readonly Person[], committee: ReadonlySet<Id>): Talker[] {
  const called = Map.groupBy(people, ({ name }) => name)
  const placed = people.map(({ name, birthDay, branchName, groupName }) => ({
    name: (called.get(name)?.length ?? 0) > 1 ? `${name}（${groupName ?? branchName}` : name,
    birthDay,
  }))
  const asides = asidesOf(placed)
  return people.map(({ id, name, initials, pinyin, organizationId }, at) => {
    const place = placed[at]?.name ?? name
    return {
      ...{ id, initials, pinyin, organizationId, onCommittee: committee.has(id) },
      name: place === name ? name : `${place}${asides[at] ? `，${asides[at]}` : ''}）`,
    }
  })
}

/** 一次谈话填到一半的样子；谈话人、被谈话人是打的字。 */
export interface TalkForm {
  day: Day | null
  talker: string
  talked: string
  summary: string
  agreed: string
  followUp: FollowUp
}

const blank: TalkForm = { day: null, talker: '', talked: '', summary: '', agreed: '', followUp: 'notNeeded' }

/** 接着上一次填：日期、谈话人多半不变。 */
export const nextForm = (last?: TalkForm): TalkForm => ({ ...blank, day: last?.day ?? null, talker: last?.talker ?? '' })
export const formsFor = (talked: readonly string[]): TalkForm[] =>
  talked.length === 0 ? [blank] : talked.map((name) => ({ ...blank, talked: name }))

/** 日期、谈话人空着的，照第一次填；没有可填的原样返回。例：followFirst([{ day: '2026-05-08', … }, { day: null, … }])[1]?.day → '2026-05-08' */
export function followFirst(forms: TalkForm[]): TalkForm[] {
  const [first] = forms
  const followed = forms.map((form) => ({ ...form, day: form.day ?? first?.day ?? null, talker: form.talker || (first?.talker ?? '') }))
  return JSON.stringify(followed) === JSON.stringify(forms) ? forms : followed
}

const named = (name: string, people: readonly Talker[]) => people.find((one) => one.name === name.trim())

/** 两个名字算哪一类；被谈话人还认不出时为 undefined。 */
export function kindOf({ talker, talked }: Pick<TalkForm, 'talker' | 'talked'>, people: readonly Talker[]): TalkKind | undefined {
  const other = named(talked, people)
  if (!other || talker.trim() === '') return undefined
  return kindOfPair(named(talker, people)?.onCommittee ?? null, other.onCommittee)
}

/** 还差什么才能登记；全了为 undefined。 */
export function problemOf({ day, talker, talked }: TalkForm, people: readonly Talker[]): string | undefined {
  if (day === null) return '还没有写日期'
  const problem = problemOfDay(day)
  if (problem) return problem.replace(/。$/, '')
  if (talker.trim() === '') return '还没有写谈话人'
  if (talked.trim() === '') return '还没有写被谈话人'
  if (!named(talked, people)) return `名册里没有“${talked.trim()}”，被谈话人请从名册里选`
  return talker.trim() === talked.trim() ? '谈话人和被谈话人是同一个人' : undefined
}

/** 只带着上一次的日期、谈话人，别的什么也没写。 */
export const isBlank = ({ talked, summary, agreed }: TalkForm) => [talked, summary, agreed].every((text) => text.trim() === '')

/** 填好的一次；没填全的为 undefined。 */
export function talkOf(form: TalkForm, people: readonly Talker[]): Talk | undefined {
  const [one, other, kind] = [named(form.talker, people), named(form.talked, people), kindOf(form, people)]
  if (form.day === null || !other || !kind || problemOf(form, people)) return undefined
  return {
    organizationId: other.organizationId,
    ...{ talkerId: one?.id ?? null, talker: one ? '' : form.talker.trim(), talkedId: other.id, kind, day: form.day },
    ...{ summary: form.summary.trim(), agreed: form.agreed.trim(), followUp: form.followUp },
  }
}

const nameOf = (id: Id | null, people: readonly Talker[], otherwise: string) => people.find((one) => one.id === id)?.name ?? otherwise

export const formOf = (row: TalkRow, people: readonly Talker[]): TalkForm => ({
  ...{ day: row.day, talker: nameOf(row.talkerId, people, row.talker), talked: nameOf(row.talkedId, people, row.talkedName) },
  ...{ summary: row.summary, agreed: row.agreed, followUp: row.followUp },
})

/** 改过的一次；还没填对的为 undefined。两个人没换，就还是原来的两个人、原来的类：后来换届、转走，都不改从前的谈话。 */
export function amendedTalk(row: TalkRow, form: TalkForm, people: readonly Talker[]): Talk | undefined {
  const before = formOf(row, people)
  if (form.talker !== before.talker || form.talked !== before.talked) return talkOf(form, people)
  if (form.day === null || problemOfDay(form.day)) return undefined
  const { organizationId, talkerId, talkedId, kind } = row
  const { day, summary, agreed, followUp } = form
  const talker = talkerId === null ? row.talker : ''
  return { ...{ organizationId, talkerId, talker, talkedId, kind, day, followUp }, summary: summary.trim(), agreed: agreed.trim() }
}
