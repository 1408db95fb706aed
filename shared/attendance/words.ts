import type { AttendanceState, ExclusionReason, GuestKind } from './contract.ts'

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
