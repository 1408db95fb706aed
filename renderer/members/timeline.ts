import type { ApplicantRow } from '../../shared/applicants/contract.ts'
import type { AppraisalOfMember } from '../../shared/appraisal/contract.ts'
import { gradeWords, UNGRADED } from '../../shared/appraisal/words.ts'
import { stateWords } from '../../shared/attendance/words.ts'
import type { AwardRow } from '../../shared/awards/contract.ts'
import { awardKindWords, penaltyWords } from '../../shared/awards/words.ts'
import type { CircumstanceRow } from '../../shared/circumstances/contract.ts'
import { circumstanceWords } from '../../shared/circumstances/words.ts'
import type { DuesYear } from '../../shared/dues/years.ts'
import { showFen } from '../../shared/kit/money.ts'
import { showDay } from '../../shared/ledger/columns.ts'
import type { MemberPage } from '../../shared/members/contract.ts'
import { categoryWords, standingWords } from '../../shared/members/words.ts'
import type { TalkRow } from '../../shared/talks/contract.ts'
import { talkKindWords } from '../../shared/talks/words.ts'
import { needsReason } from '../attendance/states.ts'

/** 一条经历里的几类事；别的房间要加一类，就在这里和 sources 各加一行。 */
export const momentKinds = {
  joining: '入党以前',
  life: '入党与党籍',
  place: '支部与小组',
  post: '职务',
  award: '奖惩',
  care: '困难等',
  dues: '党费',
  talk: '谈心谈话',
  appraisal: '民主评议',
  meeting: '会议',
} as const
export type MomentKind = keyof typeof momentKinds

export interface Moment {
  key: string
  kind: MomentKind
  /** 排序用；不详的最早。 */
  day: string
  when: string
  what: string
  /** 点开去哪里。 */
  href?: string
  /** 应到而没有到的会。 */
  missed?: boolean
}

export interface Life extends MemberPage {
  awards: readonly AwardRow[]
  circumstances: readonly CircumstanceRow[]
  /** 由申请人接收进来的，那时的各步。 */
  applications: readonly ApplicantRow[]
  /** 历年党费，一年一条。 */
  dues: readonly DuesYear[]
  talks: readonly TalkRow[]
  appraisals: readonly AppraisalOfMember[]
}

const moment = (kind: MomentKind, key: string, day: string | null, what: string, href?: string): Moment => ({
  ...{ kind, key: `${kind}-${key}`, day: day ?? '', when: day ? showDay(day) : '起始不详', what },
  ...(href ? { href } : {}),
})

const joining = ({ applications }: Life): Moment[] =>
  applications.flatMap(({ id, appliedOn, talkedOn, activistOn, filedOn, postedFrom, postedUntil, candidateOn }) =>
    (
      [
        ['applied', appliedOn, '递交入党申请书'],
        ['talked', talkedOn, '党组织派人谈话'],
        ['activist', activistOn, '确定为入党积极分子'],
        ['filed', filedOn, '积极分子报上级党委备案'],
        ['posted', postedFrom, `列为发展对象公示${postedUntil ? `，至 ${showDay(postedUntil)}` : ''}`],
        ['candidate', candidateOn, '列为发展对象'],
      ] as const
    ).flatMap(([key, on, what]) => (on ? [moment('joining', `${id}-${key}`, on, what)] : [])),
  )

const life = ({ member, categories, standings }: Life): Moment[] => [
  ...(member.joinedOn ? [moment('life', 'joined', member.joinedOn, '加入党组织')] : []),
  ...(member.fullMemberOn ? [moment('life', 'full', member.fullMemberOn, '转为正式党员')] : []),
  ...categories
    .filter((one) => one.fromDay === null || (one.fromDay !== member.joinedOn && one.fromDay !== member.fullMemberOn))
    .map((one) => moment('life', `category-${one.id}`, one.fromDay, `人员类别：${categoryWords[one.value]}`)),
  ...standings
    .filter((one, index) => one.value !== 'normal' || index < standings.length - 1)
    .map((one) => moment('life', `standing-${one.id}`, one.fromDay, `党籍状态：${standingWords[one.value]}`)),
]

const place = ({ branches, groups }: Life): Moment[] => [
  ...branches.map((one) => moment('place', `branch-${one.id}`, one.fromDay, `编入 ${one.value.name}`)),
  ...groups
    .filter((one, index) => one.value.id !== null || index < groups.length - 1)
    .map((one) => moment('place', `group-${one.id}`, one.fromDay, one.value.id === null ? '不再编组' : `编入 ${one.value.name}`)),
]

const post = ({ posts }: Life): Moment[] =>
  posts.flatMap((one) => [
    moment('post', String(one.id), one.fromDay, `任 ${one.organizationName} ${one.title}`),
    ...(one.untilDay ? [moment('post', `${one.id}-end`, one.untilDay, `不再担任 ${one.organizationName} ${one.title}`)] : []),
  ])

const award = ({ awards }: Life): Moment[] =>
  awards.flatMap((one) => [
    moment('award', String(one.id), one.day, `${one.penalty ? penaltyWords[one.penalty] : awardKindWords[one.kind]}：${one.name}`),
    ...(one.untilDay ? [moment('award', `${one.id}-end`, one.untilDay, '留党察看期满')] : []),
  ])

const care = ({ circumstances }: Life): Moment[] =>
  circumstances.flatMap((one) => [
    moment('care', String(one.id), one.fromDay, circumstanceWords[one.kind]),
    ...(one.untilDay ? [moment('care', `${one.id}-end`, one.untilDay, `不再${circumstanceWords[one.kind]}`)] : []),
  ])

const duesPaid = ({ dues }: Life): Moment[] =>
  dues.map(({ year, months, last, due, extra, large }) => {
    const parts = [
      due > 0 && `交了${months}的党费，共 ${showFen(due)} 元`,
      extra > 0 && `自愿多交 ${showFen(extra)} 元`,
      large > 0 && `大额党费 ${showFen(large)} 元`,
    ]
    return { ...moment('dues', String(year), last, parts.filter(Boolean).join('，'), '/dues'), when: `${year}年` }
  })

/** 谈了什么不在这里，只说与谁、算哪一类。 */
const talk = ({ member, talks }: Life): Moment[] =>
  talks.map((one) => {
    const other = one.talkerId === member.id ? one.talkedName : one.talker
    return moment('talk', String(one.id), one.day, `与${other}谈心谈话（${talkKindWords[one.kind]}）`, '/talks')
  })

const appraisal = ({ appraisals }: Life): Moment[] =>
  appraisals.map(({ roundId, year, day, grade }) =>
    moment('appraisal', String(roundId), day, `${year} 年民主评议：${grade ? gradeWords[grade] : UNGRADED}`, '/appraisal'),
  )

const meeting = ({ meetings }: Life): Moment[] =>
  meetings.map((one) => ({
    ...moment('meeting', String(one.meetingId), one.day, `${one.topic}　${stateWords[one.state]}`, `/meetings/${one.meetingId}`),
    missed: needsReason(one.state),
  }))

const sources: Record<MomentKind, (life: Life) => Moment[]> = {
  joining,
  life,
  place,
  post,
  award,
  care,
  dues: duesPaid,
  talk,
  appraisal,
  meeting,
}

/** 一名党员的一切合成一条线，新的在上。 */
export const timelineOf = (given: Life): Moment[] =>
  Object.values(sources)
    .flatMap((source) => source(given))
    .sort((a, b) => b.day.localeCompare(a.day))
