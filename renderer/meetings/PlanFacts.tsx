import { showDay } from '../../shared/ledger/columns.ts'
import type { MeetingPage } from '../../shared/meetings/contract.ts'
import { weekdayOf } from '../kit/days.ts'

/** 归档之后的安排：只看，不是一排灰格子。 */
export function PlanFacts({ page: { meeting, agenda } }: { page: MeetingPage }) {
  const { kindNames, organizationName, groupName, topic, day, startsAt, endsAt, place, host, recorder } = meeting
  const facts = [
    ['会议类型', kindNames],
    ['召开的组织', [organizationName, groupName].filter(Boolean).join(' ')],
    ['议题 / 主题', topic],
    ['时间', [`${showDay(day)} ${weekdayOf(day)}`, [startsAt, endsAt].filter(Boolean).join('–')].filter(Boolean).join('　')],
    ['地点', place],
    ['主持人', host],
    ['记录人', recorder],
    ['议程', agenda.map((item, index) => `${index + 1}．${item}`).join('\n')],
  ] as const
  return (
    <dl className="plan-facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value || '没有写'}</dd>
        </div>
      ))}
    </dl>
  )
}
