import { Button } from 'antd'
import { useState } from 'react'
import type { VotingRules } from '../../shared/votes/contract.ts'
import { app } from '../app.ts'
import { useAsk } from '../kit/ask.ts'
import { Screen } from '../kit/Screen.tsx'
import { Waiting } from '../kit/Waiting.tsx'
import { usePeople } from '../members/use-people.ts'
import { useWhere } from '../shell/where.ts'
import { TallyFields } from './TallyFields.tsx'
import { VerdictBox } from './VerdictBox.tsx'
import { emptyVote, tallyOf } from './vote-form.ts'
import './votes.css'

/** 表决计算器：只算，什么都不存。 */
export default function CalculatorScreen() {
  const rules = useAsk(app.votes.rules, {})
  return rules.data ? <Calculator rules={rules.data} /> : <Waiting error={rules.error} />
}

function Calculator({ rules }: { rules: VotingRules }) {
  const people = usePeople(useWhere().organizationId) ?? []
  const [form, setForm] = useState(() => emptyVote('general', rules))
  return (
    <Screen
      title="表决计算器"
      tools={<Button onClick={() => setForm(emptyVote(form.tally.kind, rules))}>清空</Button>}
      strip="只算不存。要写进会议记录，请在那次会议的“表决与决议”里登记。"
    >
      <div className="vote-desk">
        <section className="panel" aria-label="票数">
          <TallyFields form={form} onChange={setForm} rules={rules} people={people} autoFocus />
        </section>
        <section className="panel" aria-label="结论">
          <h2>结论</h2>
          <VerdictBox tally={tallyOf(form)} person="这一名" rules={rules} />
          <h2>依据</h2>
          <ul className="verdict-sources">
            {rules.sources.map((source) => (
              <li key={source}>{source}</li>
            ))}
          </ul>
        </section>
      </div>
    </Screen>
  )
}
