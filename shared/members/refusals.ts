export const membersRefusals = {
  'members.notFound': () => '没有这名党员，可能已被删除。',
  'members.alreadyListed': (d: { name: string }) => `名册里已有身份证号相同的“${d.name}”。`,
  'members.inUse': (d: { name: string; meetings: number }) =>
    `“${d.name}”已有 ${d.meetings} 次会议的出勤记录，不能当作误录删除。如已离开，请变更党籍状态。`,
  'members.groupElsewhere': (d: { group: string }) => `“${d.group}”不属于该党员所在支部。`,
}
