import type { Outline } from '../../shared/outlines/contract.ts'
import { refuse } from '../core/refuse.ts'
import type { Reader, Service } from '../core/services.ts'
import { allKinds } from '../meetings/kinds.ts'
import * as organizations from '../organizations/repository.ts'
import { outlineOfPack } from '../rules/packs.ts'
import * as outlines from './repository.ts'

/** 认得的类型的名称。 */
const nameOf = async (db: Reader, kind: string) =>
  (await allKinds(db)).find(({ code }) => code === kind)?.name ?? refuse('meetings.unknownKind', { kind })

async function outlineOf(db: Reader, organizationId: number, kind: string): Promise<Outline[]> {
  const own = await outlines.find(db, organizationId, kind)
  if (own) return [{ kind, items: own.items.split('\n'), own: true }]
  const items = outlineOfPack(kind)
  return items.length === 0 ? [] : [{ kind, items, own: false }]
}

export const outlinesService: Service<'outlines'> = {
  listByKinds: async ({ db }, { organizationId, kinds }) =>
    (await Promise.all([...new Set(kinds)].map((kind) => outlineOf(db, organizationId, kind)))).flat(),

  async keep({ db, subject }, { organizationId, kind, items }) {
    if (!(await organizations.find(db, organizationId))) refuse('organizations.notFound')
    subject(await nameOf(db, kind))
    const standing = await outlines.find(db, organizationId, kind)
    const text = items.join('\n')
    if (standing) await outlines.update(db, standing.id, text)
    else await outlines.insert(db, organizationId, kind, text)
    return { kind }
  },

  async restore({ db, subject }, { organizationId, kind }) {
    const name = await nameOf(db, kind)
    const standing = (await outlines.find(db, organizationId, kind)) ?? refuse('outlines.notKept', { kind: name })
    await outlines.remove(db, standing.id)
    subject(name)
    return { kind }
  },
}
