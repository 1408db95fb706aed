import { choice, day, text } from '../ledger/columns.ts'
import { defineLedger } from '../ledger/define.ts'
import { stateWords } from './rules.ts'

/** 议定事项落实台账（templates.md §7 第 15 项：责任人、完成时限）。 */
export const decisionsLedger = defineLedger({
  id: 'decisions',
  title: '议定事项落实台账',
  source: 'decisions.list',
  keys: [['day', 'text']],
  columns: {
    day: day('议定日期'),
    organizationName: text('党组织名称', { width: 18 }),
    topic: text('会议', { width: 20 }),
    text: text('议定事项', { width: 30 }),
    responsible: text('责任人', { width: 9, align: 'center' }),
    due: day('完成时限'),
    state: choice('状态', stateWords, { width: 8 }),
    doneOn: day('完成日期'),
    note: text('落实情况', { width: 20 }),
  },
})
