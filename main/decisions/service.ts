import { stateOf } from '../../shared/decisions/rules.ts'
import { refuse } from '../core/refuse.ts'
import type { Reader, Service } from '../core/services.ts'
import * as decisions from './repository.ts'

const existing = async (db: Reader, id: number) => (await decisions.find(db, id)) ?? refuse('decisions.notFound')

export const decisionsService: Service<'decisions'> = {
  list: async ({ db, today }, { organizationId, year }) =>
    (await decisions.listByYear(db, organizationId, year)).map(({ status: _, note, ...row }) => ({
      ...row,
      note: note ?? '',
      state: stateOf(row, today),
    })),

  async complete({ db, today, subject }, { id, doneOn, note }) {
    const { text, status, day, ...decision } = await existing(db, id)
    if (status === 'planned') refuse('decisions.notHeld')
    if (decision.doneOn !== null) refuse('decisions.done', { doneOn: decision.doneOn })
    if (doneOn < day) refuse('decisions.beforeMeeting', { day })
    if (doneOn > today) refuse('decisions.inFuture', { doneOn })
    await decisions.insertCompletion(db, { decisionId: id, doneOn, note })
    subject(text.slice(0, 60))
    return { id }
  },

  async resume({ db, subject }, { id }) {
    const { text, doneOn } = await existing(db, id)
    if (doneOn === null) refuse('decisions.notDone')
    await decisions.removeCompletion(db, id)
    subject(text.slice(0, 60))
    return { id }
  },
}
