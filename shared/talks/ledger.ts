import { choice, day, number, text, yesNo } from '../ledger/columns.ts'
import { defineLedger } from '../ledger/define.ts'
import { followUpWords, talkKindWords } from './words.ts'

/** 谈心谈话台账（templates.md §13）；谈了什么只在上报级里。 */
export const talksLedger = defineLedger({
  id: 'talks',
  title: '谈心谈话台账',
  source: 'talks.listByYear',
  keys: [['day', 'talker', 'talkedName']],
  columns: {
    organizationName: text('党组织名称', { width: 18 }),
    day: day('谈话日期'),
    talker: text('谈话人', { width: 9, align: 'center' }),
    talkedName: text('被谈话人', { width: 9, align: 'center' }),
    kind: choice('谈话类型', talkKindWords, { width: 11 }),
    summary: text('主要内容摘要', { width: 30, privacy: 'private' }),
    agreed: text('约定事项', { width: 22, privacy: 'private' }),
    followUp: choice('跟进状态', followUpWords, { width: 9 }),
  },
})

/** 谈心谈话覆盖表：谁还没谈、差哪一类。 */
export const talkCoverageLedger = defineLedger({
  id: 'talkCoverage',
  title: '谈心谈话覆盖表',
  source: 'talks.coverage',
  keys: [['name', 'branchName']],
  columns: {
    name: text('姓名', { width: 9, align: 'center' }),
    branchName: text('所在党支部', { width: 20 }),
    onCommittee: yesNo('支委', { width: 6 }),
    withinCommittee: number('支委之间', { width: 8, align: 'center' }),
    committeeWithMember: number('支委与党员', { width: 9, align: 'center' }),
    betweenMembers: number('党员之间', { width: 8, align: 'center' }),
    partners: text('与谁谈过', { width: 26 }),
    missingWords: text('还差', { width: 18 }),
  },
})
