import { Button } from 'antd'
import type { Round } from '../../shared/appraisal/contract.ts'
import { roundState } from '../../shared/appraisal/words.ts'
import { isBranch } from '../../shared/organizations/rules.ts'
import { DocumentButtons } from '../documents/DocumentButtons.tsx'
import { Empty } from '../kit/Empty.tsx'
import { goAnd } from '../kit/intent.ts'
import { Screen } from '../kit/Screen.tsx'
import { within } from '../shell/tree.ts'
import { useWhere } from '../shell/where.ts'
import { summaryItems } from './papers.ts'

interface RoundsOverviewProps {
  rounds: readonly Round[]
  frame: { title: string; family: readonly { path: string; label: string }[] }
}

/** 总支、党委：各支部这一年评到哪里，点进去接着做。 */
export function RoundsOverview({ rounds, frame }: RoundsOverviewProps) {
  const { organizationId, organizations, year, setOrganization } = useWhere()
  const branches = within(organizations, organizationId).filter(({ kind, dissolvedOn }) => isBranch(kind) && !dissolvedOn)
  if (branches.length === 0)
    return (
      <Screen {...frame}>
        <Empty sentence="民主评议一个支部一年一轮，这里还没有支部。">
          <Button type="primary" onClick={() => goAnd('/organizations', 'organizations.found')}>
            新建支部
          </Button>
        </Empty>
      </Screen>
    )
  return (
    <Screen {...frame} tools={rounds.length > 0 && <DocumentButtons menu="导出汇总表" items={summaryItems({ organizationId, year })} />}>
      <table className="rounds-table">
        <thead>
          <tr>
            <th scope="col">支部</th>
            <th scope="col">评议日期</th>
            <th scope="col" className="num">
              参加
            </th>
            <th scope="col" className="num">
              优秀
            </th>
            <th scope="col">做到哪里</th>
            <th scope="col">
              <span className="sr-only">操作</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {branches.map(({ id, name }) => {
            const round = rounds.find((one) => one.organizationId === id)
            return (
              <tr key={id}>
                <td>{name}</td>
                <td>{round?.day}</td>
                <td className="num">{round && `${round.participants} 人`}</td>
                <td className="num">{round && `${round.excellent} / 最多 ${round.excellentMost}`}</td>
                <td>{round ? roundState(round) : '还没有开展'}</td>
                <td className="rounds-act">
                  <Button size="small" onClick={() => setOrganization(id)}>
                    {round ? '打开' : '去开展'}
                  </Button>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </Screen>
  )
}
