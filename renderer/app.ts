import { createClient } from '../shared/client.ts'
import { type Client, procedureAt, type Send, STANDING } from '../shared/contract.ts'
import type { OpenLedger } from '../shared/files/contract.ts'
import { Refused, type Reply } from '../shared/kit/refusal.ts'
import { refusal } from '../shared/refusals.ts'
import { isLeaving } from './kit/leaving.ts'
import { noticeMoved, standingOn, standOn, tellOthers } from './kit/standing.ts'

declare global {
  interface Window {
    /** Electron 的预载脚本给的通道；浏览器里没有。 */
    bridge?: { send: Send }
  }
}

/** 页面关了还送得到的一问最多几个字（浏览器只收 64 KB，一个汉字三字节）。 */
const LAST_WORDS = 20_000

const post: Send = async (path, input, of) => {
  let answer: Response
  const body = JSON.stringify(input ?? {})
  try {
    answer = await fetch(`call/${path}`, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json', ...(of === undefined ? {} : { [STANDING]: encodeURIComponent(of) }) },
      body,
      keepalive: isLeaving() && body.length < LAST_WORDS,
    })
  } catch {
    return { ok: false, refusal: refusal('core.noAnswer') }
  }
  if (answer.status === 401 || answer.status === 403) return { ok: false, refusal: refusal('core.reopen') }
  try {
    return (await answer.json()) as Reply
  } catch {
    return { ok: false, refusal: refusal('core.noAnswer') }
  }
}

const viaBridge: Send = (...asked) => (window.bridge ? window.bridge.send(...asked) : post(...asked))

/** 在门口办的：不问这个窗口站在哪本台账上。 */
const atTheDoor = new Set(['files.current', 'files.open', 'files.create', 'files.createDemo', 'files.pick'])

/** 每一问都说明站在哪本台账上；自己换开的跟着走，换了、改了都知会别的窗口。 */
const asStanding: Send = async (path, input) => {
  const reply = await viaBridge(path, input, atTheDoor.has(path) ? undefined : standingOn())
  if (!reply.ok) {
    if (['core.otherLedger', 'core.noLedger'].includes(reply.refusal.code)) noticeMoved()
    return reply
  }
  const opened = path !== 'files.current' && atTheDoor.has(path) && (reply.value as OpenLedger | null)
  if (opened || path === 'files.close') {
    standOn(opened ? opened.path : undefined)
    tellOthers('moved')
  } else if (path === 'files.actAs' || procedureAt(path)?.kind === 'command') tellOthers('changed')
  return reply
}

const lanes = new Map<string, Promise<unknown>>()

/** 排在哪一队：命令一队，草稿的存与丢一队；只是问的不排。 */
const laneOf = (path: string) =>
  procedureAt(path)?.kind === 'command' ? 'commands' : /^drafts\.(keep|discard)$/.test(path) ? 'drafts' : undefined

/** 照按下的次序做：同一队里前一件答复了才发下一件。先按“全部到会”再按“确认召开”，路上谁快谁慢都是这个次序。 */
const inOrder: Send = (path, input) => {
  const lane = laneOf(path)
  if (!lane || isLeaving()) return asStanding(path, input)
  const mine = (lanes.get(lane) ?? Promise.resolve()).then(() => asStanding(path, input))
  lanes.set(
    lane,
    mine.catch(() => undefined),
  )
  return mine
}

/** 界面与核心之间唯一的门：`app.members.list({ organizationId: 1 })`；软件说“不”时抛 Refused。 */
export const app: Client = createClient(inOrder)

/** 凭票取一次字节（预览、下载）。票用过即废。 */
export async function fetchTicket(ticket: string): Promise<Uint8Array> {
  const answer = await fetch(`file/${encodeURIComponent(ticket)}`, { credentials: 'same-origin' })
  if (!answer.ok) throw new Error('文件已不在手边，请重新做一次。')
  return new Uint8Array(await answer.arrayBuffer())
}

/** 选好、拖来的文件的字节；文件夹、正被占用的、已经移走的读不出来，说一句。 */
export const bytesOf = (file: Blob): Promise<ArrayBuffer> =>
  file.arrayBuffer().catch(() => {
    const name = file instanceof File ? `“${file.name}”` : '这个文件'
    throw new Error(`${name}读不出来：是文件夹的，请打开它、选里面的文件；正在别的软件里开着或已经移走的，关上或放回来再试。`)
  })

/** 凭票把选好的文件送进去（≤ 64 MB），随后用 files.received 领取代号。 */
export async function uploadTicket(ticket: string, blob: Blob): Promise<void> {
  const answer = await fetch(`file/${encodeURIComponent(ticket)}`, {
    method: 'PUT',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/octet-stream' },
    body: blob,
  }).catch(async () => {
    await bytesOf(blob)
    throw new Refused(refusal('core.noAnswer'))
  })
  if (!answer.ok) throw new Error(answer.status === 413 ? '文件超过 64 MB，没有读取。' : '文件没有送到，请重新选择一次。')
}
