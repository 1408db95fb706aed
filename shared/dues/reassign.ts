import { showFen, sumOf } from '../kit/money.ts'
import type { Day } from '../kit/values.ts'
import { showDay } from '../ledger/columns.ts'
import type { PaymentLine } from './payments.ts'
import { monthWords } from './rules.ts'
import { lineWords } from './words.ts'

interface Reassigned {
  from: string
  to: string
  /** 原来的收款日期，与改记的两笔记在哪天。 */
  paidOn: Day
  on: Day
  /** 记到另一人名下的各行。 */
  lines: readonly PaymentLine[]
  /** 原来那张收据的号；没有为空。 */
  receiptNo: string
}

/** 改记到另一人会怎样，写成话：抵掉多少，各月记成什么，收据怎么办，记在哪天。 */
export function reassignSentence({ from, to, paidOn, on, lines, receiptNo }: Reassigned): string {
  const amountOf = (some: readonly PaymentLine[]) => showFen(sumOf(some.map(({ amount }) => amount)))
  const over = (['extra', 'large'] as const).flatMap((kind) => {
    const some = lines.filter((line) => line.kind === kind)
    return some.length > 0 ? [`其中 ${amountOf(some)} 元超出应交，算${lineWords[kind]}`] : []
  })
  const months = monthWords(lines.map(({ month }) => month))
  return [
    `抵掉${from} ${showDay(paidOn)}交的 ${amountOf(lines)} 元，照样记到${to}名下：${[`${months}的党费`, ...over].join('，')}。`,
    receiptNo === '' ? '' : `收据 ${receiptNo} 作废，另开新号。`,
    on === paidOn ? '收款日期不变。' : `收款的那个月已经结账，两笔都记在 ${showDay(on)}。`,
  ].join('')
}
