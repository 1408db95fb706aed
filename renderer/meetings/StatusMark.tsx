import type { MeetingStatus } from '../../shared/meetings/contract.ts'
import { statusWords } from '../../shared/meetings/words.ts'

const shapes: Record<MeetingStatus, string> = { planned: '○', held: '◐', archived: '●' }

/** 会议到了哪一步：形状加字，补录另有标记。 */
export function StatusMark({ status, backfilled, voided = false }: { status: MeetingStatus; backfilled: boolean; voided?: boolean }) {
  return (
    <span className={`status-mark is-${status}`}>
      <span aria-hidden="true">{shapes[status]}</span> {statusWords[status]}
      {voided && <span className="backfilled">作废</span>}
      {backfilled && (
        <span className="backfilled" title="开会之后隔了些日子才录入">
          补录
        </span>
      )}
    </span>
  )
}
