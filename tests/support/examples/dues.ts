import { duesScene } from '../dues-scene.ts'
import type { OpenApp } from '../open-app.ts'
import type { ExamplesOf } from './room.ts'
import { scope } from './scenes.ts'

/** 两名党员，定好口径与基数；一名的一月已收，开了收据。 */
const paidScene = async (open: OpenApp) => {
  const scene = await duesScene(open)
  const { paymentIds } = await scene.collect(scene.first, { '2026-01': 1500 })
  return { ...scene, paymentId: paymentIds[0] ?? 0 }
}
const inYear = async (open: OpenApp) => {
  await paidScene(open)
  return scope(open)
}

export const duesExamples: ExamplesOf<'dues'> = {
  'dues.standards': async () => ({}),
  'dues.practice': async (open) => ({ organizationId: (await duesScene(open)).organizationId }),
  'dues.grid': inYear,
  'dues.summary': inYear,
  'dues.member': async (open) => ({ memberId: (await paidScene(open)).first, year: 2026 }),
  'dues.ofMember': async (open) => ({ memberId: (await paidScene(open)).first }),
  'dues.preview': async (open) => {
    const { organizationId, first } = await duesScene(open)
    return { organizationId, memberId: first, fromMonth: '2026-01', kind: 'salary', base: 300001 }
  },
  'dues.register': inYear,
  'dues.bases': inYear,
  'dues.payments': inYear,
  'dues.receipts': inYear,
  'dues.fund': async (open) => {
    const { organizationId } = await paidScene(open)
    await open.app.dues.recordMovement({ organizationId, kind: 'returned', day: '2026-02-01', summary: '党费返还', amount: 5000 })
    return scope(open)
  },
  'dues.posted': inYear,
  'dues.choosePractice': async ({ make }) => ({
    organizationId: await make.root(),
    fromMonth: '2026-01',
    rounding: { unit: 'jiao', mode: 'half' },
    adjust: 'onChange',
    items: ['post', 'incomeTax'],
  }),
  'dues.setBases': async (open) => {
    const { first } = await duesScene(open)
    return { bases: [{ memberId: first, fromMonth: '2026-03', kind: 'retired', base: 420000 }] }
  },
  'dues.removeBase': async (open) => {
    await duesScene(open)
    const [base] = await open.app.dues.bases(await scope(open))
    return { id: base?.id ?? 0 }
  },
  'dues.collect': async (open) => {
    const { first, second } = await duesScene(open)
    return {
      paidOn: '2026-06-10',
      method: 'cash',
      collector: '王芳',
      receipts: true,
      payments: [
        {
          memberId: first,
          months: [
            { month: '2026-05', amount: 1500 },
            { month: '2026-06', amount: 1500 },
          ],
        },
        { memberId: second, months: [{ month: '2026-06', amount: 200000 }] },
      ],
    }
  },
  'dues.exempt': async (open) => ({ cells: [{ memberId: (await duesScene(open)).first, month: '2026-06' }], reason: '长期患病' }),
  'dues.unexempt': async (open) => {
    const cells = [{ memberId: (await duesScene(open)).first, month: '2026-06' }]
    await open.app.dues.exempt({ cells, reason: '长期患病' })
    return { cells }
  },
  'dues.reverse': async (open) => ({ paymentId: (await paidScene(open)).paymentId, on: '2026-06-11', reason: '记错了人' }),
  'dues.reassignment': async (open) => {
    const { paymentId, second } = await paidScene(open)
    return { paymentId, memberId: second }
  },
  'dues.reassign': async (open) => {
    const { paymentId, second } = await paidScene(open)
    return { paymentId, memberId: second, reason: '收款时点错了人' }
  },
  'dues.issueReceipts': async (open) => {
    const scene = await duesScene(open)
    const { paymentIds } = await scene.collect(scene.first, { '2026-01': 1500 }, { receipts: false })
    return { paymentIds }
  },
  'dues.voidReceipt': async (open) => {
    await paidScene(open)
    const [receipt] = await open.app.dues.receipts(await scope(open))
    return { receiptId: receipt?.id ?? 0, reason: '写错' }
  },
  'dues.markPrinted': async (open) => {
    await paidScene(open)
    return { receiptIds: (await open.app.dues.receipts(await scope(open))).map(({ id }) => id) }
  },
  'dues.recordMovement': async (open) => {
    const { organizationId } = await paidScene(open)
    const meetingId = await open.make.meeting()
    return { organizationId, kind: 'used', day: '2026-06-12', summary: '订阅党报', amount: 1000, purpose: 'materials', meetingId }
  },
  'dues.reverseMovement': async (open) => {
    const { organizationId } = await paidScene(open)
    const { id } = await open.app.dues.recordMovement({
      organizationId,
      kind: 'returned',
      day: '2026-02-01',
      summary: '返还',
      amount: 5000,
    })
    return { movementId: id, on: '2026-06-12', reason: '重复' }
  },
  'dues.close': async (open) => ({ organizationId: (await paidScene(open)).organizationId, through: '2026-05' }),
  'dues.reopen': async (open) => {
    const { organizationId } = await paidScene(open)
    await open.app.dues.close({ organizationId, through: '2026-05' })
    return { organizationId, from: '2026-05', reason: '漏收一笔' }
  },
}
