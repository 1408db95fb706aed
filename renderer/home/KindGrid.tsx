import type { Gap } from '../../shared/meetings/contract.ts'
import { useWhere } from '../shell/where.ts'

const months = Array.from({ length: 12 }, (_, index) => index + 1)

/** 一个支部：每类会议各月开了几次，还差几次。 */
export function KindGrid({ gaps }: { gaps: readonly Gap[] }) {
  const { year, today } = useWhere()
  const thisMonth = year === Number(today.slice(0, 4)) ? Number(today.slice(5, 7)) : 0
  const lacks = gaps.some((gap) => months.some((month) => wordsOf(gap, month, thisMonth) === '缺'))
  return (
    <>
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
              {months.map((month) => {
                const words = wordsOf(gap, month, thisMonth)
                const tone = words.startsWith('✓') ? 'is-held' : words === '缺' ? 'is-missing' : ''
                return (
                  <td key={month} className={`${tone}${month === thisMonth ? ' is-now' : ''}`}>
                    {words}
                  </td>
                )
              })}
              <td className={gap.missing > 0 ? 'is-missing' : ''}>{gap.missing > 0 ? gap.missing : ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="hint year-key">✓ 已召开{lacks && '　缺 每月应有而没有'}</p>
    </>
  )
}

/** 一格：开过打勾，多于一次写次数；每月一次的从本年头一次起，过了月没有的写“缺”。 */
function wordsOf({ kind, heldByMonth }: Gap, month: number, thisMonth: number): string {
  const times = heldByMonth[month - 1]
  if (times === undefined) return ''
  if (times > 0) return times > 1 ? `✓${times}` : '✓'
  const begun = heldByMonth.slice(0, month - 1).some((held) => held > 0)
  return kind.period === 'month' && begun && month !== thisMonth ? '缺' : ''
}
