import type { ApplicantRow, DevelopmentRules } from '../../shared/applicants/contract.ts'
import { ripeOn, talkDueOn, workdaysBetween } from '../../shared/applicants/rules.ts'
import { showDay } from '../../shared/ledger/columns.ts'
import type { Fact } from './facts.ts'

/** 路上的一步。 */
export interface Stop {
  title: string
  /** 这一步管着哪几项；它们的提醒写在这一步下面。 */
  fields: readonly Fact[]
  /** 办了的写哪天、是谁；没有办而有期限的写期限；都没有为空串。 */
  text: string
  done: boolean
}

const dated = (title: string, field: Fact, on: string | null, due = ''): Stop => ({
  ...{ title, fields: [field], done: on !== null },
  text: on === null ? due : showDay(on),
})

function posted({ postedFrom, postedUntil }: ApplicantRow, rules: DevelopmentRules): Stop {
  const days = postedFrom && postedUntil ? workdaysBetween(postedFrom, postedUntil, rules.holidays) : undefined
  const span = [postedFrom, postedUntil].flatMap((one) => (one ? [showDay(one)] : [])).join(' 至 ')
  const counted = days ? `，${days.days} 个工作日${days.provisional ? '（暂算）' : ''}` : ''
  return { title: '公示', fields: ['postedFrom', 'postedUntil'], text: span + counted, done: days !== undefined }
}

function cultivated({ activistOn, candidateOn }: ApplicantRow, today: string, rules: DevelopmentRules): Stop {
  const ripe = activistOn && ripeOn(activistOn, rules)
  return {
    ...{ title: '培养教育考察', fields: [], text: ripe ? `${showDay(ripe)} 满一年` : '' },
    done: candidateOn !== null || (ripe !== null && ripe <= today),
  }
}

function trained({ training, trainingDays, trainingHours }: ApplicantRow): Stop {
  const parts = [training, trainingDays !== null && `${trainingDays} 天`, trainingHours !== null && `${trainingHours} 学时`]
  const text = parts.filter(Boolean).join('，')
  return { title: '集中培训', fields: ['training', 'trainingDays', 'trainingHours'], text, done: text !== '' }
}

const named = (title: string, field: Fact, names: string | null): Stop => ({
  title,
  fields: [field],
  text: names ?? '',
  done: names !== null,
})

/**
 * 从递交申请书到支部大会接收，一步一步，各是哪天。次序照发展党员工作细则（2026）第五至二十条。
 * @example trailOf(person, '2026-06-15', rules)[1] → { title: '党组织派人谈话', text: '2026年06月20日 前', done: false, … }
 */
export function trailOf(person: ApplicantRow, today: string, rules: DevelopmentRules): Stop[] {
  const { appliedOn, talkedOn, activistOn, filedOn, mentors, candidateOn, introducers, acceptedOn } = person
  return [
    dated('递交入党申请书', 'appliedOn', appliedOn),
    dated('党组织派人谈话', 'talkedOn', talkedOn, appliedOn ? `${showDay(talkDueOn(appliedOn, rules))} 前` : ''),
    dated('确定为积极分子', 'activistOn', activistOn),
    dated('报上级党委备案', 'filedOn', filedOn),
    named('培养联系人', 'mentors', mentors),
    cultivated(person, today, rules),
    posted(person, rules),
    dated('列为发展对象', 'candidateOn', candidateOn),
    named('入党介绍人', 'introducers', introducers),
    trained(person),
    { title: '接收为预备党员', fields: [], text: acceptedOn ? showDay(acceptedOn) : '', done: acceptedOn !== null },
  ]
}
