import type { Addition, Owner } from '../../shared/attachments/contract.ts'
import { mediaOf } from '../../shared/attachments/media.ts'
import { withoutRemarks } from '../../shared/attachments/metadata.ts'
import { canTurn, whyCannotAlter, whyCannotAttach, whyCannotStore } from '../../shared/attachments/rules.ts'
import { ownerWords } from '../../shared/attachments/words.ts'
import { refuse, refuseWhen } from '../core/refuse.ts'
import type { Reader, Service, TaskContext } from '../core/services.ts'
import { hashOf } from './originals.ts'
import { ownerOf } from './owners.ts'
import * as attachments from './repository.ts'

const existing = async (db: Reader, id: number) => (await attachments.find(db, id)) ?? refuse('attachments.notFound')

/** 要改的这一份，和它挂着的东西；归档时已有的不能动。 */
async function alterable(db: Reader, id: number) {
  const attachment = await existing(db, id)
  const owner = await ownerOf(db, attachment as Owner)
  refuseWhen(whyCannotAlter(owner, { afterArchive: attachment.afterArchive === 1 }))
  return { attachment, owner }
}

const counted = (subject: string, names: readonly string[]) => `${subject} ${names.length === 1 ? (names[0] ?? '') : `${names.length} 份`}`

/** 别处也挂着同一份：在哪里、叫什么。 */
async function elsewhereOf(db: Reader, item: Addition, here: Owner) {
  const others = (await attachments.withHash(db, item.hash)).filter(
    ({ owner, ownerId }) => owner !== here.owner || ownerId !== here.ownerId,
  )
  return Promise.all(
    others.map(async (other) => {
      const { subject } = await ownerOf(db, other as Owner)
      return { name: item.name, as: `${ownerWords[other.owner as Owner['owner']]}“${subject}”的“${other.name}”` }
    }),
  )
}

/** 打开着的台账里的一份原件；凭的是内容认出的种类，不信写着的。 */
async function original({ session }: TaskContext, id: number, small: boolean) {
  const { reader } = session.file ?? refuse('core.noLedger')
  const { hash, smallHash, name } = await existing(reader, id)
  const file = (await attachments.findFile(reader, (small && smallHash) || hash)) ?? refuse('attachments.notStored')
  return { name, bytes: file.bytes, media: mediaOf(file.bytes) ?? refuse('attachments.unknownMedia', { name }) }
}

export const attachmentsService: Service<'attachments'> = {
  list: async ({ db }, owner) => (await attachments.ofOwner(db, owner)).map(attachments.attachmentOf),

  async store({ bytes, session }, { file }) {
    const held = bytes.held(file) ?? refuse('files.goneHandle')
    refuseWhen(whyCannotStore(held))
    const media = mediaOf(held.bytes) ?? refuse('attachments.unknownMedia', held)
    const kept = withoutRemarks(media, held.bytes)
    const stored = { hash: hashOf(kept), media, size: kept.byteLength }
    await session.unrecorded((db) => attachments.keepFile(db, { ...stored, bytes: kept }))
    return stored
  },

  async attach({ db, now, subject }, { items, ...here }) {
    const owner = await ownerOf(db, here)
    const standing = new Map((await attachments.ofOwner(db, here)).map(({ hash, name }) => [hash, name]))
    const ids: number[] = []
    const repeated: { name: string; as: string }[] = []
    const elsewhere: { name: string; as: string }[] = []
    let ordinal = await attachments.lastOrdinal(db, here)
    for (const item of items) {
      refuseWhen(whyCannotAttach(owner, item.kind))
      for (const hash of [item.hash, item.smallHash]) if (hash && !(await attachments.hasFile(db, hash))) refuse('attachments.notStored')
      const same = standing.get(item.hash)
      if (same !== undefined) {
        repeated.push({ name: item.name, as: same })
        continue
      }
      elsewhere.push(...(await elsewhereOf(db, item, here)))
      ordinal += 1
      ids.push(await attachments.insert(db, here, { ...item, ordinal, addedAt: now, afterArchive: owner.archived }))
      standing.set(item.hash, item.name)
    }
    if (ids.length === 0) refuse('attachments.allRepeated', { names: repeated.map(({ name }) => `“${name}”`).join('、') })
    subject(
      counted(
        owner.subject,
        items.map(({ name }) => name),
      ),
    )
    return { ids, repeated, elsewhere }
  },

  async amend({ db, subject }, { id, ...change }) {
    const { owner } = await alterable(db, id)
    refuseWhen(whyCannotAttach(owner, change.kind))
    await attachments.update(db, id, change)
    subject(counted(owner.subject, [change.name]))
    return { id }
  },

  async turn({ db, subject }, { id, turn }) {
    const { attachment, owner } = await alterable(db, id)
    if (!canTurn(attachment.media)) refuse('attachments.cannotTurn')
    await attachments.update(db, id, { turn })
    subject(counted(owner.subject, [attachment.name]))
    return { id }
  },

  async arrange({ db, subject }, { ids, ...here }) {
    const owner = await ownerOf(db, here)
    const standing = await attachments.ofOwner(db, here)
    if (ids.length !== standing.length || standing.some(({ id }) => !ids.includes(id))) refuse('attachments.otherOrder')
    for (const [at, id] of ids.entries()) if (standing[at]?.id !== id) await attachments.update(db, id, { ordinal: at + 1 })
    subject(owner.subject)
    return {}
  },

  async remove({ db, subject }, { ids }) {
    const removed: string[] = []
    let where = ''
    for (const id of new Set(ids)) {
      const { attachment, owner } = await alterable(db, id)
      await attachments.remove(db, id)
      removed.push(attachment.name)
      where = owner.subject
    }
    subject(counted(where, removed))
    return {}
  },

  async open(context, { id, small }) {
    const { media, ...file } = await original(context, id, small)
    return { ticket: context.bytes.offer(file), media }
  },

  save: async (context, { id }) => context.ports.desk.save(await original(context, id, false)),
}
