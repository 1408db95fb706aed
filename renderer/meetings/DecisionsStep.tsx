import { Button, Input } from 'antd'
import { useRef, useState } from 'react'
import { showDay } from '../../shared/ledger/columns.ts'
import type { MeetingRow } from '../../shared/meetings/contract.ts'
import { DayInput } from '../kit/DayInput.tsx'
import { Empty } from '../kit/Empty.tsx'
import { type Named, NameInput } from '../kit/NameInput.tsx'
import { useStrangers } from '../kit/PersonField.tsx'
import { usePeople } from '../members/use-people.ts'
import { VotesPanel } from '../votes/VotesPanel.tsx'
import { change, newDecision } from './minutes-form.ts'
import { SavedLine } from './SavedLine.tsx'
import type { Minutes } from './use-minutes.ts'

interface DecisionsStepProps {
  meeting: MeetingRow
  minutes: Minutes
  readOnly: boolean
}

/** 决议与议定事项：定了什么，谁负责，什么时候完成。 */
export function DecisionsStep({ meeting, minutes, readOnly }: DecisionsStepProps) {
  const { form, setForm } = minutes
  const [added, setAdded] = useState<number>()
  const people = usePeople(meeting.organizationId)
  const set = (at: number, next: Parameters<typeof change<(typeof form.decisions)[number]>>[2]) =>
    setForm((now) => ({ ...now, decisions: change(now.decisions, at, next) }))
  const more = useRef<HTMLButtonElement>(null)
  const remove = (gone: number) => {
    setForm((now) => ({ ...now, decisions: now.decisions.filter(({ mark }) => mark !== gone) }))
    more.current?.focus()
  }
  const add = () => {
    const one = newDecision()
    setForm((now) => ({ ...now, decisions: [...now.decisions, one] }))
    setAdded(one.mark)
  }
  return (
    <div className="decisions">
      <div className="decisions-list">
        <VotesPanel meeting={meeting} readOnly={readOnly} />
        <h2>议定事项</h2>
        {form.decisions.map((one, index) => (
          <fieldset key={one.mark} className="decision">
            <legend>第 {index + 1} 项</legend>
            {readOnly ? (
              <p className="speech-read">
                {one.text}
                <span className="decision-who">
                  {[one.responsible && `责任人：${one.responsible}`, one.due && `期限：${showDay(one.due)}`].filter(Boolean).join('　')}
                </span>
              </p>
            ) : (
              <>
                <Input.TextArea
                  aria-label={`第 ${index + 1} 项 内容`}
                  className="grows"
                  rows={2}
                  autoFocus={added === one.mark}
                  value={one.text}
                  placeholder="议定了什么"
                  onChange={(event) => set(one.mark, { text: event.target.value })}
                />
                <div className="decision-row">
                  <Responsible
                    label={`第 ${index + 1} 项 责任人`}
                    value={one.responsible}
                    people={people}
                    onChange={(responsible) => set(one.mark, { responsible })}
                  />
                  <DayInput
                    aria-label={`第 ${index + 1} 项 期限`}
                    placeholder="期限，如 12.31"
                    value={one.due}
                    onChange={(due) => set(one.mark, { due })}
                  />
                  <Button type="text" size="small" onClick={() => remove(one.mark)}>
                    删去
                  </Button>
                </div>
              </>
            )}
          </fieldset>
        ))}
        {readOnly && form.decisions.length === 0 && <Empty sentence="没有登记决议。" />}
        {!readOnly && (
          <Button ref={more} type="dashed" onClick={add} autoFocus={form.decisions.length === 0}>
            ＋ 添加一项决议
          </Button>
        )}
      </div>
      {!readOnly && <SavedLine minutes={minutes} />}
    </div>
  )
}

interface ResponsibleProps {
  label: string
  value: string
  people: readonly Named[] | undefined
  onChange: (name: string) => void
}

/** 责任人：一个人、几个人，或支委会这样的集体。 */
function Responsible({ label, value, people, onChange }: ResponsibleProps) {
  const { note, ...watch } = useStrangers(value, people, true)
  return (
    <div className="decision-responsible">
      <NameInput aria-label={label} placeholder="责任人" value={value} people={people ?? []} onChange={onChange} {...watch} />
      {note && <p className="hint">{note}</p>}
    </div>
  )
}
