import type { LedgerScope } from '../../shared/kit/scope.ts'
import type { Day } from '../../shared/kit/values.ts'
import type { Gap, MeetingKind } from '../../shared/meetings/contract.ts'
import { gapsOf } from '../../shared/meetings/rules.ts'
import type { Reader } from '../core/services.ts'
import { dayOfLedger } from '../members/rows.ts'
import * as organizations from '../organizations/repository.ts'
import { allKinds, applicableByBranch, applicableKinds } from './kinds.ts'
import * as meetings from './repository.ts'

/** 没有作废的会议里，每类各月开了几次、还差几次。 */
const gapsAmong = (
  told: readonly meetings.Told[],
  kinds: readonly MeetingKind[],
  { year, today, foundedOn }: { year: number; today: Day; foundedOn: string | null },
): Gap[] => {
  const meant = told.map(({ codes, ...meeting }) => ({ ...meeting, kinds: codes.split(',') }))
  const held = meant.filter(({ status }) => status !== 'planned')
  return gapsOf(
    kinds,
    held,
    year,
    today,
    meant.filter(({ status }) => status === 'planned'),
    foundedOn,
  )
}

/** 一个组织（含下级）每类会议各月开了几次、还差几次。往年设不设支委会、划不划分小组，看那年年末。 */
export async function gaps(db: Reader, { organizationId, year }: LedgerScope, today: Day): Promise<Gap[]> {
  const kinds = await applicableKinds(db, organizationId, dayOfLedger(year, today), await allKinds(db))
  const foundedOn = (await organizations.find(db, organizationId))?.foundedOn ?? null
  return gapsAmong(await meetings.told(db, organizationId, year), kinds, { year, today, foundedOn })
}

/** 本组织与下级里还在的支部，各一份；会议一次取齐，不一个支部一个支部地问。 */
export async function gapsByBranch(
  db: Reader,
  { organizationId, year }: LedgerScope,
  today: Day,
): Promise<{ organizationId: number; gaps: Gap[] }[]> {
  const told = Map.groupBy(await meetings.told(db, organizationId, year), (meeting) => meeting.organizationId)
  const kindsOf = await applicableByBranch(db, dayOfLedger(year, today), await allKinds(db))
  return (await organizations.standingBranches(db, organizationId)).map(({ id, foundedOn }) => ({
    organizationId: id,
    gaps: gapsAmong(told.get(id) ?? [], kindsOf(id), { year, today, foundedOn }),
  }))
}
