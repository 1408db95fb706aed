export const membersRefusals = {
  'members.notFound': () => '没有这名党员，可能已被删除。',
  'members.alreadyListed': (d: { name: string }) => `名册里已有身份证号相同的“${d.name}”。`,
  'members.inUse': (d: { name: string; meetings: number }) =>
    `“${d.name}”已有 ${d.meetings} 次会议的出勤记录，不能当作误录删除。如已离开，请变更党籍状态。`,
  'members.sameRecord': () => '要合并的是同一份记录，请另选一份。',
  'members.cannotMerge': (d: { what: string; count: number }) =>
    `去掉的那份有 ${d.count} 条“${d.what}”，软件还不会并它，没有合并。请先把这些改到保留的那份上，再合并。`,
  'members.mergeClash': (d: { what: string; count: number }) =>
    `两份各有一条相撞的“${d.what}”（${d.count} 处），请先删去其中多余的，再合并。`,
  'members.mergeDues': (d: { count: number; month: string }) =>
    `去掉的那份有 ${d.count} 条党费在已结账的月份（最早 ${d.month}），结了账的不能改。可以换过来，保留那一份；或先反结账。`,
  'members.mergeArchived': (d: { count: number; topic: string }) =>
    `去掉的那份有 ${d.count} 次已归档会议的出勤（“${d.topic}”等），归档的记录不能改。可以换过来，保留那一份；或先取消归档。`,
  'members.mergeHeld': (d: { count: number; topic: string }) =>
    `两份都登记在 ${d.count} 次已确认召开的会议里（“${d.topic}”等），应到多算了一人。请先把会议退回筹备，再合并。`,
  'members.groupElsewhere': (d: { group: string }) => `“${d.group}”不属于该党员所在支部。`,
}
