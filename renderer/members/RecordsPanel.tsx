import { Button } from 'antd'
import { useState } from 'react'
import type { AwardRow } from '../../shared/awards/contract.ts'
import { awardKindWords, penaltyWords } from '../../shared/awards/words.ts'
import type { CircumstanceRow } from '../../shared/circumstances/contract.ts'
import { causeWords, circumstanceWords } from '../../shared/circumstances/words.ts'
import { showDay } from '../../shared/ledger/columns.ts'
import { app } from '../app.ts'
import { AwardDialog } from '../awards/AwardDialog.tsx'
import { CircumstanceDialog } from '../circumstances/CircumstanceDialog.tsx'
import { nowOf, useAct, useAsk } from '../kit/ask.ts'

type Open = { award: AwardRow | undefined } | { circumstance: CircumstanceRow | undefined }

const joined = (...parts: readonly (string | null | undefined)[]) => parts.filter(Boolean).join(' · ')
const span = (from: string | null, until: string | null) => `${from ? showDay(from) : '起始不详'}${until ? ` 至 ${showDay(until)}` : ' 起'}`

/** 一名党员的奖惩与困难、行动不便、失联：看、登记、改、删。 */
export function RecordsPanel({ member }: { member: { id: number; name: string } }) {
  const awards = useAsk(app.awards.ofMember, { memberId: member.id }).data ?? []
  const circumstances = useAsk(app.circumstances.ofMember, { memberId: member.id }).data ?? []
  const dropAward = useAct(app.awards.remove)
  const dropCircumstance = useAct(app.circumstances.remove)
  const [open, setOpen] = useState<Open>()
  const close = () => setOpen(undefined)
  return (
    <div className="panel records">
      <div className="panel-head">
        <h2>奖惩</h2>
        <Button size="small" onClick={() => setOpen({ award: undefined })}>
          登记奖惩
        </Button>
      </div>
      {awards.length === 0 && <p className="hint">没有登记。</p>}
      <ul>
        {awards.map((award) => (
          <RecordLine
            key={award.id}
            when={showDay(award.day)}
            what={joined(award.kind === 'penalty' && award.penalty ? penaltyWords[award.penalty] : awardKindWords[award.kind], award.name)}
            more={joined(award.level, award.authority, award.documentNumber, award.fromDay && span(award.fromDay, award.untilDay))}
            onAmend={() => setOpen({ award })}
            onRemove={() => void dropAward.run({ id: award.id })}
          />
        ))}
      </ul>
      <div className="panel-head">
        <h2>困难、行动不便、失联</h2>
        <Button size="small" onClick={() => setOpen({ circumstance: undefined })}>
          登记情况
        </Button>
      </div>
      {circumstances.length === 0 && <p className="hint">没有登记。</p>}
      <ul>
        {circumstances.map((one) => (
          <RecordLine
            key={one.id}
            when={span(one.fromDay, one.untilDay)}
            what={joined(circumstanceWords[one.kind], one.cause && causeWords[one.cause])}
            more={joined(one.reason, one.approval, one.search, one.opinion)}
            onAmend={() => setOpen({ circumstance: one })}
            onRemove={() => void dropCircumstance.run({ id: one.id })}
          />
        ))}
      </ul>
      {open && 'award' in open && <AwardDialog member={member} award={open.award && nowOf(open.award, awards)} onClose={close} />}
      {open && 'circumstance' in open && (
        <CircumstanceDialog member={member} circumstance={open.circumstance && nowOf(open.circumstance, circumstances)} onClose={close} />
      )}
    </div>
  )
}

interface RecordLineProps {
  when: string
  what: string
  more: string
  onAmend: () => void
  onRemove: () => void
}

function RecordLine({ when, what, more, onAmend, onRemove }: RecordLineProps) {
  return (
    <li>
      <div>
        <span className="num hint">{when}</span>
        <div>{what}</div>
        {more && <p className="hint">{more}</p>}
      </div>
      <Button size="small" type="text" aria-label={`修改 ${what}`} onClick={onAmend}>
        修改
      </Button>
      <Button size="small" type="text" danger aria-label={`删除 ${what}`} onClick={onRemove}>
        删除
      </Button>
    </li>
  )
}
