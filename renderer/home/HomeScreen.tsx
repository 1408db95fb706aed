import { Button } from 'antd'
import { navigate } from 'wouter/use-hash-location'
import { app } from '../app.ts'
import { useAsk } from '../kit/ask.ts'
import { goAnd } from '../kit/intent.ts'
import { Screen } from '../kit/Screen.tsx'
import { Waiting } from '../kit/Waiting.tsx'
import { useBranchGaps } from '../meetings/branch-gaps.ts'
import { useWhere } from '../shell/where.ts'
import { FirstStepsPanel } from './FirstStepsPanel.tsx'
import { useFirstSteps } from './first-steps.ts'
import { MonthPanel } from './MonthPanel.tsx'
import { TodoPanel } from './TodoPanel.tsx'
import { useTodos } from './todos.ts'
import { YearPanel } from './YearPanel.tsx'
import './home.css'

/** 首页：现在要做什么、这个月有什么、今年做到哪里。 */
export default function HomeScreen() {
  const { organizationId, organization, today } = useWhere()
  const people = useAsk(app.members.overview, { organizationId }, { keep: true })
  const meetings = useAsk(app.meetings.unarchived, { organizationId, year: Number(today.slice(0, 4)) }, { keep: true })
  const gaps = useBranchGaps()
  const todos = useTodos(people.data, meetings.data?.rows, gaps.data)
  const [{ printed, hidden }, keepSteps] = useFirstSteps()
  const error = people.error ?? meetings.error ?? gaps.error
  if (!people.data || !meetings.data || !gaps.data || !todos) return <Waiting error={error} />
  const { rows, archived } = meetings.data
  // 什么都还没有：只列从哪里开始
  const bare = people.data.people === 0 && rows.length + archived === 0
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
      {!hidden && (
        <FirstStepsPanel
          people={people.data.people}
          first={rows[0]?.id}
          met={archived > 0 || rows.some(({ status }) => status === 'held')}
          printed={printed}
          onHide={() => keepSteps({ printed, hidden: true })}
        />
      )}
      {(!bare || hidden) && (
        <div className="home">
          <TodoPanel todos={todos} />
          <MonthPanel />
          <YearPanel branches={gaps.data} />
        </div>
      )}
    </Screen>
  )
}
