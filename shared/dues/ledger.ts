import { choice, day, money, moneyOr, month, number, percent, text, yesNo } from '../ledger/columns.ts'
import { defineLedger } from '../ledger/define.ts'
import { kindWords, methodWords } from './words.ts'

const CELL_WORDS = ['免', '转', '停']
const cell = (label: string) =>
  moneyOr(label, CELL_WORDS, { width: 8, total: true, group: '实交（元；免 免交　转 党费交至之前　停 停止党籍）' })
const MONTHS = ['m01', 'm02', 'm03', 'm04', 'm05', 'm06', 'm07', 'm08', 'm09', 'm10', 'm11', 'm12'] as const

/** 党费收缴台账：全年十二个月的网格（templates.md §15）。收入不进公示版。 */
export const duesRegisterLedger = defineLedger({
  id: 'dues',
  title: '党费收缴台账',
  source: 'dues.register',
  keys: [['name', 'branchName']],
  columns: {
    name: text('姓名', { width: 9, align: 'center' }),
    kindName: text('人员类别', { width: 12, align: 'center' }),
    base: money('月缴费基数', { width: 11, privacy: 'income' }),
    ratePercent: percent('比例', { width: 6, privacy: 'income' }),
    monthly: money('月应交', { width: 9, privacy: 'income' }),
    m01: cell('1月'),
    m02: cell('2月'),
    m03: cell('3月'),
    m04: cell('4月'),
    m05: cell('5月'),
    m06: cell('6月'),
    m07: cell('7月'),
    m08: cell('8月'),
    m09: cell('9月'),
    m10: cell('10月'),
    m11: cell('11月'),
    m12: cell('12月'),
    payable: money('全年应交', { width: 11, total: true, privacy: 'income' }),
    paid: money('全年实交', { width: 11, total: true, sums: MONTHS }),
    owing: money('欠缴', { width: 9, total: true }),
    note: text('备注', { width: 16 }),
  },
})

/** 党费核算表：各人的基数怎样算出来（templates.md §15 的核算表）。 */
export const duesBasesLedger = defineLedger({
  id: 'dues-bases',
  title: '党费核算表',
  source: 'dues.bases',
  keys: [['name', 'fromMonth']],
  columns: {
    name: text('姓名', { width: 9, align: 'center' }),
    branchName: text('所在党支部', { width: 18 }),
    fromMonth: month('起算年月'),
    kind: choice('人员类别', kindWords, { width: 14 }),
    additions: money('收入合计', { width: 11, privacy: 'income' }),
    deductions: money('扣减合计', { width: 11, privacy: 'income' }),
    base: money('计算基数', { width: 11, privacy: 'income' }),
    ratePercent: percent('交纳比例', { width: 8 }),
    monthly: money('每月应交', { width: 10 }),
    approval: text('批准文号', { width: 14, privacy: 'private' }),
    note: text('备注', { width: 16, privacy: 'private' }),
  },
})

/** 党费收缴明细：一笔一行，冲销的红字也在。 */
export const duesPaymentsLedger = defineLedger({
  id: 'dues-payments',
  title: '党费收缴明细',
  source: 'dues.payments',
  keys: [['receiptNo'], ['memberName', 'paidOn', 'amount']],
  columns: {
    paidOn: day('缴纳日期'),
    memberName: text('姓名', { width: 9, align: 'center' }),
    branchName: text('所属党组织', { width: 18 }),
    months: text('所属月份', { width: 18 }),
    due: money('党费', { width: 10, total: true }),
    extra: money('自愿多交', { width: 10, total: true }),
    large: money('大额党费', { width: 11, total: true }),
    amount: money('合计', { width: 11, total: true }),
    method: choice('缴纳方式', methodWords, { width: 9 }),
    collector: text('经手人', { width: 9, align: 'center' }),
    payer: text('代交人', { width: 9, align: 'center' }),
    advanced: yesNo('垫交', { width: 6 }),
    receiptNo: text('收据号', { width: 13, align: 'center' }),
    note: text('备注', { width: 16 }),
  },
})

/** 党费上缴与使用台账（templates.md §16）。 */
export const duesFundLedger = defineLedger({
  id: 'dues-fund',
  title: '党费上缴与使用台账',
  source: 'dues.fund',
  keys: [['day', 'number']],
  columns: {
    day: day('日期'),
    number: number('凭证号', { width: 7 }),
    what: text('类别', { width: 9, align: 'center' }),
    summary: text('摘要', { width: 20 }),
    income: money('收入', { width: 11, total: true }),
    expense: money('支出', { width: 11, total: true }),
    balance: money('结余', { width: 11 }),
    large: money('大额党费', { width: 11, total: true }),
    period: text('所属期间', { width: 14 }),
    purpose: text('用途', { width: 18 }),
    meeting: text('集体研究会议', { width: 18 }),
    counterparty: text('对方单位', { width: 14 }),
    slipNo: text('缴款凭证号', { width: 11 }),
    receiptNo: text('收据号', { width: 10 }),
    handler: text('经手人', { width: 9, align: 'center' }),
    approver: text('审批人', { width: 9, align: 'center' }),
    papers: number('票据张数', { width: 7 }),
  },
})

/** 公示表：只有总数，没有人名、收入与证件号。 */
export const duesPostedLedger = defineLedger({
  id: 'dues-posted',
  title: '党费收缴使用情况公示表',
  source: 'dues.posted',
  keys: [['item']],
  orientation: 'portrait',
  columns: {
    item: text('项目', { width: 34 }),
    amount: money('金额', { width: 14 }),
    note: text('说明', { width: 20 }),
  },
})
