import type { MeetingRow } from '../../shared/meetings/contract.ts'
import { activityTitles, particularKindsOf } from '../../shared/particulars/words.ts'
import { DocumentButtons, type DocumentItem } from '../documents/DocumentButtons.tsx'

/** 党课记录、主题党日活动记录、组织生活会记录：这次会议算哪几类，就有哪几份；别的会议没有这个按钮。 */
export function ActivityPapers({ meeting: { id: meetingId, kinds } }: { meeting: MeetingRow }) {
  const items = particularKindsOf(kinds).flatMap((of): DocumentItem[] => [
    { label: activityTitles[of], wanted: { kind: 'activity', meetingId, of } },
    { label: `${activityTitles[of]} Excel`, wanted: { kind: 'activity', meetingId, of, format: 'xlsx' } },
  ])
  return items.length > 0 && <DocumentButtons menu="记录表" items={items} />
}
