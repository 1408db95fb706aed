import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createBytes } from '../../main/core/bytes.ts'
import { connectBridge } from '../../main/electron/bridge.ts'
import { electronDesk } from '../../main/electron/desk.ts'
import { guardContents, guardSession } from '../../main/electron/guards.ts'
import { openingFrom } from '../../main/electron/opening.ts'
import { servePages } from '../../main/electron/protocol.ts'
import { utilitySide } from '../../main/electron/side-process.ts'
import { start } from '../../main/electron/start.ts'
import { unpacked } from '../../main/electron/unpacked.ts'
import { openWindow } from '../../main/electron/window.ts'
import { recallWindow, rememberWindow } from '../../main/electron/window-state.ts'
import type { Reply } from '../../shared/kit/refusal.ts'
import { echoCore } from './echo-core.ts'
import { recordedElectron } from './recorded-electron.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), '桌面 🙂-'))
  vi.stubEnv('ZHIBU_TAIZHANG_HOME', folder)
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
})

/** 起一个外壳（electron 是替身，核心是真的），等窗口开好。 */
async function started(argv: string[] = []) {
  const recorded = recordedElectron({ folder })
  vi.stubGlobal('process', Object.assign(Object.create(process), { argv: ['支部台账', ...argv] }))
  start(recorded.electron)
  await vi.waitFor(() => expect(recorded.seen.windows).toHaveLength(1))
  vi.unstubAllGlobals()
  const frame = recorded.windows[0]!.webContents.mainFrame
  const send = async (path: string, input: unknown = {}) =>
    (await recorded.seen.handlers.get('ledger')?.({ sender: recorded.windows[0]!.webContents, senderFrame: frame }, path, input)) as Reply
  return { ...recorded, send }
}

const quit = async ({ electron, events }: Awaited<ReturnType<typeof started>>) => {
  const gone = new Promise((resolve) => events.once('gone', resolve))
  electron.app.quit()
  await gone
}

const newLedger = (path: string) => ({ name: '春晖支部', path, actor: { name: '李明', post: '书记' } })

describe('桌面外壳', () => {
  test('自己的 app:// 在就绪之前登记，全部进程进沙箱，页面从 app://ledger/ 来', async () => {
    const shell = await started()
    expect(shell.seen.schemes).toEqual([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
    ])
    expect(shell.seen.order).toEqual(['enableSandbox', 'scheme', 'ready'])
    expect(shell.seen.windows[0]?.loaded).toEqual(['app://ledger/'])
    expect([...shell.seen.handlers.keys()]).toEqual(['ledger'])
    await quit(shell)
  })

  test('已经开着一个，第二个自己退出，不开窗', () => {
    const { electron, seen } = recordedElectron({ folder, locked: false })
    start(electron)
    expect(seen.quits).toBe(1)
    expect(seen.windows).toEqual([])
    expect(seen.handlers.size).toBe(0)
  })

  test('窗口里的页面碰不到 Node', () => {
    const { electron, seen } = recordedElectron({ folder })
    openWindow(electron, { preload: '/p.cjs', stateFile: join(folder, '窗口.json') })
    expect(seen.windows[0]?.options.webPreferences).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
    })
  })

  test('退出之前关好台账：锁文件没了，然后才真的退出', async () => {
    const shell = await started()
    const path = join(folder, '春晖.taizhang')
    expect(await shell.send('files.create', newLedger(path))).toMatchObject({ ok: true })
    expect(existsSync(`${path}.lock`)).toBe(true)
    await quit(shell)
    expect(existsSync(`${path}.lock`)).toBe(false)
  })

  test('双击台账文件：启动时、已经开着时、macOS 的 open-file 都打开它；打不开的说一句', async () => {
    const path = join(folder, '春晖 🙂.taizhang')
    const first = await started()
    await first.send('files.create', newLedger(path))
    await quit(first)

    const shell = await started([path])
    const current = async () => ((await shell.send('files.current')) as { value: { path: string } | null }).value?.path
    expect(await current()).toBe(path)
    await shell.send('files.close')
    shell.events.emit('second-instance', {}, ['支部台账', '春晖 🙂.taizhang'], folder)
    await vi.waitFor(async () => expect(await current()).toBe(path))
    await shell.send('files.close')
    shell.events.emit('open-file', { preventDefault: () => {} }, path)
    await vi.waitFor(async () => expect(await current()).toBe(path))
    await vi.waitFor(() => expect(shell.seen.windows[0]?.reloads).toBe(2))
    shell.events.emit('open-file', { preventDefault: () => {} }, join(folder, '没有.taizhang'))
    await vi.waitFor(() => expect(shell.seen.messages).toEqual([expect.stringContaining('找不到文件')]))
    await quit(shell)
  })
})

describe('唯一的 IPC', () => {
  test('只答复自己窗口的最外层页面', async () => {
    const { electron, seen } = recordedElectron({ folder })
    const core = echoCore()
    const mainFrame = { url: 'app://ledger/#/members' }
    const contents = { mainFrame } as never
    connectBridge(electron, core, () => contents)
    const ask = seen.handlers.get('ledger')!
    expect(await ask({ sender: contents, senderFrame: mainFrame }, 'members.find', { text: 'zs' })).toEqual({
      ok: true,
      value: { path: 'members.find', input: { text: 'zs' } },
    })
    const strangers = [
      { sender: contents, senderFrame: { url: 'app://ledger/' } },
      { sender: contents, senderFrame: null },
      { sender: { mainFrame }, senderFrame: mainFrame },
    ]
    for (const event of strangers) expect(() => ask(event, 'members.find', {})).toThrow('没有答复')
    mainFrame.url = 'https://evil.example/app://ledger/'
    expect(() => ask({ sender: contents, senderFrame: mainFrame }, 'members.find', {})).toThrow('没有答复')
    expect(core.calls).toHaveLength(1)
  })

  test('预载脚本只交出一个 send，走的就是那一条线', async () => {
    const exposed: Record<string, { send(path: string, input: unknown, of?: string): unknown }> = {}
    const invoked: unknown[][] = []
    vi.doMock('electron', () => ({
      contextBridge: { exposeInMainWorld: (name: string, api: never) => void (exposed[name] = api) },
      ipcRenderer: { invoke: (...given: unknown[]) => void invoked.push(given) },
    }))
    await import('../../main/electron/preload.ts')
    vi.doUnmock('electron')
    expect(Object.keys(exposed)).toEqual(['bridge'])
    expect(Object.keys(exposed.bridge ?? {})).toEqual(['send'])
    exposed.bridge?.send('members.find', { text: 'zs' }, '/台账/一.taizhang')
    expect(invoked).toEqual([['ledger', 'members.find', { text: 'zs' }, '/台账/一.taizhang']])
  })
})

describe('守卫', () => {
  test('一切权限都不给', () => {
    const { electron, seen } = recordedElectron({ folder })
    guardSession(electron)
    for (const permission of ['media', 'geolocation', 'notifications', 'clipboard-read', 'openExternal', 'unknown'] as const) {
      const answers: boolean[] = []
      seen.permission.request!(...([{}, permission, (granted: boolean) => answers.push(granted)] as never[]))
      expect(answers).toEqual([false])
      expect(seen.permission.check!(...([null, permission] as never[]))).toBe(false)
    }
    expect(seen.permission.device!(...([{}] as never[]))).toBe(false)
  })

  test.each([true, false])('网络请求全部拦下，只有自己的页面通行（打包 %s）', (packaged) => {
    const { electron, seen } = recordedElectron({ folder, packaged })
    guardSession(electron)
    const cancelled = (url: string) => {
      let cancel: boolean | undefined
      seen.permission.network!(...([{ url }, (answer: { cancel: boolean }) => void ({ cancel } = answer)] as never[]))
      return cancel
    }
    for (const url of [
      'https://example.com/',
      'http://127.0.0.1/',
      'ws://127.0.0.1/',
      'file:///etc/passwd',
      'app://evil/',
      'app://ledger.evil/',
      'blob:https://example.com/1',
      'ftp://x/',
    ]) {
      expect(cancelled(url), url).toBe(true)
    }
    for (const url of ['app://ledger/', 'app://ledger/assets/a.js', 'blob:app://ledger/1', 'data:image/png;base64,AA'])
      expect(cancelled(url), url).toBe(false)
    expect(cancelled('devtools://devtools/x.js')).toBe(packaged)
  })

  test('不下载、不换地址、不开新窗、不嵌网页', () => {
    const { electron, events, sessionEvents } = recordedElectron({ folder })
    guardSession(electron)
    guardContents(electron)
    const listeners = new Map<string, (event: object) => void>()
    let opening: ((details: object) => { action: string }) | undefined
    events.emit(
      'web-contents-created',
      {},
      {
        on: (event: string, listener: (event: object) => void) => listeners.set(event, listener),
        setWindowOpenHandler: (handler: never) => void (opening = handler),
      },
    )
    const prevented = (event: string, details: object = {}) => {
      const preventDefault = vi.fn()
      listeners.get(event)?.({ ...details, preventDefault })
      return preventDefault.mock.calls.length === 1
    }
    expect(opening?.({ url: 'app://ledger/' })).toEqual({ action: 'deny' })
    expect(prevented('will-navigate', { url: 'https://example.com/' })).toBe(true)
    expect(prevented('will-navigate', { url: 'app://ledger/' })).toBe(false)
    expect(prevented('will-frame-navigate', { url: 'app://ledger/', isMainFrame: false })).toBe(true)
    expect(prevented('will-redirect', { url: 'app://ledger/' })).toBe(true)
    expect(prevented('will-attach-webview')).toBe(true)
    const download = vi.fn()
    sessionEvents.emit('will-download', { preventDefault: download })
    expect(download).toHaveBeenCalledOnce()
  })
})

describe('app://ledger', () => {
  const serving = () => {
    const { electron, seen } = recordedElectron({ folder })
    const core = { bytes: createBytes() }
    writeFileSync(join(folder, 'index.html'), '<meta name="csp-nonce" content="__CSP_NONCE__">')
    servePages(electron, core, folder)
    const ask = async (url: string, init?: RequestInit, initiatorOrigin?: string) =>
      seen.serve!(Object.assign(new Request(url, init), initiatorOrigin === undefined ? {} : { initiatorOrigin }))
    return { core, ask }
  }

  test('页面带严格的 CSP 和一次一换的随机数', async () => {
    const { ask } = serving()
    const answer = await ask('app://ledger/')
    const nonce = /content="([^"]+)"/.exec(await answer.text())?.[1]
    expect(nonce).toMatch(/==$/)
    expect(answer.headers.get('content-security-policy')).toContain(
      `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonce}'`,
    )
  })

  test('别的主机、别的来处、走出文件夹的都不给', async () => {
    const { ask } = serving()
    expect((await ask('app://evil/')).status).toBe(403)
    expect((await ask('app://ledger/', {}, 'https://evil.example')).status).toBe(403)
    expect((await ask('app://ledger/', {}, 'app://ledger')).status).toBe(200)
    expect((await ask('app://ledger/..%2f..%2fetc/passwd.txt')).status).toBe(404)
    expect((await ask('app://ledger/', { method: 'POST' })).status).toBe(405)
  })

  test('凭票取一次、送一次', async () => {
    const { core, ask } = serving()
    const giving = core.bytes.offer({ name: '记录.pdf', bytes: Buffer.from('%PDF') })
    expect(await (await ask(`app://ledger/file/${giving}`)).text()).toBe('%PDF')
    expect((await ask(`app://ledger/file/${giving}`)).status).toBe(404)
    const taking = core.bytes.expect()
    expect((await ask(`app://ledger/file/${taking}`, { method: 'PUT', body: Buffer.from('名册') })).status).toBe(204)
    expect(Buffer.from(core.bytes.receive(taking) ?? []).toString()).toBe('名册')
    expect((await ask(`app://ledger/file/${taking}`, { method: 'PUT', body: 'x' })).status).toBe(404)
  })
})

describe('桌面', () => {
  const desk = () => {
    const { electron, seen } = recordedElectron({ folder })
    const bytes = createBytes()
    return { seen, bytes, desk: electronDesk({ electron, window: () => undefined, bytes: () => bytes }) }
  }

  test('挑文件：取消就是取消，选好了字节已在手', async () => {
    const { seen, bytes, desk: ours } = desk()
    expect(await ours.chooseFile(['.xlsx'])).toEqual({ kind: 'cancelled' })
    seen.answer.open = join(folder, '花名册.xlsx')
    writeFileSync(seen.answer.open, 'PK')
    const chosen = await ours.chooseFile(['.xlsx'])
    expect(chosen).toMatchObject({ kind: 'chosen', name: '花名册.xlsx', bytes: 2 })
    expect(chosen.kind === 'chosen' && bytes.held(chosen.file)?.name).toBe('花名册.xlsx')
  })

  test('保存：取消不留文件，选好了写完整', async () => {
    const { seen, desk: ours } = desk()
    const file = { name: '记录.pdf', bytes: Buffer.from('%PDF') }
    expect(await ours.save(file)).toEqual({ kind: 'cancelled' })
    seen.answer.save = join(folder, '上报 🙂.pdf')
    expect(await ours.save(file)).toEqual({ kind: 'saved', path: seen.answer.save })
    expect(readFileSync(seen.answer.save, 'utf8')).toBe('%PDF')
  })

  test('打印：用系统的阅读器打开一份临时的，退出时扔掉；没有阅读器就说一句', async () => {
    const { seen, desk: ours } = desk()
    await ours.print({ name: '签到表.pdf', bytes: Buffer.from('%PDF') })
    const [path = ''] = seen.opened
    expect(readFileSync(path, 'utf8')).toBe('%PDF')
    const crashed = join(folder, 'zhibu-taizhang-上回没有正常退出')
    mkdirSync(crashed)
    writeFileSync(join(crashed, '采集表.pdf'), '%PDF')
    await ours.tidy()
    expect([path, crashed].map(existsSync)).toEqual([false, false])
    seen.answer.viewer = 'no application'
    await expect(ours.print({ name: '签到表.pdf', bytes: Buffer.from('%PDF') })).rejects.toMatchObject({
      refusal: { code: 'documents.noViewer' },
    })
    await ours.tidy()
  })
})

describe('旁边的进程', () => {
  test('在压缩包外，堆 256 MB，不带环境变量，报得出内存，杀得掉', () => {
    const { electron, seen } = recordedElectron({ folder })
    const reader = utilitySide(electron, '/app/reader.mjs', '表格读取')
    const { script, options, child } = seen.forks[0]!
    expect(script).toBe('/app/reader.mjs')
    expect(options).toMatchObject({
      execArgv: expect.arrayContaining(['--max-old-space-size=256']),
      stdio: 'ignore',
      serviceName: '表格读取',
    })
    expect(Object.keys((options as { env: object }).env)).toEqual(process.env.SystemRoot ? ['SystemRoot'] : [])
    const heard: unknown[] = []
    reader.onMessage((message) => heard.push(message))
    reader.onExit((code) => heard.push(code))
    reader.post({ bytes: 1 })
    child.emit('message', { sheets: [] })
    child.emit('exit', 9)
    expect(child.posted).toEqual([{ bytes: 1 }])
    expect(heard).toEqual([{ sheets: [] }, 9])
    expect(reader.residentBytes()).toBe(1000 * 1024)
    reader.kill()
    expect(child.killed).toBe(true)
  })

  test('压缩包里的路径换成解开的那一份', () => {
    expect(unpacked('/opt/app.asar/out/main/reader.mjs')).toBe('/opt/app.asar.unpacked/out/main/reader.mjs')
    expect(unpacked('C:\\x\\app.asar\\out\\main\\reader.mjs')).toBe('C:\\x\\app.asar.unpacked\\out\\main\\reader.mjs')
    expect(unpacked('/src/out/main/reader.mjs')).toBe('/src/out/main/reader.mjs')
  })
})

describe('窗口与命令行', () => {
  const screens = [{ x: 0, y: 0, width: 1366, height: 728 }]
  const state = { bounds: { x: 40, y: 30, width: 1000, height: 600 }, maximized: true, zoom: 1.25 }

  test('记得上次的位置与缩放；拔掉的屏幕上的不算；写坏的当没有', () => {
    const path = join(folder, '设置 🙂', '窗口.json')
    expect(recallWindow(path, screens)).toEqual({ bounds: { width: 1366, height: 768 }, maximized: false, zoom: 1 })
    rememberWindow(path, state)
    expect(recallWindow(path, screens)).toEqual(state)
    expect(recallWindow(path, [{ x: 5000, y: 0, width: 1366, height: 728 }])).toEqual({ ...state, bounds: { width: 1000, height: 600 } })
    writeFileSync(path, '{"bounds":{"width":-1}}')
    expect(recallWindow(path, screens).zoom).toBe(1)
  })

  test('关窗时记下缩放，再开时用上', () => {
    const { electron, seen } = recordedElectron({ folder })
    const given = { preload: '/p.cjs', stateFile: join(folder, '窗口.json') }
    openWindow(electron, given)
    seen.windows[0]!.events.emit('close')
    openWindow(electron, given)
    seen.windows[1]!.events.emit('ready-to-show')
    expect(seen.windows[1]?.zooms).toEqual([1.25])
    expect(seen.windows[1]?.options).toMatchObject({ width: 1200, height: 700, x: 10, y: 20 })
  })

  test('从命令行认出台账文件', () => {
    expect(openingFrom(['程序', '/a b/一.taizhang'], '/x')).toEqual({ ledger: '/a b/一.taizhang', demo: false })
    expect(openingFrom(['程序', '--ledger', '二.taizhang', '--demo'], '/x')).toEqual({ ledger: '/x/二.taizhang', demo: true })
    expect(openingFrom(['程序', '--flag', 'a.xlsx'], '/x')).toEqual({ demo: false })
  })
})
