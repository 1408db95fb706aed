import { Button } from 'antd'
import { useParams } from 'wouter'
import { navigate } from 'wouter/use-hash-location'
import { app } from '../app.ts'
import { DocumentButtons } from '../documents/DocumentButtons.tsx'
import { useAsk } from '../kit/ask.ts'
import { useKeys } from '../kit/keys.ts'
import { Screen } from '../kit/Screen.tsx'
import { Waiting } from '../kit/Waiting.tsx'
import { FactList } from './FactList.tsx'
import { MemberActions } from './MemberActions.tsx'
import { MemberBadges } from './MemberBadges.tsx'
import { RecordsPanel } from './RecordsPanel.tsx'
import { Timeline } from './Timeline.tsx'
import './members.css'

/** 一名党员的整页：事实、奖惩与情况、一条经历。 */
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
  const { member } = page.data
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
        <Timeline page={page.data} />
        <RecordsPanel member={member} />
      </div>
    </Screen>
  )
}
