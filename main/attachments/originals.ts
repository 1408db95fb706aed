import { createHash } from 'node:crypto'
import { mediaOf } from '../../shared/attachments/media.ts'
import type { Reader } from '../core/services.ts'

/** 一份原件的指纹。 */
export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** 核对的发现：要修的，和只是告知的。 */
interface Found {
  findings: string[]
  notes: string[]
}

/** 用着这份原件的附件叫什么。 */
const namesOf = async (db: Reader, hash: string): Promise<string> =>
  (
    await db
      .selectFrom('attachment')
      .select('name')
      .where((eb) => eb.or([eb('hash', '=', hash), eb('smallHash', '=', hash)]))
      .execute()
  )
    .map(({ name }) => `“${name}”`)
    .join('、') || '没有附件在用'

/** 没有附件在用的原件：撤销添加、中途取消留下的，保留着以便恢复。 */
async function spare(db: Reader): Promise<string[]> {
  const sizes = await db
    .selectFrom('file')
    .select('size')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('attachment')
            .select('attachment.id')
            .where((eb) => eb.or([eb('attachment.hash', '=', eb.ref('file.hash')), eb('attachment.smallHash', '=', eb.ref('file.hash'))])),
        ),
      ),
    )
    .execute()
  if (sizes.length === 0) return []
  const megabytes = sizes.reduce((sum, { size }) => sum + size, 0) / 1024 / 1024
  return [`有 ${sizes.length} 份原件（${megabytes.toFixed(1)} MB）现在没有附件在用，是删除、撤销留下的，保留着以便恢复。`]
}

/**
 * 逐份核对原件：内容与指纹相符、开头认得出；一次只读一份，beat 在两份之间调用（报进度、听取消）。
 * @example (await checkOriginals(reader, async () => {})).findings //=> []
 */
export async function checkOriginals(db: Reader, beat: (done: number, all: number) => Promise<void>): Promise<Found> {
  const hashes = await db.selectFrom('file').select('hash').orderBy('hash').execute()
  const findings: string[] = []
  for (const [at, { hash }] of hashes.entries()) {
    await beat(at, hashes.length)
    const file = await db.selectFrom('file').select(['bytes', 'media']).where('hash', '=', hash).executeTakeFirst()
    const sound = file && hashOf(file.bytes) === hash && mediaOf(file.bytes) === file.media
    if (!sound) findings.push(`附件的原件 ${hash.slice(0, 8)}… 与它的指纹不符（${await namesOf(db, hash)}），请从备份里取回`)
  }
  return { findings, notes: await spare(db) }
}
