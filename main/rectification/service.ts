import type { Item } from '../../shared/rectification/contract.ts'
import { progressOf, whyCannotKeep } from '../../shared/rectification/rules.ts'
import { refuse, refuseWhen } from '../core/refuse.ts'
import type { Reader, Service } from '../core/services.ts'
import * as meetings from '../meetings/repository.ts'
import { standingOrganization } from '../organizations/service.ts'
import * as rectification from './repository.ts'

const existing = async (db: Reader, id: number) => (await rectification.find(db, id)) ?? refuse('rectification.notFound')

const shown = <Row extends Pick<Item, 'due' | 'doneOn'>>(rows: readonly Row[], today: string) =>
  rows.map((row) => ({ ...row, progress: progressOf(row, today) }))

async function refuseWrong(db: Reader, item: Item, today: string): Promise<void> {
  await standingOrganization(db, item.organizationId)
  if (item.meetingId !== null && !(await meetings.find(db, item.meetingId))) refuse('meetings.notFound')
  refuseWhen(whyCannotKeep(item, today))
}

const brief = (problem: string) => (problem.length > 20 ? `${problem.slice(0, 20)}…` : problem)

export const rectificationService: Service<'rectification'> = {
  listByYear: async ({ db, today }, { organizationId, year }) => shown(await rectification.listByYear(db, organizationId, year), today),
  open: async ({ db, today }, { organizationId }) => shown(await rectification.open(db, organizationId), today),
  ofMeeting: async ({ db, today }, { meetingId }) => shown(await rectification.ofMeeting(db, meetingId), today),

  async add({ db, today, subject }, item) {
    await refuseWrong(db, item, today)
    subject(brief(item.problem))
    return { id: await rectification.insert(db, item) }
  },

  async amend({ db, today, subject }, { id, item }) {
    await existing(db, id)
    await refuseWrong(db, item, today)
    await rectification.update(db, id, item)
    subject(brief(item.problem))
    return { id }
  },

  async finish({ db, today, subject }, { id, outcome, doneOn }) {
    const item = await existing(db, id)
    refuseWhen(whyCannotKeep({ ...item, outcome, doneOn }, today))
    await rectification.update(db, id, { outcome, doneOn })
    subject(brief(item.problem))
    return { id }
  },

  async remove({ db, subject }, { id }) {
    subject(brief((await existing(db, id)).problem))
    await rectification.remove(db, id)
    return { id }
  },
}
