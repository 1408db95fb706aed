import type { Core } from '../core/core.ts'
import { handingOver } from '../shell/handing-over.ts'
import { findPage } from '../shell/pages.ts'
import { guardHeaders } from '../shell/policy.ts'
import { type Electron, isOurs, ORIGIN } from './electron.ts'

/** 要在 app 就绪之前登记。codeCache：脚本编译好的留到下次打开；文件名里带着内容的摘要，换了版本就不会用到旧的。 */
export const registerScheme = ({ protocol }: Pick<Electron, 'protocol'>) =>
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])

type Bytes = Pick<Core, 'bytes'>

/** app://ledger/ 下的页面与 file/<票>；别的主机名一概没有。 */
export function servePages({ protocol }: Pick<Electron, 'protocol'>, core: Bytes, pages: string): void {
  protocol.handle('app', (request) => answer(request, core, pages))
}

async function answer(request: Request, core: Bytes, pages: string): Promise<Response> {
  const initiator = (request as { initiatorOrigin?: string }).initiatorOrigin
  if (!isOurs(request.url) || (initiator !== undefined && initiator !== ORIGIN)) return plain(403)
  const path = new URL(request.url).pathname
  const ticket = /^\/file\/([^/]+)$/.exec(path)?.[1]
  if (ticket && request.method === 'PUT') return takeFile(request, core, ticket)
  if (request.method !== 'GET') return plain(405)
  if (ticket) return giveFile(core, ticket)
  const page = await findPage(pages, path)
  return page ? new Response(page.body as BodyInit, { headers: page.headers }) : plain(404)
}

function giveFile({ bytes }: Bytes, ticket: string): Response {
  const handed = bytes.collect(ticket)
  return handed ? new Response(handed.file.bytes as BodyInit, { headers: handingOver(handed) }) : plain(404)
}

async function takeFile(request: Request, { bytes }: Bytes, ticket: string): Promise<Response> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of request.body ?? []) {
    size += part.byteLength
    if (size > bytes.limit) return plain(413)
    parts.push(part)
  }
  return bytes.deliver(ticket, Buffer.concat(parts)) ? plain(204) : plain(404)
}

const plain = (status: number) => new Response(null, { status, headers: { ...guardHeaders, 'Cache-Control': 'no-store' } })
