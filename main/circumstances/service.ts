import type { CircumstanceFacts } from '../../shared/circumstances/contract.ts'
import { whyCannotRecord } from '../../shared/circumstances/rules.ts'
import { circumstanceWords } from '../../shared/circumstances/words.ts'
import type { Day } from '../../shared/kit/values.ts'
import { refuse, refuseWhen } from '../core/refuse.ts'
import type { Reader, Service, Writer } from '../core/services.ts'
import { amendMember } from '../members/enrol.ts'
import * as members from '../members/repository.ts'
import { dayOfLedger } from '../members/rows.ts'
import * as circumstances from './repository.ts'

const existing = async (db: Reader, id: number) => (await circumstances.find(db, id)) ?? refuse('circumstances.notFound')

/** 名册上的失联跟着最近的一段走：还没有止期的标上，都有了止期的取消。 */
async function markLost(db: Writer, memberId: number, today: Day): Promise<void> {
  const open = (await circumstances.ofMember(db, memberId)).findLast((row) => row.kind === 'outOfContact' && row.untilDay === null)
  await amendMember(db, memberId, { outOfContact: open !== undefined, outOfContactSince: open?.fromDay ?? null }, today)
}

/** 只留与这一种有关的几项。 */
const settled = (facts: CircumstanceFacts): CircumstanceFacts => ({
  ...facts,
  ...(facts.kind === 'hardship' ? {} : { approval: '' }),
  ...(facts.kind === 'outOfContact' ? {} : { cause: null, search: '', opinion: '' }),
})

export const circumstancesService: Service<'circumstances'> = {
  ofMember: ({ db }, { memberId }) => circumstances.ofMember(db, memberId),
  hardship: ({ db, today }, { organizationId, year }) => circumstances.hardshipIn(db, organizationId, year, dayOfLedger(year, today)),
  lost: ({ db, today }, { organizationId, year }) => circumstances.lostIn(db, organizationId, dayOfLedger(year, today)),
  limitedMobility: ({ db }, { day }) => circumstances.limitedMobilityOn(db, day),

  async record({ db, today, subject }, { memberId, facts }) {
    const { name } = (await members.find(db, memberId)) ?? refuse('members.notFound')
    refuseWhen(whyCannotRecord(facts))
    const id = await circumstances.insert(db, memberId, settled(facts))
    if (facts.kind === 'outOfContact') await markLost(db, memberId, today)
    subject(`${name} ${circumstanceWords[facts.kind]}`)
    return { id }
  },

  async amend({ db, today, subject }, { id, facts }) {
    const before = await existing(db, id)
    refuseWhen(whyCannotRecord(facts))
    await circumstances.update(db, id, settled(facts))
    if ([before.kind, facts.kind].includes('outOfContact')) await markLost(db, before.memberId, today)
    subject(`${before.memberName} ${circumstanceWords[facts.kind]}`)
    return { id }
  },

  async remove({ db, today, subject }, { id }) {
    const { memberId, memberName, kind } = await existing(db, id)
    await circumstances.remove(db, id)
    if (kind === 'outOfContact') await markLost(db, memberId, today)
    subject(`${memberName} ${circumstanceWords[kind]}`)
    return { id }
  },
}
