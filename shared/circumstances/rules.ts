import { earliestDay, latestDay } from '../kit/calendar.ts'
import type { Refusal } from '../kit/refusal.ts'
import { refusal } from '../refusals.ts'
import type { CircumstanceFacts } from './contract.ts'

/** 一段情况写得对不对；对为 undefined。失联的起算：最近一次参加组织生活或交党费之日（失联党员登记表填表说明）。 */
export const whyCannotRecord = ({ kind, fromDay, untilDay }: CircumstanceFacts): Refusal | undefined => {
  if (kind === 'outOfContact' && !fromDay) return refusal('circumstances.needsSince')
  if (fromDay && untilDay && latestDay(untilDay) < earliestDay(fromDay)) return refusal('circumstances.endsBeforeStart')
  return undefined
}
