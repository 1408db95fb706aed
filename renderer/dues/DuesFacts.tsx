import type { Summary } from '../../shared/dues/contract.ts'
import { showFen } from '../../shared/kit/money.ts'

const what = '实交只数抵应交的钱，自愿多交、大额党费另计；欠是过了月没交的；未到期是本月和以后各月还没交的。几样相加正是全年应交。'

/** 一年的总数写成一道加得起来的算式：应交 ＝ 实交 ＋ 欠 ＋ 未到期；实交之外收的写在后面。 */
export function DuesFacts({ summary }: { summary: Summary }) {
  const { payable, paid, over, owing, coming, extra, large } = summary
  const beside = [
    ['自愿多交', extra],
    ['大额', large],
    ['超出应交', over],
  ] as const
  const besides = beside.flatMap(([word, amount]) => (amount === 0 ? [] : [`${word} ${showFen(amount)}`]))
  return (
    <span className="dues-facts num" title={what}>
      <span>
        应交 {showFen(payable)} ＝ 实交 {showFen(paid - over)}
        {owing > 0 && (
          <>
            {' ＋ '}
            <b>欠 {showFen(owing)}</b>
          </>
        )}
        {coming > 0 && ` ＋ 未到期 ${showFen(coming)}`}
      </span>
      {besides.length > 0 && <span>另收 {besides.join('、')}</span>}
    </span>
  )
}
