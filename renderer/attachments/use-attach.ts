import { useRef, useState } from 'react'
import type { AttachmentKind, attachments, Owner } from '../../shared/attachments/contract.ts'
import { mediaOf } from '../../shared/attachments/media.ts'
import { kindFor, whyCannotAttach, whyCannotStore } from '../../shared/attachments/rules.ts'
import { takenAt } from '../../shared/attachments/taken-at.ts'
import type { Given } from '../../shared/kit/procedure.ts'
import { Refused } from '../../shared/kit/refusal.ts'
import { app, bytesOf, uploadTicket } from '../app.ts'
import { sentenceOf, useAct } from '../kit/ask.ts'
import { say } from '../kit/say.ts'
import { shrink } from './shrink.ts'

type Item = Given<typeof attachments.attach>['items'][number]

/** 一份字节送进台账，得到指纹。 */
async function store(blob: Blob, name: string): Promise<string> {
  const { ticket } = await app.files.expect({})
  await uploadTicket(ticket, blob)
  const { file } = await app.files.received({ ticket, name })
  return (await app.attachments.store({ file })).hash
}

/** 一行放得下的文件名。 */
const plainName = (name: string) =>
  name
    .replace(/\p{Cc}/gu, ' ')
    .trim()
    .slice(-180) || '附件'

/** 准备一个文件：照片缩小、摆正；PDF 原样。收不下就抛出那句话。 */
async function prepared(file: File, archived: boolean, wanted: AttachmentKind | undefined): Promise<Item> {
  const name = plainName(file.name)
  const bytes = new Uint8Array(await bytesOf(file))
  const media = mediaOf(bytes)
  const refused = whyCannotStore({ name, bytes }) ?? (media && whyCannotAttach({ archived }, wanted ?? kindFor(media, { archived })))
  if (refused || !media) throw new Refused(refused ?? { code: 'attachments.unknownMedia', data: { name } })
  const kind = wanted ?? kindFor(media, { archived })
  if (media === 'application/pdf') return { hash: await store(file, name), kind, name }
  const { whole, small } = await shrink(file, name)
  const local = media === 'image/jpeg' ? takenAt(bytes) : undefined
  const taken = local ? new Date(local) : undefined
  return {
    hash: await store(whole, name),
    smallHash: await store(small, name),
    kind,
    // 重新画过就是 JPG 了
    name: media === 'image/jpeg' ? name : `${name.replace(/\.\w+$/, '')}.jpg`,
    takenAt: taken && !Number.isNaN(taken.getTime()) ? taken.toISOString() : null,
  }
}

/** 做到第几个。 */
export interface Progress {
  done: number
  all: number
}

/**
 * 添加几个文件：一个个缩小、存入，全部好了一步挂上；收不下的逐个说出为什么，别的照加。
 * @example const { add, progress, problems } = useAttach({ owner: 'meeting', ownerId: 7 }, archived)
 */
export function useAttach(here: Owner, archived: boolean) {
  const attach = useAct(app.attachments.attach, { quiet: true })
  const [progress, setProgress] = useState<Progress>()
  const [problems, setProblems] = useState<string[]>([])
  const stopped = useRef(false)

  const prepareAll = async (files: readonly File[], kind: AttachmentKind | undefined) => {
    const items: Item[] = []
    const refused: string[] = []
    for (const [done, file] of files.entries()) {
      if (stopped.current) break
      setProgress({ done, all: files.length })
      try {
        items.push(await prepared(file, archived, kind))
      } catch (error) {
        refused.push(sentenceOf(error))
      }
    }
    return { items, refused }
  }

  const add = async (files: readonly File[], kind?: AttachmentKind) => {
    if (files.length === 0 || progress) return
    stopped.current = false
    setProblems([])
    try {
      const { items, refused } = await prepareAll(files, kind)
      setProblems(refused)
      if (stopped.current || items.length === 0) return
      const answer = await attach.run({ ...here, items })
      if (!answer) return
      const same = answer.repeated.map(({ name, as }) => `“${name}”与已有的“${as}”一模一样，没有再添加。`)
      const used = answer.elsewhere.map(({ name, as }) => `“${name}”也用在${as}，请核对是不是这一次的。`)
      setProblems([...refused, ...same, ...used])
      say.done(`已添加 ${answer.ids.length} 份附件`)
    } finally {
      setProgress(undefined)
    }
  }
  const stop = () => {
    stopped.current = true
  }
  return { add, stop, progress, problems, refusal: attach.refusal }
}
