import { choice, day, number, text, yesNo } from '../ledger/columns.ts'
import { defineLedger } from '../ledger/define.ts'
import { matterWords, outcomeWords } from './words.ts'

/** 表决情况台账（templates.md §7 第 14 项：应到有表决权、实到、赞成、反对、弃权）。 */
export const votesLedger = defineLedger({
  id: 'votes',
  title: '表决情况台账',
  source: 'votes.register',
  keys: [['day', 'matter']],
  columns: {
    day: day('日期'),
    organizationName: text('党组织名称', { width: 18 }),
    kind: choice('种类', matterWords, { width: 14 }),
    matter: text('表决事项', { width: 26 }),
    secret: yesNo('无记名', { width: 7 }),
    eligible: number('应到有表决权', { width: 8 }),
    present: number('实到有表决权', { width: 8 }),
    inFavour: number('赞成', { width: 6 }),
    against: number('反对', { width: 6 }),
    abstained: number('弃权', { width: 6 }),
    outcome: choice('结果', outcomeWords, { width: 10 }),
    sentence: text('结论', { width: 40 }),
  },
})
