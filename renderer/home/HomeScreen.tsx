import { Button } from 'antd'
import { navigate } from 'wouter/use-hash-location'
import { app } from '../app.ts'
import { useAsk } from '../kit/ask.ts'
import { Empty } from '../kit/Empty.tsx'
import { goAnd } from '../kit/intent.ts'
import { Screen } from '../kit/Screen.tsx'
import { Waiting } from '../kit/Waiting.tsx'
import { useBranchGaps } from '../meetings/branch-gaps.ts'
import { useWhere } from '../shell/where.ts'
import { MonthPanel } from './MonthPanel.tsx'
import { TodoPanel } from './TodoPanel.tsx'
import { YearPanel } from './YearPanel.tsx'
import './home.css'

/** 首页：现在要做什么、这个月有什么、今年做到哪里。 */
export default function HomeScreen() {
  const { organizationId, organization, today } = useWhere()
  const people = useAsk(app.members.list, { organizationId }, { keep: true })
  const meetings = useAsk(app.meetings.listByYear, { organizationId, year: Number(today.slice(0, 4)) }, { keep: true })
  const gaps = useBranchGaps()
  const error = people.error ?? meetings.error ?? gaps.error
  if (!people.data || !meetings.data || !gaps.data) return <Waiting error={error} />
  if (people.data.length === 0 && meetings.data.length === 0)
    return (
      <Screen title={organization.name}>
        <div className="panel">
          <Empty sentence="名册还是空的。先把党员放进来，就能安排会议、打印签到表。">
            <Button type="primary" size="large" onClick={() => navigate('/imports')}>
              导入名册
            </Button>
            <Button size="large" onClick={() => goAnd('/members', 'members.admit')}>
              手工登记
            </Button>
          </Empty>
        </div>
      </Screen>
    )
  return (
    <Screen
      title={organization.name}
      tools={
        <>
          <Button onClick={() => navigate('/decisions')}>议定事项</Button>
          <Button onClick={() => navigate('/votes')}>表决计算器</Button>
          <Button onClick={() => goAnd('/members', 'members.admit')}>登记党员</Button>
          <Button type="primary" onClick={() => goAnd('/meetings', 'meetings.plan')}>
            新建会议
          </Button>
        </>
      }
    >
      <div className="home">
        <TodoPanel people={people.data} meetings={meetings.data} branches={gaps.data} />
        <MonthPanel people={people.data} meetings={meetings.data} />
        <YearPanel branches={gaps.data} />
      </div>
    </Screen>
  )
}
