import type { Direction, Entry, MoneySource } from '../../shared/finances/contract.ts'
import { sumOf } from '../../shared/kit/money.ts'
import type { Id } from '../../shared/kit/values.ts'
import { problemOfDay } from '../kit/DayInput.tsx'
import { fenOf } from '../kit/MoneyInput.tsx'

/** 一笔账填到一半的样子。 */
export interface EntryForm {
  direction: Direction
  day: string | null
  summary: string
  amount: string
  accountId: Id | null
  categoryId: Id | null
  source: MoneySource | null
  counterparty: string
  handler: string
  witness: string
  approver: string
  papers: string
  note: string
  projectId: Id | null
  meetingId: Id | null
  decidedBy: Id | null
  recipients: { name: string; situation: string; amount: string }[]
}

export const emptyEntry = (direction: Direction, today: string): EntryForm => ({
  ...{ direction, day: today, summary: '', amount: '', accountId: null, categoryId: null, source: null },
  ...{ counterparty: '', handler: '', witness: '', approver: '', papers: '', note: '' },
  ...{ projectId: null, meetingId: null, decidedBy: null, recipients: [] },
})

/** 还差什么才能记；都有了为 undefined。 */
export const missingOf = (form: EntryForm): string | undefined => {
  if (form.day === null || problemOfDay(form.day) !== undefined) return '请填日期'
  if (form.summary.trim() === '') return '请写摘要'
  if ((fenOf(form.amount) ?? 0) <= 0) return '请填金额'
  if (form.accountId === null) return '请选账户'
  if (form.categoryId === null) return '请选科目'
  if (form.source === null) return '请选资金来源'
  const [helped, amount] = [sumOf(form.recipients.map((each) => fenOf(each.amount) ?? 0)), fenOf(form.amount) ?? 0]
  if (form.recipients.some(({ name, amount: each }) => name.trim() === '' || (fenOf(each) ?? 0) <= 0)) return '慰问对象要写姓名和金额'
  return form.recipients.length > 0 && helped !== amount ? '慰问对象各笔合计要等于金额' : undefined
}

/** 填好的写成命令的输入；没填好为 undefined。 */
export function entryOf(form: EntryForm, organizationId: Id): Entry | undefined {
  const { day, accountId, categoryId, papers, recipients, amount, ...rest } = form
  if (missingOf(form) !== undefined || day === null || accountId === null || categoryId === null) return undefined
  return {
    ...rest,
    organizationId,
    day,
    accountId,
    categoryId,
    amount: fenOf(amount) ?? 0,
    papers: Number(papers) || 0,
    recipients: recipients.map((each) => ({
      memberId: null,
      name: each.name.trim(),
      situation: each.situation.trim(),
      amount: fenOf(each.amount) ?? 0,
    })),
  }
}
