import { EventEmitter } from 'node:events'
import type { BrowserWindow, BrowserWindowConstructorOptions, CustomScheme, MessageBoxOptions, WebContents } from 'electron'
import type { Electron } from '../../main/electron/electron.ts'

type Parts = { [K in keyof Electron]?: Partial<Electron[K]> }
type Listener = (...given: never[]) => unknown

/**
 * electron 的替身：照样收下、记下，什么也不打开。每一部分都由 electron 自己的类型判对错。
 * 真的窗口没有在这里开过，那要 npm run smoke:electron。
 */
export function recordedElectron({ folder, locked = true, packaged = true }: { folder: string; locked?: boolean; packaged?: boolean }) {
  const events = new EventEmitter()
  const sessionEvents = new EventEmitter()
  const on = (emitter: EventEmitter) => ((event: string, listener: Listener) => emitter.on(event, listener as never)) as never
  const seen = {
    switches: [] as string[],
    schemes: [] as CustomScheme[],
    quits: 0,
    windows: [] as { options: BrowserWindowConstructorOptions; loaded: string[]; zooms: number[]; reloads: number; events: EventEmitter }[],
    messages: [] as string[],
    opened: [] as string[],
    forks: [] as { script: string; options: unknown; child: EventEmitter & { killed: boolean; posted: unknown[] } }[],
    handlers: new Map<string, (...given: unknown[]) => unknown>(),
    serve: undefined as ((request: Request) => Response | Promise<Response>) | undefined,
    permission: {} as Record<string, (...given: never[]) => unknown>,
    order: [] as string[],
    /** 下一次系统对话框的回答。 */
    answer: { open: undefined as string | undefined, save: undefined as string | undefined, viewer: '' },
  }

  const app = {
    isPackaged: packaged,
    enableSandbox: () => void seen.order.push('enableSandbox'),
    requestSingleInstanceLock: () => locked,
    quit: () => {
      seen.quits += 1
      let prevented = false
      events.emit('before-quit', { preventDefault: () => void (prevented = true) })
      if (!prevented) events.emit('gone')
    },
    whenReady: async () => void seen.order.push('ready'),
    getPath: () => folder,
    getAppMetrics: () => [{ pid: 77, memory: { workingSetSize: 1000, peakWorkingSetSize: 2000 } }] as never,
    commandLine: { appendSwitch: (name: string) => void seen.switches.push(name) } as never,
    on: on(events),
  } satisfies Partial<Electron['app']>

  class Window {
    static made: Window[] = []
    webContents = {
      mainFrame: { url: 'app://ledger/' },
      setZoomFactor: (zoom: number) => void this.record.zooms.push(zoom),
      getZoomFactor: () => 1.25,
      reload: () => void (this.record.reloads += 1),
    } as unknown as WebContents
    record: (typeof seen.windows)[number]
    constructor(options: BrowserWindowConstructorOptions) {
      this.record = { options, loaded: [], zooms: [], reloads: 0, events: new EventEmitter() }
      seen.windows.push(this.record)
      Window.made.push(this)
    }
    on = (event: string, listener: Listener) => this.record.events.on(event, listener as never)
    once = this.on
    loadURL = async (url: string) => void this.record.loaded.push(url)
    show = () => {}
    focus = () => {}
    restore = () => {}
    maximize = () => {}
    isMinimized = () => false
    isMaximized = () => false
    getNormalBounds = () => ({ x: 10, y: 20, width: 1200, height: 700 })
  }

  const electron = {
    app,
    BrowserWindow: Window as unknown as typeof BrowserWindow,
    dialog: {
      showMessageBox: (async ({ message }: MessageBoxOptions) => {
        seen.messages.push(message)
        return { response: 0, checkboxChecked: false }
      }) as never,
      showOpenDialog: (async () => ({ canceled: !seen.answer.open, filePaths: seen.answer.open ? [seen.answer.open] : [] })) as never,
      showSaveDialog: (async () => ({ canceled: !seen.answer.save, filePath: seen.answer.save ?? '' })) as never,
    },
    ipcMain: { handle: (channel, listener) => void seen.handlers.set(channel, listener as never) },
    Menu: { buildFromTemplate: (template) => template as never, setApplicationMenu: () => {} },
    protocol: {
      registerSchemesAsPrivileged: (schemes) => {
        seen.order.push('scheme')
        seen.schemes.push(...schemes)
      },
      handle: (_scheme, handler) => void (seen.serve = handler),
    },
    screen: { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1366, height: 728 } }] as never },
    session: {
      defaultSession: {
        setPermissionRequestHandler: (handler) => void (seen.permission.request = handler as never),
        setPermissionCheckHandler: (handler) => void (seen.permission.check = handler as never),
        setDevicePermissionHandler: (handler) => void (seen.permission.device = handler as never),
        setDisplayMediaRequestHandler: (handler) => void (seen.permission.display = handler as never),
        setSpellCheckerEnabled: () => {},
        webRequest: { onBeforeRequest: (listener: unknown) => void (seen.permission.network = listener as never) } as never,
        on: on(sessionEvents),
      } satisfies Partial<Electron['session']['defaultSession']> as never,
    },
    shell: {
      openPath: async (path) => {
        seen.opened.push(path)
        return seen.answer.viewer
      },
    },
    utilityProcess: {
      fork: ((script: string, _args: string[], options: unknown) => {
        const child = Object.assign(new EventEmitter(), {
          pid: 77,
          killed: false,
          posted: [] as unknown[],
          postMessage: (message: unknown) => void child.posted.push(message),
          kill: () => (child.killed = true),
        })
        seen.forks.push({ script, options, child })
        return child
      }) as never,
    } as Partial<Electron['utilityProcess']>,
  } satisfies Parts

  return { electron: electron as unknown as Electron, seen, events, sessionEvents, windows: Window.made }
}
