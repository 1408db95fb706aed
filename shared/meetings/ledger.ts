import { choice, day, number, percent, text, time } from '../ledger/columns.ts'
import { defineLedger } from '../ledger/define.ts'
import { statusWords } from './words.ts'

/** 三会一课台账（templates.md §8）。 */
export const registerLedger = defineLedger({
  id: 'register',
  title: '三会一课台账',
  source: 'meetings.register',
  viewSource: 'meetings.listByYear',
  keys: [['day', 'topic']],
  counts: '人次',
  columns: {
    kindNames: text('类型', { width: 16 }),
    topic: text('议题/主题', { width: 28 }),
    organizationName: text('党组织名称', { width: 22 }),
    day: day('日期'),
    startsAt: time('开始', { width: 7 }),
    endsAt: time('结束', { width: 7 }),
    place: text('地点', { width: 16 }),
    host: text('主持人', { width: 9, align: 'center' }),
    recorder: text('记录人', { width: 9, align: 'center' }),
    expected: number('应到', { width: 6, total: true }),
    present: number('实到', { width: 6, total: true }),
    onLeave: number('请假', { width: 6, total: true }),
    absent: number('缺席', { width: 6, total: true }),
    rate: percent('出席率', { width: 9 }),
    status: choice('状态', statusWords, { width: 8 }),
  },
})
