import type { Day, Id } from '../../shared/kit/values.ts'
import type { Clash } from '../../shared/meetings/contract.ts'
import { app } from '../app.ts'
import { useAsk } from '../kit/ask.ts'
import { problemOfTime } from '../kit/TimeInput.tsx'
import type { PlanForm } from './plan-form.ts'

const whole = (time: string | null) => (time && !problemOfTime(time) ? time : null)

/** 这份安排排到这几天，会撞上已有的哪几次会议；一边填一边看，没写全的先不算。 */
export function useClashes(form: PlanForm, days: readonly Day[], except?: Id): readonly Clash[] {
  const { organizationId, groupId, kinds, startsAt, endsAt, place, host, recorder } = form
  const asked = useAsk(
    app.meetings.clashes,
    {
      ...{ organizationId, groupId, kinds, place, host: host.trim(), recorder: recorder.trim(), days: [...days] },
      startsAt: whole(startsAt),
      endsAt: whole(endsAt),
      except: except ?? null,
    },
    { enabled: days.length > 0, keep: true },
  )
  return days.length > 0 ? (asked.data ?? []) : []
}
