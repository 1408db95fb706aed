import { Link } from 'wouter'
import type { Gap } from '../../shared/meetings/contract.ts'
import { useWhere } from '../shell/where.ts'

const months = Array.from({ length: 12 }, (_, index) => index + 1)

/** 今年：每类会议各月开了几次，还差几次。 */
export function YearPanel({ gaps }: { gaps: readonly Gap[] }) {
  const { year, today } = useWhere()
  const thisMonth = year === Number(today.slice(0, 4)) ? Number(today.slice(5, 7)) : 0
  return (
    <section className="panel year">
      <div className="panel-head">
        <h2>{year} 年</h2>
        <Link href="/meetings">全部会议</Link>
      </div>
      <table className="year-grid">
        <caption className="sr-only">每类会议各月召开的次数</caption>
        <thead>
          <tr>
            <th scope="col">类别</th>
            {months.map((month) => (
              <th key={month} scope="col" className={month === thisMonth ? 'is-now' : ''}>
                {month}
              </th>
            ))}
            <th scope="col">还差</th>
          </tr>
        </thead>
        <tbody>
          {gaps.map((gap) => (
            <tr key={gap.kind.code}>
              <th scope="row" title={gap.kind.article}>
                {gap.kind.name}
              </th>
              {months.map((month) => (
                <Cell key={month} gap={gap} month={month} thisMonth={thisMonth} />
              ))}
              <td className={gap.missing > 0 ? 'is-missing' : ''}>{gap.missing > 0 ? gap.missing : ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="hint year-key">✓ 已召开　缺 每月应有而没有</p>
    </section>
  )
}

/** 一格：开过打勾，多于一次写次数；每月一次而过了月没有的写“缺”。 */
function Cell({ gap, month, thisMonth }: { gap: Gap; month: number; thisMonth: number }) {
  const held = gap.months.find((one) => one.month === month)?.held
  const words =
    held === undefined ? '' : held > 1 ? `✓${held}` : held === 1 ? '✓' : gap.kind.period === 'month' && month !== thisMonth ? '缺' : ''
  return (
    <td className={`${words.startsWith('✓') ? 'is-held' : words === '缺' ? 'is-missing' : ''}${month === thisMonth ? ' is-now' : ''}`}>
      {words}
    </td>
  )
}
