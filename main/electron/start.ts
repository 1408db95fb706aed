import { join } from 'node:path'
import type { BrowserWindow } from 'electron'
import { explain } from '../../shared/refusals.ts'
import { type Core, createCore } from '../core/core.ts'
import { standardPlaces } from '../core/places.ts'
import type { Ports } from '../core/ports.ts'
import { startPaperWorker } from '../documents/node-worker.ts'
import { machinePorts } from '../shell/machine.ts'
import { connectBridge } from './bridge.ts'
import { type ElectronDesk, electronDesk } from './desk.ts'
import type { Electron } from './electron.ts'
import { guardContents, guardSession, quietSwitches } from './guards.ts'
import { setMenu } from './menu.ts'
import { type Opening, openingFrom } from './opening.ts'
import { registerScheme, servePages } from './protocol.ts'
import { utilitySide } from './side-process.ts'
import { unpacked } from './unpacked.ts'
import { openWindow } from './window.ts'

/** 生成之后各文件的位置，都在 out/ 里。 */
const built = {
  pages: join(import.meta.dirname, '../renderer'),
  preload: join(import.meta.dirname, '../preload/preload.cjs'),
  reader: unpacked(join(import.meta.dirname, 'reader.mjs')),
  checker: unpacked(join(import.meta.dirname, 'checker.mjs')),
  paperWorker: unpacked(join(import.meta.dirname, 'paper-worker.mjs')),
}

/** 桌面外壳：登记、守卫、开窗；同一时间只有一个。 */
export function start(electron: Electron): void {
  const { app } = electron
  quietSwitches(electron)
  registerScheme(electron)
  if (!app.requestSingleInstanceLock()) return app.quit()
  guardContents(electron)

  let window: BrowserWindow | undefined
  const desk = electronDesk({ electron, window: () => window, bytes: () => core.bytes })
  const core: Core = createCore(portsFor(electron, desk))
  const show = (opening: Opening) => void openLedger(electron, core, opening, () => window)

  // macOS 上双击文件可能早于就绪
  let pressed: string | undefined
  app.on('open-file', (event, path) => {
    event.preventDefault()
    if (window) show({ ledger: path, demo: false })
    else pressed = path
  })
  app.on('second-instance', (_event, argv, folder) => {
    if (window?.isMinimized()) window.restore()
    window?.focus()
    const opening = openingFrom(argv, folder)
    if (opening.ledger) show(opening)
  })
  app.on('window-all-closed', () => app.quit())
  closeBeforeQuitting(electron, core, desk)

  void app.whenReady().then(async () => {
    void desk.tidy()
    guardSession(electron)
    servePages(electron, core, built.pages)
    connectBridge(electron, core, () => window?.webContents)
    setMenu(electron, () => app.quit())
    const opening = openingFrom(process.argv, process.cwd())
    await openLedger(electron, core, pressed ? { ...opening, ledger: pressed } : opening, () => undefined)
    window = openWindow(electron, { preload: built.preload, stateFile: join(standardPlaces().settings, '窗口.json') })
    window.on('closed', () => {
      window = undefined
    })
  })
}

const portsFor = ({ app, utilityProcess }: Electron, desk: ElectronDesk): Ports => ({
  ...machinePorts(),
  desk,
  spawnReader: () => utilitySide({ app, utilityProcess }, built.reader, '表格读取'),
  spawnChecker: () => utilitySide({ app, utilityProcess }, built.checker, '台账核对'),
  startPaperWorker: () => startPaperWorker(built.paperWorker),
})

/** 打开点名的台账；打不开就说一句。窗口已经开着的，让页面从头再取。 */
async function openLedger(
  { dialog }: Electron,
  core: Core,
  { ledger, demo }: Opening,
  window: () => BrowserWindow | undefined,
): Promise<void> {
  if (!ledger && !demo) return
  const reply = ledger ? await core.call('files.open', { path: ledger }) : await core.call('files.createDemo', {})
  if (!reply.ok) await dialog.showMessageBox({ type: 'warning', title: '支部台账', message: explain(reply.refusal), buttons: ['知道了'] })
  else window()?.webContents.reload()
}

/** 先关好台账、扔掉打印用的临时文件，再退出。 */
function closeBeforeQuitting({ app }: Electron, core: Core, desk: ElectronDesk): void {
  let closed = false
  app.on('before-quit', (event) => {
    if (closed) return
    event.preventDefault()
    void Promise.allSettled([core.close(), desk.tidy()]).then(() => {
      closed = true
      app.quit()
    })
  })
}
