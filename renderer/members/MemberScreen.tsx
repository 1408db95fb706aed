import { Button } from 'antd'
import { Link, useParams } from 'wouter'
import { navigate } from 'wouter/use-hash-location'
import type { AttendanceState } from '../../shared/attendance/contract.ts'
import { stateWords } from '../../shared/attendance/words.ts'
import { app } from '../app.ts'
import { DocumentButtons } from '../documents/DocumentButtons.tsx'
import { useAsk } from '../kit/ask.ts'
import { Empty } from '../kit/Empty.tsx'
import { useKeys } from '../kit/keys.ts'
import { Screen } from '../kit/Screen.tsx'
import { Waiting } from '../kit/Waiting.tsx'
import { FactList } from './FactList.tsx'
import { MemberActions } from './MemberActions.tsx'
import { MemberBadges } from './MemberBadges.tsx'
import { timelineOf } from './timeline.ts'
import './members.css'

/** 一名党员的整页：事实、经历、参加的会议。 */
export default function MemberScreen() {
  const id = Number(useParams<{ id: string }>().id)
  const page = useAsk(app.members.page, { id })
  const back = () => navigate('/members')
  useKeys({ Escape: back })
  const before = (
    <Button onClick={back} title="Esc">
      ‹ 党员
    </Button>
  )
  if (!page.data)
    return page.error ? (
      <Screen title="党员" before={before}>
        <Waiting error={page.error} />
      </Screen>
    ) : (
      <Waiting />
    )
  const { member, meetings } = page.data
  return (
    <Screen
      title={member.name}
      before={before}
      tools={
        <>
          <DocumentButtons items={[{ label: '信息采集表', wanted: { kind: 'memberCard', memberId: id } }]} />
          <MemberActions member={member} onStruck={back} />
        </>
      }
    >
      <MemberBadges member={member} />
      <div className="member-page">
        <div className="panel member-facts">
          <FactList member={member} />
        </div>
        <div className="panel">
          <h2>经历</h2>
          <ol className="timeline">
            {timelineOf(page.data).map((moment) => (
              <li key={moment.key}>
                <span className="num">{moment.when}</span>
                {moment.what}
              </li>
            ))}
          </ol>
        </div>
        <div className="panel">
          <h2>参加的会议{meetings.length > 0 && <span className="count">{meetings.length}</span>}</h2>
          {meetings.length === 0 ? (
            <Empty sentence="还没有出勤记录。" />
          ) : (
            <ul className="attended">
              {meetings.map((one) => (
                <li key={one.meetingId}>
                  <span className="num">{one.day}</span>
                  <Link href={`/meetings/${one.meetingId}`}>{one.topic}</Link>
                  <span className={one.state === 'absent' ? 'note-problem' : 'hint'}>
                    {stateWords[one.state as AttendanceState] ?? one.state}
                  </span>
                </li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </Screen>
  )
}
