import { Button } from 'antd'
import { useState } from 'react'
import { isBranch } from '../../shared/organizations/rules.ts'
import { app } from '../app.ts'
import { useAsk } from '../kit/ask.ts'
import { Empty } from '../kit/Empty.tsx'
import { Screen } from '../kit/Screen.tsx'
import { Waiting } from '../kit/Waiting.tsx'
import { familyOf } from '../rooms.tsx'
import { useWhere } from '../shell/where.ts'
import { RoundDialog } from './RoundDialog.tsx'
import { RoundPage } from './RoundPage.tsx'
import { RoundsOverview } from './RoundsOverview.tsx'
import './appraisal.css'

/** 民主评议党员：一个支部一年一轮；上级组织看各支部评到哪里。 */
export default function AppraisalScreen() {
  const { organizationId, organization, year } = useWhere()
  const rounds = useAsk(app.appraisal.rounds, { organizationId, year })
  const [starting, setStarting] = useState(false)
  const frame = { title: '民主评议', family: familyOf('life') }
  if (!rounds.data)
    return (
      <Screen {...frame}>
        <Waiting error={rounds.error} />
      </Screen>
    )
  if (organization.kind === 'group')
    return (
      <Screen {...frame}>
        <Empty sentence="民主评议以支部为单位。请在顶上选小组所在的支部。" />
      </Screen>
    )
  if (!isBranch(organization.kind)) return <RoundsOverview rounds={rounds.data} frame={frame} />
  const round = rounds.data.find((one) => one.organizationId === organizationId)
  if (round) return <RoundPage key={round.id} id={round.id} frame={frame} />
  return (
    <Screen {...frame}>
      <Empty
        sentence={`“${organization.name}”${year} 年还没有开展民主评议。写下哪天、哪些党员参加，就能印测评票；收了票在这里计票、定等次。`}
      >
        <Button type="primary" size="large" onClick={() => setStarting(true)}>
          开展民主评议
        </Button>
      </Empty>
      {starting && <RoundDialog organizationId={organizationId} year={year} onClose={() => setStarting(false)} />}
    </Screen>
  )
}
