import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { type IncomingHttpHeaders, request } from 'node:http'
import { connect } from 'node:net'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { inPieces } from '../../main/browser/in-pieces.ts'
import { type LocalServer, listen } from '../../main/browser/server.ts'
import type { Reply } from '../../shared/kit/refusal.ts'
import { refusal } from '../../shared/refusals.ts'
import { echoCore } from './echo-core.ts'

const pages = mkdtempSync(join(tmpdir(), '界面 🙂-'))
const index = '<!doctype html><html><head><meta name="csp-nonce" content="__CSP_NONCE__"></head><body>台账</body></html>'

let core: ReturnType<typeof echoCore>
let server: LocalServer
let cookie: string

interface Answer {
  status: number
  headers: IncomingHttpHeaders
  body: Buffer
}

/** 一个完全由测试写明头部的请求；路径原样送出，不替人整理。 */
function ask(
  path: string,
  { method = 'GET', headers = {}, body }: { method?: string; headers?: Record<string, string>; body?: string | Buffer } = {},
) {
  return new Promise<Answer>((resolve, reject) => {
    const sent = request(
      { host: '127.0.0.1', port: server.port, path, method, headers: { Host: `127.0.0.1:${server.port}`, ...headers }, agent: false },
      (response) => {
        const parts: Buffer[] = []
        response.on('data', (part) => parts.push(part))
        response.on('error', reject)
        response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }))
      },
    )
    sent.on('error', reject)
    sent.end(body)
  })
}

const origin = () => `http://127.0.0.1:${server.port}`
const ours = () => ({ Cookie: cookie, Origin: origin(), 'Sec-Fetch-Site': 'same-origin' })
const call = (headers: Record<string, string> = {}, body: string | Buffer = '{"text":"zs"}', path = '/call/members.find') =>
  ask(path, { method: 'POST', headers: { ...ours(), 'Content-Type': 'application/json', ...headers }, body })
const put = (ticket: string, body: Buffer, headers: Record<string, string> = {}) =>
  ask(`/file/${ticket}`, { method: 'PUT', headers: { ...ours(), 'Content-Type': 'application/octet-stream', ...headers }, body })
const get = (path: string, headers: Record<string, string> = {}) => ask(path, { headers: { Cookie: cookie, ...headers } })

beforeAll(() => {
  mkdirSync(join(pages, 'assets'))
  writeFileSync(join(pages, 'index.html'), index)
  writeFileSync(join(pages, 'assets/a-1b2c.js'), 'console.log(1)')
  writeFileSync(join(pages, '..', '门外的文件.txt'), '不该看到')
})
afterAll(() => {
  rmSync(pages, { recursive: true })
  rmSync(join(pages, '..', '门外的文件.txt'))
})
beforeEach(async () => {
  core = echoCore()
  server = await listen({ core, pages, port: 0 })
  const entered = await ask(new URL(server.address()).pathname + new URL(server.address()).search)
  cookie = String(entered.headers['set-cookie']?.[0]).split(';')[0] ?? ''
})
afterEach(() => server.close())

describe('进门', () => {
  test('网址里的口令换来一枚 HttpOnly、SameSite=Strict 的 cookie，随即转到干净的网址', async () => {
    const { pathname, search } = new URL(server.address())
    const entered = await ask(pathname + search)
    expect(entered.status).toBe(303)
    expect(entered.headers.location).toBe('/')
    expect(entered.headers['set-cookie']).toEqual([expect.stringMatching(/^ledger-\d+=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/)])
  })

  test('口令只能用一次，第二次得到一句话：回终端按回车取新地址', async () => {
    const { pathname, search } = new URL(server.address())
    await ask(pathname + search)
    const again = await ask(pathname + search)
    expect(again.status).toBe(403)
    expect(again.headers['set-cookie']).toBeUndefined()
    expect(again.body.toString()).toContain('按一下回车键')
  })

  test('取了新地址，没用过的旧地址作废', async () => {
    const old = new URL(server.address())
    const fresh = new URL(server.address())
    expect((await ask(old.pathname + old.search)).status).toBe(403)
    expect((await ask(fresh.pathname + fresh.search)).status).toBe(303)
  })

  test.each(['/', '/assets/a-1b2c.js', '/file/x'])('没有 cookie 打不开 %s', async (path) => {
    const { status, body } = await ask(path)
    expect([401, 403]).toContain(status)
    expect(body.toString()).not.toContain('console.log')
  })

  test('没有 cookie 不能调用，核心没有被碰到', async () => {
    const { status } = await call({ Cookie: '' })
    expect(status).toBe(401)
    expect(core.calls).toEqual([])
  })

  test('猜的 cookie 不算', async () => {
    const name = cookie.split('=')[0]
    expect((await call({ Cookie: `${name}=${'A'.repeat(43)}` })).status).toBe(401)
    expect((await call({ Cookie: `${name}=` })).status).toBe(401)
    expect((await call({ Cookie: `other=1; ${cookie}` })).status).toBe(200)
  })

  test('从别的网页点进来、cookie 没带上时，页面自己再来一次', async () => {
    const { body } = await ask('/', { headers: { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'navigate' } })
    expect(body.toString()).toContain('http-equiv="refresh" content="0;url=/"')
  })
})

describe('只答复自己的页面', () => {
  test('只在本机回环上听，局域网里连不上', async () => {
    const outside = Object.values(networkInterfaces())
      .flat()
      .find((one) => one && !one.internal && one.family === 'IPv4')?.address
    const reached = (host: string) =>
      new Promise<boolean>((resolve) => {
        const socket = connect(server.port, host, () => resolve(socket.destroy() && true)).once('error', () => resolve(false))
      })
    expect(await reached('127.0.0.1')).toBe(true)
    expect(outside ? await reached(outside) : false).toBe(false)
  })

  test.each(['evil.example', 'evil.example:80', '127.0.0.1', '127.0.0.1:1', 'localhost.evil.example'])(
    'Host 是 %s 就不答复',
    async (host) => {
      expect((await call({ Host: host })).status).toBe(403)
      expect((await get('/', { Host: host })).status).toBe(403)
      expect(core.calls).toEqual([])
    },
  )

  test('localhost 与 127.0.0.1 都是自己', async () => {
    const host = `localhost:${server.port}`
    expect((await call({ Host: host, Origin: `http://${host}` })).status).toBe(200)
  })

  test.each(['http://evil.example', 'null', 'https://127.0.0.1', 'http://127.0.0.1:1', ''])('Origin 是“%s”就不答复', async (given) => {
    expect((await call({ Origin: given })).status).toBe(403)
    expect((await put(core.bytes.expect(), Buffer.from('x'), { Origin: given })).status).toBe(403)
    expect(core.calls).toEqual([])
  })

  test('没有 Origin 的调用不答复', async () => {
    const { status } = await ask('/call/members.find', {
      method: 'POST',
      headers: { Cookie: cookie, 'Content-Type': 'application/json' },
      body: '{}',
    })
    expect(status).toBe(403)
  })

  test('浏览器说请求来自别的站，就不答复', async () => {
    expect((await call({ 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403)
    expect((await call({ 'Sec-Fetch-Site': 'same-site' })).status).toBe(403)
    expect((await get('/assets/a-1b2c.js', { 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403)
    const ticket = core.bytes.offer({ name: '记录.pdf', bytes: Buffer.from('%PDF') })
    expect((await get(`/file/${ticket}`, { 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403)
    expect((await get(`/file/${ticket}`)).status).toBe(200)
  })

  test('从不开放跨域', async () => {
    const preflight = await ask('/call/members.find', {
      method: 'OPTIONS',
      headers: { Origin: 'http://evil.example', 'Access-Control-Request-Method': 'POST' },
    })
    for (const { headers } of [preflight, await call(), await get('/')]) {
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([])
    }
    expect(preflight.status).toBeGreaterThanOrEqual(400)
  })
})

describe('调用过程', () => {
  test('JSON 进，JSON 出', async () => {
    const { status, headers, body } = await call()
    expect(status).toBe(200)
    expect(headers['content-type']).toBe('application/json; charset=utf-8')
    expect(headers['cache-control']).toBe('no-store')
    expect(JSON.parse(body.toString())).toEqual({ ok: true, value: { path: 'members.find', input: { text: 'zs' } } })
  })

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', ''])('内容类型是“%s”就不收', async (type) => {
    expect((await call({ 'Content-Type': type })).status).toBe(415)
    expect(core.calls).toEqual([])
  })

  test('只收 POST', async () => {
    const { status, headers } = await get('/call/members.find')
    expect(status).toBe(405)
    expect(headers.allow).toBe('POST')
  })

  test('不是 JSON、不是 UTF-8 的内容不收', async () => {
    expect((await call({}, '{text}')).status).toBe(400)
    expect((await call({}, Buffer.from([0x22, 0xff, 0x22]))).status).toBe(400)
    expect(core.calls).toEqual([])
  })

  test('超过 8 MB 的内容不收，说了有多长的不读，没说的读到头就停', async () => {
    const big = Buffer.alloc(8 * 1024 * 1024 + 1, 0x20)
    const refused = async (headers: Record<string, string>) =>
      call(headers, big).then(
        ({ status }) => status,
        () => 413,
      )
    expect(await refused({})).toBe(413)
    expect(await refused({ 'Transfer-Encoding': 'chunked' })).toBe(413)
    expect(core.calls).toEqual([])
  })
})

describe('长的答复分段送', () => {
  test('不论几行，合起来一字不差；几千行也没有一段拼成整串', () => {
    for (const rows of [0, 1, 249, 250, 251, 500, 1001]) {
      const reply: Reply = { ok: true, value: Array.from({ length: rows }, (_, id) => ({ id, name: `“${id}”号\n`, note: undefined })) }
      expect([...inPieces(reply)].join('')).toBe(JSON.stringify(reply))
    }
    const whole = { ok: true, value: Array.from({ length: 5000 }, (_, id) => ({ id })) } as const
    expect(Math.max(...[...inPieces(whole)].map(({ length }) => length))).toBeLessThan(JSON.stringify(whole).length / 10)
  })

  test('不是名单的、说“不”的，照样是一整句', () => {
    for (const reply of [
      { ok: true, value: null },
      { ok: true, value: { rows: [1, 2] } },
      { ok: false, refusal: refusal('core.noLedger') },
    ] as Reply[])
      expect([...inPieces(reply)]).toEqual([JSON.stringify(reply)])
  })
})

describe('取送文件', () => {
  test('凭票取一次，文件名是中文也对', async () => {
    const ticket = core.bytes.offer({ name: "6月 会议记录'(定).pdf", bytes: Buffer.from('%PDF-1.7') }, 'inline')
    const { status, headers, body } = await get(`/file/${ticket}`)
    expect(status).toBe(200)
    expect(body.toString()).toBe('%PDF-1.7')
    expect(headers['content-type']).toBe('application/pdf')
    const [, name = ''] = /^inline; filename\*=UTF-8''([\w.%-]+)$/.exec(String(headers['content-disposition'])) ?? []
    expect(decodeURIComponent(name)).toBe("6月 会议记录'(定).pdf")
    const again = await get(`/file/${ticket}`)
    expect(again.status).toBe(404)
    expect(again.body.toString()).toContain('已经取走')
  })

  test('不是 PDF 的一律当作字节下载，不会在浏览器里运行', async () => {
    const ticket = core.bytes.offer({ name: 'x.html', bytes: Buffer.from('<script>1</script>') }, 'inline')
    const { headers } = await get(`/file/${ticket}`)
    expect(headers['content-type']).toBe('application/octet-stream')
    expect(headers['content-disposition']).toMatch(/^attachment;/)
    expect(headers['x-content-type-options']).toBe('nosniff')
  })

  test('凭票送一次', async () => {
    const ticket = core.bytes.expect()
    const file = Buffer.from([0, 1, 2, 255])
    expect((await put(ticket, file)).status).toBe(204)
    expect(Buffer.from(core.bytes.receive(ticket) ?? [])).toEqual(file)
    expect((await put(ticket, file)).status).toBe(404)
  })

  test('取的票不能送，送的票不能取', async () => {
    const giving = core.bytes.offer({ name: 'a.xlsx', bytes: Buffer.from('a') })
    expect((await put(giving, Buffer.from('b'))).status).toBe(404)
    expect((await get(`/file/${core.bytes.expect()}`)).status).toBe(404)
    expect((await get(`/file/${giving}`)).body.toString()).toBe('a')
  })

  test('送文件只收 octet-stream', async () => {
    expect((await put(core.bytes.expect(), Buffer.from('x'), { 'Content-Type': 'text/plain' })).status).toBe(415)
  })

  test('超过 64 MB 的文件不收，票也没有用掉', async () => {
    const ticket = core.bytes.expect()
    const status = await put(ticket, Buffer.from('x'), { 'Content-Length': String(64 * 1024 * 1024 + 1) }).then(
      ({ status: code }) => code,
      () => 413,
    )
    expect(status).toBe(413)
    expect((await put(ticket, Buffer.from('x'))).status).toBe(204)
  })
})

describe('页面', () => {
  test('严格的 CSP，每次一个新的随机数，页面里写着同一个', async () => {
    const [one, two] = [await get('/'), await get('/')]
    const nonceOf = ({ body }: Answer) => /name="csp-nonce" content="([^"]+)"/.exec(body.toString())?.[1] ?? ''
    expect(nonceOf(one)).toMatch(/^[\w+/]{22}==$/)
    expect(nonceOf(one)).not.toBe(nonceOf(two))
    expect(one.headers['content-security-policy']).toBe(
      `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonceOf(one)}'; img-src 'self' blob: data:; font-src 'self'; connect-src 'self'; worker-src 'self' blob:; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`,
    )
    expect(one.headers).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    })
  })

  test('界面里的地址都给首页，文件给文件，没有的说没有', async () => {
    expect((await get('/members/3')).body.toString()).toContain('台账')
    expect((await get('/assets/a-1b2c.js')).headers['content-type']).toBe('text/javascript; charset=utf-8')
    expect((await get('/assets/b.js')).status).toBe(404)
  })

  test.each([
    '/../门外的文件.txt',
    '/..%2f门外的文件.txt',
    '/%2e%2e/%2e%2e/etc/passwd.txt',
    '/assets/..%5c..%5c门外的文件.txt',
    '/assets/%00.js',
    '//etc/passwd.txt',
    '/C:/Windows/win.ini',
    '/.git/config.txt',
    '/%',
  ])('走不出界面的文件夹：%s', async (path) => {
    const { status, body } = await get(encodeURI(path).replaceAll('%25', '%'))
    expect([400, 403, 404]).toContain(status)
    expect(body.toString()).not.toMatch(/不该看到|root:/)
  })

  test('只读的地方不收别的动作', async () => {
    for (const method of ['PUT', 'DELETE', 'PATCH']) expect((await ask('/', { method, headers: ours() })).status).toBe(405)
  })
})
