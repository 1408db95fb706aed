import { type BranchGaps, kindsOf } from '../meetings/branch-gaps.ts'
import { useWhere } from '../shell/where.ts'

/** 总支、党委：一行一个支部，看定期的会各还差几次；点支部就到那个支部。 */
export function BranchGrid({ branches }: { branches: readonly BranchGaps[] }) {
  const { setOrganization, today, year } = useWhere()
  /** 还没有到的一年：没有差，也谈不上开齐。 */
  const early = `${year}` > today.slice(0, 4)
  const kinds = kindsOf(branches).filter(({ period }) => period !== 'none')
  return (
    <>
      <table className="year-grid branch-grid">
        <caption className="sr-only">各支部每类会议还差几次</caption>
        <thead>
          <tr>
            <th scope="col">支部</th>
            {kinds.map((kind) => (
              <th key={kind.code} scope="col" title={kind.article}>
                {kind.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {branches.map(({ branch, gaps }) => (
            <tr key={branch.id}>
              <th scope="row">
                <button type="button" className="branch-name" title={`看${branch.name}`} onClick={() => setOrganization(branch.id)}>
                  {branch.name}
                </button>
              </th>
              {kinds.map((kind) => {
                const gap = gaps.find((one) => one.kind.code === kind.code)
                return (
                  <td
                    key={kind.code}
                    className={!gap || early ? 'is-none' : gap.missing > 0 ? 'is-missing' : 'is-held'}
                    title={gap && gap.missing > 0 ? `${gap.periodLabel}还差 ${gap.missing} 次${kind.name}` : undefined}
                  >
                    {!gap ? '–' : gap.missing > 0 ? `差${gap.missing}` : early ? '' : '✓'}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="hint year-key">✓ 到今天已开齐　差 这个月（季、年）还差几次　– 这个支部不用开</p>
    </>
  )
}
