import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { STANDING } from '../../shared/contract.ts'
import type { Core } from '../core/core.ts'
import { handingOver } from '../shell/handing-over.ts'
import { findPage } from '../shell/pages.ts'
import { guardHeaders } from '../shell/policy.ts'
import { readBody } from './body.ts'
import { hostIsOurs, type Turned, whyNotForReading, whyNotFromOurPage } from './defences.ts'
import { createDoor, type Door } from './door.ts'
import { inPieces } from './in-pieces.ts'
import { enterAgain, sentencePage } from './sentence-page.ts'

// import 会把这个模块的每一样都取一遍，连带装上用不着的联网的一套，启动慢三十毫秒
const { createServer } = process.getBuiltinModule('node:http')

const CALL_LIMIT = 8 * 1024 * 1024

/** 监听着的外壳。 */
export interface LocalServer {
  port: number
  /** 一个新的进门网址，只能用一次。 */
  address(): string
  close(): Promise<void>
}

interface Visit {
  request: IncomingMessage
  response: ServerResponse
  url: URL
  core: Pick<Core, 'call' | 'bytes'>
  pages: string
  door: Door
}

/**
 * 只在 127.0.0.1 上听；port 为 0 时由系统挑一个空的。
 * @example (await listen({ core, pages: 'out/renderer', port: 0 })).address() //=> 'http://127.0.0.1:40123/enter?token=…'
 */
export async function listen({ core, pages, port: wanted }: { core: Visit['core']; pages: string; port: number }): Promise<LocalServer> {
  let door: Door | undefined
  let port = wanted
  const server = createServer((request, response) => {
    if (!door || !hostIsOurs(request.headers.host, port)) return turn(response, { status: 403, sentence: '地址不对，没有答复。' })
    const url = URL.parse(request.url ?? '/', `http://127.0.0.1:${port}`)
    if (!url) return turn(response, { status: 400, sentence: '地址不对，没有答复。' })
    route({ request, response, url, core, pages, door }).catch(() => turn(response, { status: 500, sentence: '没有答复成，请再试一次。' }))
  })
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(wanted, '127.0.0.1', resolve))
  const bound = server.address()
  if (bound === null || typeof bound === 'string') throw new Error('no port')
  port = bound.port
  const opened = createDoor(port)
  door = opened
  return { port, address: () => `http://127.0.0.1:${port}/enter?token=${opened.newToken()}`, close: () => closed(server) }
}

async function route(visit: Visit): Promise<void> {
  const { request, response, url, door } = visit
  const [, place = '', ...rest] = url.pathname.split('/')
  if (place === 'enter' && request.method === 'GET') return enter(visit)
  if (!door.admits(request.headers.cookie)) return stranger(visit, place)
  const name = rest.join('/')
  if (place === 'call') return request.method === 'POST' ? answerCall(visit, name) : wrongMethod(response, 'POST')
  if (place === 'file' && request.method === 'PUT') return takeFile(visit, name)
  if (request.method !== 'GET') return wrongMethod(response, 'GET')
  const turned = whyNotForReading(request.headers)
  if (turned) return turn(response, turned)
  return place === 'file' ? giveFile(visit, name) : givePage(visit)
}

function enter({ response, url, door }: Visit): void {
  const cookie = door.enter(url.searchParams.get('token') ?? '')
  if (!cookie) return say(response, 403, sentencePage(enterAgain))
  response.writeHead(303, { ...guardHeaders, Location: '/', 'Set-Cookie': cookie, 'Cache-Control': 'no-store' }).end()
}

/** 没有 cookie：页面给一句话，别的只给状态。从别的网页点进来的第一次没带 cookie，请浏览器自己再来一次。 */
function stranger({ request, response }: Visit, place: string): void {
  if (request.method !== 'GET' || place === 'call' || place === 'file') return turn(response, { status: 401, sentence: enterAgain })
  const again = request.headers['sec-fetch-site'] === 'cross-site' && request.headers['sec-fetch-mode'] === 'navigate'
  say(response, 403, sentencePage(enterAgain, { again }))
}

async function answerCall({ request, response, core }: Visit, path: string): Promise<void> {
  const turned = whyNotFromOurPage(request.headers, 'application/json')
  if (turned) return turn(response, turned)
  const body = await readBody(request, CALL_LIMIT)
  if (!body) return turn(response, { status: 413, sentence: '填写的内容太长，没有接收。' })
  let input: unknown
  try {
    input = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
  } catch {
    return turn(response, { status: 400, sentence: '内容不是 JSON，没有接收。' })
  }
  const reply = await core.call(path, input, standingIn(request))
  response.writeHead(200, { ...guardHeaders, 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' })
  // 没取完就断开的，不必再说什么
  await pipeline(Readable.from(inPieces(reply)), response).catch(() => undefined)
}

/** 页面站在哪本台账上（头里只能有 ASCII，路径编了码）；没有说，就是现在开着的那一本。 */
const standingIn = ({ headers }: IncomingMessage): string | undefined => {
  const written = headers[STANDING]
  return typeof written === 'string' ? decodeURIComponent(written) : undefined
}

async function takeFile({ request, response, core }: Visit, ticket: string): Promise<void> {
  const turned = whyNotFromOurPage(request.headers, 'application/octet-stream')
  if (turned) return turn(response, turned)
  const body = await readBody(request, core.bytes.limit)
  if (!body) return turn(response, { status: 413, sentence: `文件超过 ${core.bytes.limit / 1024 / 1024} MB，没有接收。` })
  if (!core.bytes.deliver(ticket, body)) return turn(response, ticketGone)
  response.writeHead(204, guardHeaders).end()
}

function giveFile({ response, core }: Visit, ticket: string): void {
  const handed = core.bytes.collect(ticket)
  if (!handed) return say(response, 404, sentencePage(ticketGone.sentence))
  response.writeHead(200, handingOver(handed)).end(handed.file.bytes)
}

async function givePage({ response, url, pages }: Visit): Promise<void> {
  const page = await findPage(pages, url.pathname)
  if (!page) return turn(response, { status: 404, sentence: '没有这一页。' })
  response.writeHead(200, page.headers).end(page.body)
}

const ticketGone: Turned = { status: 404, sentence: '这个文件已经取走或已过期，请回到软件里重新制作或重新选择。' }

const wrongMethod = (response: ServerResponse, allowed: string) => {
  response.setHeader('Allow', allowed)
  turn(response, { status: 405, sentence: '这里不这样用。' })
}

/** 不答复的请求：一句话，并断开连接（没读完的内容不再读）。 */
function turn(response: ServerResponse, { status, sentence }: Turned): void {
  if (response.headersSent) return void response.destroy()
  response
    .writeHead(status, { ...guardHeaders, 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store', Connection: 'close' })
    .end(sentence)
}

const say = (response: ServerResponse, status: number, page: ReturnType<typeof sentencePage>) =>
  void response.writeHead(status, page.headers).end(page.body)

const closed = (server: Server) =>
  new Promise<void>((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
