import { choice, number, percent, text } from '../ledger/columns.ts'
import { defineLedger } from '../ledger/define.ts'
import { excellentShare } from './rules.ts'
import { gradeWords } from './words.ts'

/** 民主评议汇总表（templates.md §14）；合计行写优秀占参评的比例。 */
export const appraisalLedger = defineLedger({
  id: 'appraisal',
  title: '民主评议党员汇总表',
  source: 'appraisal.summary',
  keys: [['name', 'organizationName']],
  totalWords: (rows) => ({ result: excellentShare(rows.filter(({ result }) => result === gradeWords.excellent).length, rows.length) }),
  counts: '票',
  columns: {
    name: text('姓名', { width: 9, align: 'center' }),
    organizationName: text('所在党支部', { width: 18 }),
    selfGrade: choice('自评', gradeWords, { width: 8 }),
    excellent: number('优秀票', { width: 7, total: true }),
    qualified: number('合格票', { width: 7, total: true }),
    basicallyQualified: number('基本合格票', { width: 7, total: true }),
    unqualified: number('不合格票', { width: 7, total: true }),
    abstained: number('弃权', { width: 6, total: true }),
    valid: number('有效票', { width: 7, total: true }),
    excellentRate: percent('优秀得票率', { width: 9 }),
    result: text('支部评定等次', { width: 12, align: 'center' }),
    opinion: text('评定意见', { width: 22 }),
    signature: text('本人签字', { width: 20, byHand: true }),
    note: text('备注', { width: 12 }),
  },
})
