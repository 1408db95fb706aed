import { choice, day, dayOrMonth, text } from '../ledger/columns.ts'
import { defineLedger } from '../ledger/define.ts'
import { awardKindWords, penaltyWords } from './words.ts'

/** 奖惩台账（templates.md §25）；处分的行只在上报级里（layout.md E3）。 */
export const awardsLedger = defineLedger({
  id: 'awards',
  title: '奖惩台账',
  source: 'awards.register',
  keys: [['memberName', 'day', 'name']],
  rowPrivacy: ({ kind }) => (kind === 'penalty' ? 'private' : 'open'),
  columns: {
    memberName: text('姓名', { width: 9, align: 'center' }),
    branchName: text('所在党支部', { width: 18 }),
    kind: choice('类别', awardKindWords, { width: 7 }),
    name: text('名称', { width: 22 }),
    penalty: choice('处分种类', penaltyWords, { width: 11, privacy: 'private' }),
    level: text('级别', { width: 9 }),
    authority: text('批准机关', { width: 18 }),
    day: dayOrMonth('日期'),
    documentNumber: text('文号', { width: 16 }),
    fromDay: day('察看起', { privacy: 'private' }),
    untilDay: day('察看止', { privacy: 'private' }),
  },
})
