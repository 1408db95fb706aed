import type { ReactNode } from 'react'
import type { MeetingRow } from '../../shared/meetings/contract.ts'
import { Balance } from '../attendance/Balance.tsx'
import { dayWords } from '../kit/days.ts'
import { useWhere } from '../shell/where.ts'

/** 一直在的一行：类型、时间、地点、人数；children 是这次会议的开支。 */
export function MeetingHead({ meeting, children }: { meeting: MeetingRow; children?: ReactNode }) {
  const { today, organizationId: here } = useWhere()
  const { kindNames, groupName, organizationId, organizationName, day, startsAt, endsAt, place, host, recorder } = meeting
  const clock = [startsAt, endsAt].filter(Boolean).join('–')
  const facts = [
    kindNames,
    groupName ?? (organizationId === here ? '' : organizationName),
    `${dayWords(day, today)}${clock ? ` ${clock}` : ''}`,
    place,
    host && `主持 ${host}`,
    recorder && `记录 ${recorder}`,
  ].filter(Boolean)
  return (
    <div className="meeting-head">
      <p className="meeting-facts">{facts.join(' · ')}</p>
      {children}
      <Balance balance={meeting} />
    </div>
  )
}
