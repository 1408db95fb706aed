import type { AwardFacts } from '../../shared/awards/contract.ts'
import { whyCannotRecord } from '../../shared/awards/rules.ts'
import { refuse, refuseWhen } from '../core/refuse.ts'
import type { Reader, Service } from '../core/services.ts'
import * as members from '../members/repository.ts'
import { dayOfLedger } from '../members/rows.ts'
import * as awards from './repository.ts'

/** 奖励没有处分种类，只有留党察看有起止。 */
const settled = (facts: AwardFacts): AwardFacts => {
  const penalty = facts.kind === 'penalty' ? facts.penalty : null
  return penalty === 'onProbation' ? { ...facts, penalty } : { ...facts, penalty, fromDay: null, untilDay: null }
}

const existing = async (db: Reader, id: number) => (await awards.find(db, id)) ?? refuse('awards.notFound')

export const awardsService: Service<'awards'> = {
  register: ({ db, today }, { organizationId, year }) => awards.inYear(db, organizationId, year, dayOfLedger(year, today)),
  ofMember: ({ db, today }, { memberId }) => awards.ofMember(db, memberId, today),
  withoutVote: ({ db }, { day }) => awards.membersWithoutVote(db, day),

  async add({ db, subject }, { memberId, facts }) {
    const member = (await members.find(db, memberId)) ?? refuse('members.notFound')
    refuseWhen(whyCannotRecord(facts))
    subject(`${member.name} ${facts.name}`)
    return { id: await awards.insert(db, memberId, settled(facts)) }
  },

  async amend({ db, subject }, { id, facts }) {
    const { memberName } = await existing(db, id)
    refuseWhen(whyCannotRecord(facts))
    await awards.update(db, id, settled(facts))
    subject(`${memberName} ${facts.name}`)
    return { id }
  },

  async remove({ db, subject }, { id }) {
    const { memberName, name } = await existing(db, id)
    await awards.remove(db, id)
    subject(`${memberName} ${name}`)
    return { id }
  },
}
