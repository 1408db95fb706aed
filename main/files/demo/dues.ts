import type { BaseDraft } from '../../../shared/dues/bases.ts'
import { monthAfter } from '../../../shared/dues/rules.ts'
import { endOfMonth } from '../../../shared/kit/calendar.ts'
import type { Day, Month } from '../../../shared/kit/values.ts'
import { organizationOf, type Scene, type Step } from './scene.ts'

const BRANCHES = ['jg', 'ld', 'lh']
/** 一圈一圈地给：各类人员、各档的基数，跨档边上的也有。 */
const BASES: readonly Pick<BaseDraft, 'kind' | 'base' | 'amount' | 'approval' | 'note'>[] = [
  { kind: 'salary', base: 642000, amount: null, approval: '', note: '' },
  { kind: 'salary', base: 300001, amount: null, approval: '', note: '刚跨过 3000 元' },
  { kind: 'salary', base: 300000, amount: null, approval: '', note: '' },
  { kind: 'selfEmployed', base: 865000, amount: null, approval: '', note: '上季度月平均' },
  { kind: 'retired', base: 468000, amount: null, approval: '', note: '' },
  { kind: 'salary', base: 486000, amount: null, approval: '', note: '' },
  { kind: 'annualSalary', base: 1250000, amount: null, approval: '', note: '' },
  { kind: 'farmer', base: 0, amount: 50, approval: '', note: '' },
  { kind: 'retired', base: 512000, amount: null, approval: '', note: '' },
  { kind: 'salary', base: 998000, amount: null, approval: '', note: '快到 10000 元' },
]
const HARDSHIP = { kind: 'hardship', base: 0, amount: 0, approval: '青茶商党〔2025〕7号', note: '长期患病' } as const
/** 各支部名册里第几个人：到现在连续欠几个月。 */
const ARREARS: Record<string, Record<number, number>> = { jg: { 9: 1 }, ld: { 5: 3, 7: 5, 11: 6 }, lh: { 4: 1 } }
/** 第几个人有一个月晚了两个月补交；第几个人困难免交。 */
const LATE = 6
const HARD = 14

/** 那个月的一天，还没到取今天。 */
const dayIn = (month: Month, date: number, today: Day): Day => {
  const day = `${month}-${String(date).padStart(2, '0')}`
  const last = endOfMonth(month)
  return [day, last, today].sort()[0] ?? today
}

/** 口径与基数：头一个月定下。 */
function setUp({ app }: Scene, root: number, branches: readonly number[], first: Month, day: Day): Step {
  const take = async () => {
    await app.dues.choosePractice({
      organizationId: root,
      fromMonth: first,
      rounding: { unit: 'fen', mode: 'half' },
      adjust: 'onChange',
      items: ['post', 'grade', 'allowance', 'performance', 'incomeTax'],
      remitShare: 2000,
    })
    for (const branch of branches) {
      const people = await app.members.list({ organizationId: branch, standing: 'all' })
      const bases = people.map(({ id }, at) => ({
        memberId: id,
        fromMonth: first,
        ...(at === HARD ? HARDSHIP : BASES[at % BASES.length]),
      })) as BaseDraft[]
      await app.dues.setBases({ bases })
    }
  }
  return { day, what: '定党费口径与基数', take }
}

/** 一个支部收一个月：该收的都收，欠着的几个人除外；晚交的那个人两个月后一起补。 */
function collectMonth({ app, today }: Scene, branch: string, organizationId: number, month: Month, day: Day): Step {
  const thisMonth = today.slice(0, 7)
  const take = async () => {
    const rows = await app.dues.grid({ organizationId, year: Number(month.slice(0, 4)) })
    const payments = rows.flatMap((row, at) => {
      const skips = ARREARS[branch]?.[at] ?? 0
      const ordinal = Number(month.slice(5))
      const owes = (cell: (typeof row.cells)[number] | undefined) =>
        cell && ['owing', 'open', 'part'].includes(cell.state) ? cell.payable - cell.paid : 0
      if (skips > 0 && month >= monthAfter(thisMonth, -skips)) return []
      if (at === LATE && ordinal % 6 === 2) return []
      const months = row.cells.flatMap((cell, index) =>
        index < ordinal && owes(cell) > 0
          ? [{ month: `${month.slice(0, 5)}${String(index + 1).padStart(2, '0')}`, amount: owes(cell) }]
          : [],
      )
      return months.length > 0
        ? [{ memberId: row.memberId, months, note: at === LATE && months.length > 1 ? '出差，回来一并补交' : '' }]
        : []
    })
    if (payments.length > 0)
      await app.dues.collect({ paidOn: day, method: branch === 'jg' ? 'cash' : 'wechat', collector: '陆秋萍', receipts: true, payments })
  }
  return { day, what: '收缴党费', take }
}

/** 大额党费一笔、记错冲销一笔、每季上缴、一次使用、结账。 */
function others({ app, today }: Scene, organizationId: number, first: Month, last: Month): Step[] {
  const at = (months: number, date: number) => dayIn(monthAfter(first, months), date, today)
  const large: Step = {
    day: at(6, 20),
    what: '大额党费',
    take: async () => {
      const [, , person] = await app.dues.grid({ organizationId, year: Number(at(6, 20).slice(0, 4)) })
      if (!person) return
      const months = [{ month: monthAfter(first, 6), amount: 200000 }]
      await app.dues.collect({
        paidOn: at(6, 20),
        method: 'transfer',
        collector: '陆秋萍',
        receipts: true,
        payments: [{ memberId: person.memberId, months }],
      })
    },
  }
  const mistaken: Step = {
    day: at(4, 16),
    what: '冲销交费',
    take: async () => {
      const [person] = await app.dues.grid({ organizationId, year: Number(at(4, 16).slice(0, 4)) })
      if (!person) return
      const months = [{ month: monthAfter(first, 4), amount: 5000 }]
      const { paymentIds } = await app.dues.collect({
        paidOn: at(4, 16),
        method: 'cash',
        collector: '陆秋萍',
        receipts: true,
        payments: [{ memberId: person.memberId, months }],
      })
      await app.dues.reverse({ paymentId: paymentIds[0] ?? 0, on: at(4, 16), reason: '重复收款，已退回' })
    },
  }
  const remits = [2, 5, 8].map(
    (end): Step => ({
      day: at(end + 1, 5),
      what: '上缴党费',
      take: async () => {
        const [from, to] = [monthAfter(first, end - 2), monthAfter(first, end)]
        const years = [...new Set([from.slice(0, 4), to.slice(0, 4)])]
        const rows = (await Promise.all(years.map((year) => app.dues.payments({ organizationId, year: Number(year) })))).flat()
        const collected = rows
          .filter(({ paidOn }) => paidOn.slice(0, 7) >= from && paidOn.slice(0, 7) <= to)
          .reduce((sum, one) => sum + one.due + one.extra, 0)
        const amount = Math.round(collected / 5)
        if (amount > 0)
          await app.dues.recordMovement({
            organizationId,
            kind: 'remitted',
            day: at(end + 1, 5),
            summary: '按季上缴党费',
            amount,
            fromMonth: from,
            toMonth: to,
            counterparty: '青禾市工商联党委',
            slipNo: `JK-${end + 1}`,
            handler: '陆秋萍',
            papers: 1,
          })
      },
    }),
  )
  const used: Step = {
    day: at(9, 12),
    what: '使用党费',
    take: async () => {
      await app.dues.recordMovement({
        organizationId,
        kind: 'used',
        day: at(9, 12),
        summary: '订阅党报党刊',
        amount: 36000,
        purpose: 'materials',
        approver: '周明礼',
        handler: '陆秋萍',
        papers: 2,
      })
    },
  }
  const closed: Step = {
    day: today,
    what: '党费结账',
    take: async () => {
      await app.dues.close({ organizationId, through: monthAfter(last, -3) })
    },
  }
  return [large, mistaken, ...remits, used, closed]
}

/** 一年的党费：三个支部按月收，欠 1、3、5、6 个月的都有，补交、大额、冲销、上缴、使用、结账各有其事。 */
export function duesSteps(scene: Scene): Step[] {
  const { today } = scene
  const thisMonth = today.slice(0, 7)
  const first = monthAfter(thisMonth, -11)
  const branches = BRANCHES.map((key) => ({ key, id: organizationOf(scene, key) }))
  const months = Array.from({ length: 11 }, (_, at) => monthAfter(first, at))
  return [
    setUp(
      scene,
      organizationOf(scene, 'zz'),
      branches.map(({ id }) => id),
      first,
      dayIn(first, 2, today),
    ),
    ...months.flatMap((month) => branches.map(({ key, id }) => collectMonth(scene, key, id, month, dayIn(month, 10, today)))),
    ...others(scene, branches[0]?.id ?? 0, first, thisMonth),
  ]
}
