export const appraisalRefusals = {
  'appraisal.notFound': () => '没有这一轮民主评议，可能已被删除。',
  'appraisal.alreadyStarted': (d: { year: number }) => `这个支部 ${d.year} 年的民主评议已经开展，直接打开它就行。`,
  'appraisal.notInBranch': (d: { name: string }) => `“${d.name}”那天不是这个支部党籍正常的党员，不能列入评议。`,
  'appraisal.notEntered': () => '有人不在这一轮评议的名单里，请重新打开再填。',
  'appraisal.noGrade': (d: { name: string }) => `“${d.name}”是预备党员，参加评议但不评定等次。`,
  'appraisal.ballots': (d: { issued: number; returned: number; spoiled: number }) =>
    `发出 ${d.issued} 张、收回 ${d.returned} 张、作废 ${d.spoiled} 张对不上：收回不能多于发出，作废不能多于收回。`,
  'appraisal.doesNotFoot': (d: { name: string; sum: number; valid: number }) =>
    `“${d.name}”的票数合计 ${d.sum}，有效票是 ${d.valid}。请核对后再存。`,
  'appraisal.notFooting': () => '票数合计与有效票对不上，请核对后再存。',
  'appraisal.missingVotes': (d: { name: string }) => `还没有录“${d.name}”的票数；一轮的票数要一起录完。`,
}
