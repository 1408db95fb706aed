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
  'appraisal.finished': () => '这一轮民主评议已经办结，不能再改。确需改动，先取消办结。',
  'appraisal.notFinished': () => '这一轮民主评议还没有办结。',
  'appraisal.notWhole': () => '还有人没有定等次，或没有录票数，不能办结。',
  'appraisal.finishDay': (d: { day: string; today: string }) => `办结日期应在评议那天（${d.day}）到今天（${d.today}）之间。`,
  'appraisal.meetingElsewhere': () => '这次会议不是这个支部的，或已作废，请另选一次。',
  'appraisal.missingVotes': (d: { name: string }) => `还没有录“${d.name}”的票数；一轮的票数要一起录完。`,
}
