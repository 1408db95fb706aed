import { choice, day, money, number, text } from '../ledger/columns.ts'
import type { Ledger } from '../ledger/define.ts'
import { bookLedger } from './ledger.ts'
import { directionWords } from './words.ts'

/** 月、日分两格写的几栏。 */
const part = (label: string, synonyms: readonly string[] = []) => number(label, { width: 4, align: 'center', synonyms })

/**
 * 外来的收支台账认得的各栏：台账自己的，加上只在别人的表里有的几种写法（一栏金额、收支方向、月日分开）。
 * 凭证号照原样留作文字（记-12）；结余只用来核对，不记账。
 */
export const journalImport: Ledger = {
  ...bookLedger,
  importable: { what: '收支台账', unit: '笔', inOrder: true },
  columns: {
    ...bookLedger.columns,
    day: day('日期', { synonyms: ['记账日期', '入账日期', '发生日期', '收支日期', '支付日期', '报销日期', '业务日期'] }),
    number: text('凭证号', { width: 8, align: 'center', synonyms: ['凭证', '凭证编号', '凭证字号', '凭单号', '单据号', '编号'] }),
    summary: text('摘要', {
      width: 20,
      required: true,
      synonyms: ['摘要/活动名称', '摘要及用途', '活动名称', '项目内容', '收支内容', '事项', '事由', '用途', '内容', '说明'],
    }),
    income: money('收入', {
      width: 10,
      synonyms: ['收入金额', '本期收入', '收入数', '收入额', '借方', '借方金额', '收方', '收款', '进账', '增加'],
    }),
    expense: money('支出', {
      width: 10,
      synonyms: ['支出金额', '本期支出', '支出数', '支出额', '贷方', '贷方金额', '付方', '付款', '出账', '开支', '减少'],
    }),
    balance: money('结余', { width: 10, synonyms: ['余额', '结余金额', '结存', '结存金额', '账面余额', '余款'] }),
    amount: money('金额', { width: 10, synonyms: ['发生额', '收支金额', '金额(收+支-)'] }),
    side: choice('收支', directionWords, {
      width: 5,
      synonyms: ['收/支', '收支类型', '收支方向', '收支类别', '类型', '方向'],
      also: { 收: 'income', 收款: 'income', 进: 'income', 支: 'expense', 付: 'expense', 付款: 'expense', 出: 'expense' },
    }),
    yearPart: part('年'),
    monthPart: part('月', ['月份']),
    dayPart: part('日', ['号']),
    account: text('账户', { width: 8, synonyms: ['账户名称', '资金账户', '现金/银行', '结算方式', '支付方式', '收付方式'] }),
    category: text('收支科目', { width: 10, synonyms: ['科目', '会计科目', '收支项目', '费用类别', '费用科目', '类别'] }),
    source: text('资金来源', { width: 9, synonyms: ['经费来源', '来源'] }),
    counterparty: text('对方', { width: 10, synonyms: ['对方单位', '对方户名', '往来单位', '收款人', '收款单位', '交款人', '付款人'] }),
    handler: text('经手人', { width: 8, align: 'center', synonyms: ['经办人', '报销人', '领款人'] }),
    witness: text('证明人', { width: 8, align: 'center', synonyms: ['验收人'] }),
    approver: text('审批人', { width: 8, align: 'center', synonyms: ['批准人', '审核人', '签批人'] }),
    papers: text('附件张数', { width: 6, align: 'center', synonyms: ['单据张数', '票据张数', '附单据', '附件'] }),
  } as unknown as Ledger['columns'],
}
