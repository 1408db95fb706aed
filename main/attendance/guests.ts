import type { Guest } from '../../shared/attendance/contract.ts'
import type { Reader, Service, Writer } from '../core/services.ts'
import { newUid } from '../core/uid.ts'
import { openMeeting } from './meeting.ts'

const guestsOf = (db: Reader, meetingId: number) =>
  db.selectFrom('guest').select(['id', 'kind', 'name', 'post']).where('meetingId', '=', meetingId).orderBy('ordinal').execute()

export const removeGuests = (db: Writer, meetingId: number) => db.deleteFrom('guest').where('meetingId', '=', meetingId).execute()

const same = (a: Guest, b: Guest) => a.kind === b.kind && a.name === b.name && a.post === b.post

/** 同一位置的改，多出来的加，少了的删，没变的不动。返回动了几个。 */
async function replaceGuests(db: Writer, meetingId: number, guests: readonly Guest[]): Promise<number> {
  const standing = await guestsOf(db, meetingId)
  const surplus = standing.slice(guests.length).map(({ id }) => id)
  if (surplus.length > 0) await db.deleteFrom('guest').where('id', 'in', surplus).execute()
  let changed = surplus.length
  for (const [index, guest] of guests.entries()) {
    const row = standing[index]
    if (row && same(row, guest)) continue
    changed += 1
    if (row) await db.updateTable('guest').set(guest).where('id', '=', row.id).execute()
    else
      await db
        .insertInto('guest')
        .values({ uid: newUid(), meetingId, ordinal: index + 1, ...guest })
        .execute()
  }
  return changed
}

type GuestService = Pick<Service<'attendance'>, 'guests' | 'writeGuests'>

/** 列席的来宾、到会指导的上级领导：不在名册里，不进应到。 */
export const guestService: GuestService = {
  async guests({ db }, { meetingId }) {
    await openMeeting(db, meetingId, { archived: true })
    return (await guestsOf(db, meetingId)).map(({ id: _, ...guest }) => guest)
  },

  async writeGuests({ db, subject }, { meetingId, guests }) {
    const { topic } = await openMeeting(db, meetingId)
    const changed = await replaceGuests(db, meetingId, guests)
    subject(`${topic} ${guests.length} 人`)
    return { changed }
  },
}
