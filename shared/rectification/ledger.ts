import { choice, day, text } from '../ledger/columns.ts'
import { defineLedger } from '../ledger/define.ts'
import { progressWords } from './words.ts'

/** 整改台账（templates.md §12）。 */
export const rectificationLedger = defineLedger({
  id: 'rectification',
  title: '整改台账',
  source: 'rectification.listByYear',
  keys: [['raisedOn', 'problem']],
  columns: {
    organizationName: text('党组织名称', { width: 18 }),
    raisedOn: day('提出日期'),
    problem: text('问题', { width: 24 }),
    measure: text('整改措施', { width: 24 }),
    responsible: text('责任人', { width: 9, align: 'center' }),
    due: day('时限'),
    outcome: text('完成情况', { width: 22 }),
    doneOn: day('完成日期'),
    progress: choice('状态', progressWords, { width: 9 }),
  },
})
