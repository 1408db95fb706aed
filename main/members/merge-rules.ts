/**
 * 合并两份同一人的记录时，指着党员的一列怎样并过来：
 * - move：整行改指保留的那份；除了指谁之外一模一样的只留一行；与唯一的约定撞上的，拒绝合并。
 * - dated：一条履历；同一天的、起始不详的，以保留的那份为准，其余并入。
 * - attendance：同一次会议两份都有的，留到会程度高的（出席、迟到、线上、列席、请假、缺席）。
 * - due：同一个月两份都定了应交的，留结了账的、免交的，其余以保留的那份为准。
 * - posted：入账的党费，一笔也不少，由党费那边转过去（main/dues/hand-over.ts）。
 * - custom：同一项自设字段两份都填了的，由人选。
 */
type MergeRule = 'move' | 'dated' | 'attendance' | 'due' | 'posted' | 'custom'

/** 表.列 → 规矩。新表有列指着党员，就在这里加一行；少了，法则测试不过，合并也会拒绝。 */
export const mergeRules: Readonly<Record<string, MergeRule>> = {
  'appraisal_entry.member_id': 'move',
  'applicant.member_id': 'move',
  'attendance.member_id': 'attendance',
  'award.member_id': 'move',
  'care_recipient.member_id': 'move',
  'circumstance.member_id': 'move',
  'custom_value.member_id': 'custom',
  'due.member_id': 'due',
  'dues_base.member_id': 'move',
  'dues_payment.member_id': 'posted',
  'dues_payment_line.member_id': 'posted',
  'exclusion.member_id': 'move',
  'makeup.member_id': 'move',
  'member_branch.member_id': 'dated',
  'member_category.member_id': 'dated',
  'member_group.member_id': 'dated',
  'member_standing.member_id': 'dated',
  'post.member_id': 'move',
  'talk.talked_id': 'move',
  'talk.talker_id': 'move',
}
