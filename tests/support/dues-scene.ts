import type { Client } from '../../shared/contract.ts'
import type { Given } from '../../shared/kit/procedure.ts'
import type { OpenApp } from './open-app.ts'

type Collect = Given<Client['dues']['collect']['procedure']>

/** 定好了口径（四舍五入到分）与基数（3000 元，月交 15 元；5000 元，月交 50 元）的两名党员。 */
export async function duesScene({ app, make }: Pick<OpenApp, 'app' | 'make'>) {
  const organizationId = await make.root()
  await app.dues.choosePractice({
    organizationId,
    fromMonth: '2026-01',
    rounding: { unit: 'fen', mode: 'half' },
    adjust: 'onChange',
    items: ['post', 'grade', 'incomeTax'],
  })
  const [first = 0, second = 0] = await make.members(2)
  await app.dues.setBases({
    bases: [
      { memberId: first, fromMonth: '2026-01', kind: 'salary', base: 300000 },
      { memberId: second, fromMonth: '2026-01', kind: 'salary', base: 500000 },
    ],
  })
  const collect = (memberId: number, months: Record<string, number>, over: Partial<Collect> = {}) =>
    app.dues.collect({
      paidOn: '2026-06-01',
      method: 'cash',
      collector: '王芳',
      receipts: true,
      payments: [{ memberId, months: Object.entries(months).map(([month, amount]) => ({ month, amount })) }],
      ...over,
    })
  return { organizationId, first, second, collect }
}
