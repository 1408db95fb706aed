import { addDays } from '../../shared/kit/calendar.ts'
import type { LedgerScope } from '../../shared/kit/scope.ts'
import type { Talk } from '../../shared/talks/contract.ts'
import { countTalks, coverageOf } from '../../shared/talks/rules.ts'
import { refuse } from '../core/refuse.ts'
import type { Reader, Service } from '../core/services.ts'
import * as meetings from '../meetings/repository.ts'
import * as members from '../members/repository.ts'
import { dayOfLedger } from '../members/rows.ts'
import { committeeMembers } from '../organizations/repository.ts'
import { standingOrganization } from '../organizations/service.ts'
import { educationStandards, pack } from '../rules/packs.ts'
import * as talks from './repository.ts'

const existing = async (db: Reader, id: number) => (await talks.find(db, id)) ?? refuse('talks.notFound')
const named = async (db: Reader, id: number) => ((await members.find(db, id)) ?? refuse('members.notFound')).name

/** 核对一次谈话，给出它在操作记录里的说法。 */
async function checked(db: Reader, talk: Talk, today: string): Promise<string> {
  await standingOrganization(db, talk.organizationId)
  if (talk.day > today) refuse('talks.inFuture', { day: talk.day })
  if (talk.talkerId === null && talk.talker === '') refuse('talks.noTalker')
  const talked = await named(db, talk.talkedId)
  if (talk.talkerId === talk.talkedId) refuse('talks.sameTwo')
  return `${talk.talkerId === null ? talk.talker : await named(db, talk.talkerId)}与${talked}`
}

/** 会前的谈话从哪天数起：上一次组织生活会的第二天，最多往前一年。 */
async function startBefore(db: Reader, { organizationId, day }: { organizationId: number; day: string }): Promise<string> {
  const yearAgo = addDays(day, -365)
  const years = [...new Set([yearAgo, day].map((one) => Number(one.slice(0, 4))))]
  const held = (await Promise.all(years.map((year) => meetings.listByYear(db, organizationId, year)))).flat()
  const before = held.flatMap((one) => {
    const counts = one.organizationId === organizationId && one.status !== 'planned' && one.voidedReason === null
    return counts && one.codes.split(',').includes('orgLife') && one.day < day ? [addDays(one.day, 1)] : []
  })
  return [yearAgo, ...before].sort().at(-1) ?? yearAgo
}

const least = () => {
  const { talkTimes } = educationStandards()
  return { withinCommittee: talkTimes, committeeWithMember: talkTimes, betweenMembers: talkTimes }
}

/** 党籍正常的党员各谈了几次、还差哪几类；谈话跟着人走，调来之前谈的也算。 */
async function coverage(db: Reader, { organizationId, year }: LedgerScope, today: string) {
  const day = dayOfLedger(year, today)
  const committee = new Set(await committeeMembers(db, organizationId, day))
  const people = (await members.list(db, { organizationId, day }))
    .filter(({ standing }) => standing === 'normal')
    .map(({ id, name, organizationId, branchName }) => ({ id, name, organizationId, branchName, onCommittee: committee.has(id) }))
  return coverageOf(people, await talks.allInYear(db, year), least())
}

export const talksService: Service<'talks'> = {
  listByYear: ({ db }, { organizationId, year }) => talks.listByYear(db, organizationId, year),

  ofMember: ({ db }, { memberId }) => talks.ofMember(db, memberId),

  standards: () => ({
    ...least(),
    article: pack('education').parameters.talkTimes.article,
    remindMonth: educationStandards().talkRemindMonth,
  }),

  coverage: ({ db, today }, scope) => coverage(db, scope, today),
  async lacking({ db, today }, scope) {
    return { people: (await coverage(db, scope, today)).filter(({ missing }) => missing.length > 0).length }
  },

  async beforeMeeting({ db }, { meetingId }) {
    const meeting = (await meetings.find(db, meetingId)) ?? refuse('meetings.notFound')
    const fromDay = await startBefore(db, meeting)
    return { fromDay, ...countTalks(await talks.listBetween(db, meeting.organizationId, fromDay, meeting.day)) }
  },

  async record({ db, today, subject }, { talks: given }) {
    const said: string[] = []
    const ids: number[] = []
    for (const talk of given) {
      said.push(await checked(db, talk, today))
      ids.push(await talks.insert(db, talk))
    }
    subject(said.length === 1 ? (said[0] ?? '') : `${said[0]} 等 ${said.length} 次`)
    return { ids }
  },

  async amend({ db, today, subject }, { id, talk }) {
    await existing(db, id)
    subject(await checked(db, talk, today))
    await talks.update(db, id, talk)
    return { id }
  },

  async remove({ db, subject }, { id }) {
    const { talker, talkedName } = await existing(db, id)
    await talks.remove(db, id)
    subject(`${talker}与${talkedName}`)
    return { id }
  },
}
