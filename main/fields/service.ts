import { whyCannotDescribe } from '../../shared/fields/rules.ts'
import { membersLedger } from '../../shared/members/ledger.ts'
import { refuse, refuseWhen } from '../core/refuse.ts'
import type { CommandContext, Reader, Service } from '../core/services.ts'
import * as members from '../members/repository.ts'
import { addField, fillFields } from './fill.ts'
import * as fields from './repository.ts'

const named = async (db: Reader, id: number) => (await fields.list(db)).find((field) => field.id === id) ?? refuse('fields.notFound')

async function amend({ db, subject }: CommandContext, given: { id: number; name: string; options: string[]; privacy: 'open' | 'private' }) {
  const { id, ...changes } = given
  const { kind, options: before } = await named(db, id)
  const others = (await fields.list(db)).filter((field) => field.id !== id)
  refuseWhen(whyCannotDescribe({ ...changes, kind }, others, membersLedger))
  for (const option of before.filter((one) => !changes.options.includes(one))) {
    const count = await fields.countHolding(db, id, option)
    if (kind === 'choice' && count > 0) refuse('fields.optionInUse', { option, count })
  }
  await fields.update(db, id, { ...changes, options: kind === 'choice' ? changes.options : [] })
  subject(changes.name)
  return { id }
}

export const fieldsService: Service<'fields'> = {
  list: ({ db }) => fields.list(db),

  async add({ db, subject }, draft) {
    subject(draft.name)
    return { id: await addField(db, draft) }
  },

  amend,

  async arrange({ db, subject }, { ids }) {
    const known = await fields.list(db)
    const order = [...ids.map((id) => known.find((field) => field.id === id) ?? refuse('fields.notFound')), ...known]
    const whole = order.filter((field, at) => order.indexOf(field) === at)
    for (const [at, { id }] of whole.entries()) await fields.place(db, id, at + 1)
    subject(whole.map(({ name }) => name).join('、'))
    return { count: whole.length }
  },

  async remove({ db, subject }, { id, holders }) {
    const field = await named(db, id)
    if (field.holders !== holders) refuse('fields.stillHeld', { name: field.name, count: field.holders })
    await fields.remove(db, id)
    subject(field.holders > 0 ? `${field.name}（${field.holders} 人填过）` : field.name)
    return { id }
  },

  async fill({ db, subject }, { values }) {
    const people = new Set(values.map(({ memberId }) => memberId))
    for (const id of people) if (!(await members.find(db, id))) refuse('members.notFound')
    const names = (await fields.list(db)).filter(({ id }) => values.some(({ fieldId }) => fieldId === id)).map(({ name }) => name)
    const [only] = people
    const who = people.size === 1 && only !== undefined ? ((await members.find(db, only))?.name ?? '') : `${people.size} 人`
    subject(`${who} ${names.join('、')}`)
    return { changed: await fillFields(db, values) }
  },
}
