import type { Actor } from '../../shared/files/contract.ts'
import type { Reader } from '../core/services.ts'

/** 在这个台账里动过手的人，最近的在前。 */
export async function actors(db: Reader): Promise<Actor[]> {
  const rows = await db
    .selectFrom('operation')
    .select(['actor', 'actorPost'])
    .select((eb) => eb.fn.max('id').as('latest'))
    .where('command', '<>', 'core.migrate')
    .groupBy(['actor', 'actorPost'])
    .orderBy('latest', 'desc')
    .limit(20)
    .execute()
  return rows.map(({ actor, actorPost }) => ({ name: actor, post: actorPost }))
}
