export const applicantsRefusals = {
  'applicants.notFound': () => '没有这名申请人，可能已被删除。',
  'applicants.alreadyListed': (d: { name: string }) => `名单里已有身份证号相同的“${d.name}”，请打开那一条接着填。`,
  'applicants.alreadyMember': (d: { name: string }) => `党员名册里已有身份证号相同的“${d.name}”，已是党员，不登记为申请人。`,
  'applicants.accepted': (d: { name: string }) => `“${d.name}”已接收为预备党员，这里不再往下走。如接收有误，请撤销那次“接收为预备党员”。`,
  'applicants.ended': (d: { name: string }) => `“${d.name}”已终止发展，请先恢复培养。`,
  'applicants.notEnded': (d: { name: string }) => `“${d.name}”没有终止，不用恢复。`,
  'applicants.alreadyReached': (d: { name: string; stage: string; day: string }) =>
    `“${d.name}”已于 ${d.day} 列为${d.stage}；日期有误请用“修改”更正。`,
  'applicants.future': (d: { day: string }) => `${d.day} 还没有到，请填已经发生的日子。`,
  'applicants.memberLinked': (d: { name: string }) =>
    `“${d.name}”是由申请人接收进来的，不能单独删除。请在操作记录里撤销那次“接收为预备党员”。`,
}
