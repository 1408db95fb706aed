import { choice, day, money, number, percent, text } from '../ledger/columns.ts'
import { defineLedger } from '../ledger/define.ts'
import { directionWords, sourceWords } from './words.ts'

const handler = text('经手人', { width: 8, align: 'center' })

/** 党建经费收支台账（templates.md §17）：日记账，滚动结余，按月合计。 */
export const bookLedger = defineLedger({
  id: 'finances',
  title: '党建经费收支台账',
  source: 'finances.book',
  keys: [['number']],
  ruled: ({ line }) => line !== 'voucher',
  columns: {
    day: day('日期'),
    number: number('凭证号', { width: 7, align: 'center', synonyms: ['凭证编号', '凭证字号', '编号'] }),
    summary: text('摘要', { width: 24, synonyms: ['摘要/活动名称', '活动名称', '事项', '用途', '内容'] }),
    income: money('收入', { width: 11, synonyms: ['收入金额', '借方', '收方'] }),
    expense: money('支出', { width: 11, synonyms: ['支出金额', '贷方', '付方'] }),
    balance: money('结余', { width: 11, derived: true, synonyms: ['余额', '结存'] }),
    category: text('收支科目', { width: 12, synonyms: ['科目', '类别', '费用类别'] }),
    source: choice('资金来源', sourceWords, { width: 9, synonyms: ['经费来源', '来源'] }),
    handler,
    witness: text('证明人', { width: 8, align: 'center' }),
    approver: text('审批人', { width: 8, align: 'center' }),
    papers: number('附件张数', { width: 6, align: 'center', synonyms: ['单据张数', '票据张数'] }),
    note: text('备注', { width: 12 }),
  },
})

export const categoryLedger = defineLedger({
  id: 'finance-categories',
  title: '党建经费科目汇总表',
  source: 'finances.categorySummary',
  keys: [['category']],
  orientation: 'portrait',
  columns: {
    direction: choice('收支', directionWords, { width: 7 }),
    category: text('科目', { width: 18 }),
    vouchers: number('凭证张数', { width: 9, total: true }),
    income: money('收入', { width: 13, total: true }),
    expense: money('支出', { width: 13, total: true }),
  },
})

export const budgetLedger = defineLedger({
  id: 'finance-budget',
  title: '党建经费预算执行表',
  source: 'finances.budgetLines',
  keys: [['category']],
  orientation: 'portrait',
  columns: {
    direction: choice('收支', directionWords, { width: 7 }),
    category: text('科目', { width: 18 }),
    planned: money('预算', { width: 13 }),
    executed: money('执行', { width: 13 }),
    remaining: money('余（超）', { width: 13 }),
    rate: percent('执行率', { width: 9 }),
  },
})

/** 年度公示表：只有金额，没有个人。 */
export const noticeLedger = defineLedger({
  id: 'finance-notice',
  title: '党建经费收支公示表',
  source: 'finances.notice',
  keys: [['item']],
  orientation: 'portrait',
  columns: { item: text('项目', { width: 22 }), amount: money('金额', { width: 14 }), note: text('说明', { width: 18 }) },
})

export const donationLedger = defineLedger({
  id: 'donations',
  title: '捐助台账',
  source: 'finances.donations',
  keys: [['number']],
  columns: {
    day: day('日期'),
    number: number('凭证号', { width: 7, align: 'center' }),
    donor: text('捐助人（单位）', { width: 16 }),
    summary: text('事由', { width: 24 }),
    amount: money('金额', { width: 12, total: true }),
    project: text('用于项目', { width: 16 }),
    handler,
    note: text('备注', { width: 14 }),
  },
})

/** 关爱慰问：困难情况只在上报级里（layout.md E3）。 */
export const careLedger = defineLedger({
  id: 'care',
  title: '关爱慰问台账',
  source: 'finances.care',
  keys: [['number', 'name']],
  columns: {
    day: day('日期'),
    number: number('凭证号', { width: 7, align: 'center' }),
    name: text('慰问对象', { width: 12, align: 'center' }),
    situation: text('困难情况', { width: 18, privacy: 'private' }),
    amount: money('金额', { width: 12, total: true }),
    summary: text('事由', { width: 22 }),
    project: text('项目', { width: 16 }),
    handler,
  },
})
