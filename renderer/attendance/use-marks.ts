import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { AttendanceRow, AttendanceState } from '../../shared/attendance/contract.ts'
import type { Id } from '../../shared/kit/values.ts'
import { app } from '../app.ts'
import { inHand, useAct } from '../kit/ask.ts'
import { atTheLast } from '../kit/leaving.ts'

interface Marked {
  state: AttendanceState | null
  reason: string
}

/**
 * 登记出勤：按下就显示，随即存下；手快时攒成一批存，次序不乱。存不下的退回原样并说出原因。
 */
export function useMarks(meetingId: Id, saved: readonly AttendanceRow[], chosen: boolean) {
  const { run, refusal, busy } = useAct(app.attendance.mark)
  const [fresh, setFresh] = useState<ReadonlyMap<Id, Marked>>(new Map())
  const waiting = useRef(new Map<Id, Marked>())
  const sending = useRef<Promise<void>>(undefined)

  const take = useCallback(() => {
    const batch = waiting.current
    waiting.current = new Map()
    return { batch, given: { meetingId, marks: [...batch].map(([memberId, marked]) => ({ memberId, ...marked })) } }
  }, [meetingId])
  const send = useCallback(async () => {
    while (waiting.current.size > 0) {
      const { batch, given } = take()
      await run(given)
      // 存成的已在新取的名单里；没存成的退回原样。后来又按过的留着
      setFresh((now) => new Map([...now].filter(([id, marked]) => batch.get(id) !== marked)))
    }
    sending.current = undefined
  }, [take, run])
  useEffect(() => atTheLast(() => waiting.current.size > 0 && void app.attendance.mark(take().given).catch(() => undefined)), [take])

  const mark = useCallback(
    (changes: readonly { memberId: Id; state: AttendanceState | null; reason?: string }[]) => {
      const entries = changes.map(({ memberId, state, reason = '' }) => [memberId, { state, reason }] as const)
      if (entries.length === 0) return
      for (const [id, marked] of entries) waiting.current.set(id, marked)
      setFresh((now) => new Map([...now, ...entries]))
      sending.current ??= inHand(send())
    },
    [send],
  )

  const rows = useMemo(
    () =>
      saved.map((row) => {
        const marked = { ...row, ...fresh.get(row.memberId) }
        return chosen ? { ...marked, expected: marked.state !== null && marked.state !== 'observer' } : marked
      }),
    [saved, fresh, chosen],
  )
  return { rows, mark, refusal, busy }
}
