import type { OrganizationDraft } from '../../shared/organizations/contract.ts'
import { branchNotes, whyCannotContain } from '../../shared/organizations/rules.ts'
import { kindWords, postWords } from '../../shared/organizations/words.ts'
import { refuse, refuseWhen } from '../core/refuse.ts'
import type { CommandContext, Reader, Service, Writer } from '../core/services.ts'
import * as members from '../members/repository.ts'
import { branchLimits } from '../rules/packs.ts'
import * as organizations from './repository.ts'

const existing = async (db: Reader, id: number) => (await organizations.find(db, id)) ?? refuse('organizations.notFound')

/** 现存的（未撤销的）组织。 */
export async function standingOrganization(db: Reader, id: number) {
  const organization = await existing(db, id)
  if (organization.dissolvedOn) refuse('organizations.dissolved', { on: organization.dissolvedOn })
  return organization
}

/** 新建组织；导入时也用它补建党小组。 */
export async function foundOrganization(db: Writer, draft: OrganizationDraft): Promise<number> {
  const parent = draft.parentId === null ? null : await standingOrganization(db, draft.parentId)
  refuseWhen(whyCannotContain(parent?.kind ?? null, draft.kind))
  return organizations.insert(db, draft)
}

async function dissolve({ db, today, subject }: CommandContext, { id, on }: { id: number; on: string }) {
  const organization = await standingOrganization(db, id)
  const parts = await organizations.standingParts(db, id)
  if (parts.length > 0) refuse('organizations.stillHasParts', { count: parts.length })
  const count = await members.countIn(db, id, today)
  if (count > 0) refuse('organizations.stillHasMembers', { count })
  await organizations.update(db, id, { dissolvedOn: on })
  subject(organization.name)
  return { id }
}

export const organizationsService: Service<'organizations'> = {
  standards: () => branchLimits(),
  tree: ({ db, today }) => organizations.tree(db, today),
  async notes({ db, today }, { organizationId }) {
    const limits = branchLimits()
    const notes: { organizationId: number; branch: string; text: string; article: string }[] = []
    const byBranch = Map.groupBy(await members.list(db, { organizationId, day: today }), (one) => one.organizationId)
    const committees = await organizations.committeeSizes(db, today)
    for (const branch of await organizations.standingBranches(db, organizationId)) {
      const people = byBranch.get(branch.id) ?? []
      if (people.length === 0) continue
      const figures = {
        ...branch,
        today,
        formalCount: people.filter(({ category }) => category === 'formal').length,
        memberCount: people.length,
        committeeSize: committees.get(branch.id) ?? 0,
      }
      for (const note of branchNotes(figures, limits)) notes.push({ organizationId: branch.id, branch: branch.name, ...note })
    }
    return notes
  },
  posts: ({ db }, { organizationId }) => organizations.posts(db, organizationId),

  async found({ db, subject }, draft) {
    subject(draft.name)
    return { id: await foundOrganization(db, draft) }
  },

  async amend({ db, subject }, { id, ...changes }) {
    const { parentId } = await standingOrganization(db, id)
    const parent = parentId === null ? null : await existing(db, parentId)
    refuseWhen(whyCannotContain(parent?.kind ?? null, changes.kind))
    for (const part of await organizations.standingParts(db, id)) refuseWhen(whyCannotContain(changes.kind, part.kind))
    await organizations.update(db, id, changes)
    subject(`${kindWords[changes.kind]} ${changes.name}`)
    return { id }
  },

  dissolve,

  async appoint({ db, subject }, post) {
    const organization = await standingOrganization(db, post.organizationId)
    const member = (await members.find(db, post.memberId)) ?? refuse('members.notFound')
    subject(`${member.name} ${organization.name}${postWords[post.title]}`)
    return { id: await organizations.insertPost(db, post) }
  },

  async relieve({ db, subject }, { postId, untilDay }) {
    const post = (await organizations.findPost(db, postId)) ?? refuse('organizations.postNotFound')
    if (untilDay < post.fromDay) refuse('organizations.postEndsBeforeStart')
    await organizations.endPost(db, postId, untilDay)
    subject(`${post.memberName} ${postWords[post.title]}`)
    return { id: postId }
  },
}
