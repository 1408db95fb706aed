import type { AttendanceState, ExclusionReason, GuestKind, YearMark } from './contract.ts'

export const stateWords: Record<AttendanceState, string> = {
  present: '出席',
  late: '迟到',
  online: '线上',
  leave: '请假',
  absent: '缺席',
  observer: '列席',
}

/** 五类的原话，来源 rules.md §3。 */
export const exclusionWords: Record<ExclusionReason, string> = {
  cannotExpress: '患精神疾病或其他疾病，不能表达意志',
  abroad: '自费出国半年以上',
  detained: '虽未受留党察看以上处分，但被拘留或服刑',
  bedridden: '年老体弱卧床，或长期生病、生活不能自理',
  untransferred: '工作调动、下派、蹲点、外出学习工作半年以上，应转而未转走正式组织关系',
}

export const guestKindWords: Record<GuestKind, string> = { guest: '列席来宾', superior: '上级领导' }

/** 年度考勤表里的记号；legend 是表下的图例。 */
export const yearMarks: Record<YearMark, { sign: string; word: string }> = {
  present: { sign: '√', word: '出席' },
  late: { sign: '迟', word: '迟到' },
  online: { sign: '线', word: '线上参加' },
  leave: { sign: '假', word: '请假' },
  absent: { sign: '缺', word: '缺席' },
  leaveMadeUp: { sign: '假补', word: '请假，已补课' },
  absentMadeUp: { sign: '缺补', word: '缺席，已补课' },
  observer: { sign: '列', word: '列席' },
  excluded: { sign: '不', word: '不计入应到' },
}

/** 例：'√出席 迟迟到 …；空白为不在应到名单' */
export const legend: string = `${Object.values(yearMarks)
  .map(({ sign, word }) => `${sign} ${word}`)
  .join('　')}　空白 不在应到名单`
