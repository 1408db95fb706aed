import type { BrowserWindow } from 'electron'
import { type Electron, ORIGIN } from './electron.ts'
import { recallWindow, rememberWindow } from './window-state.ts'

/** 唯一的窗口：页面在沙箱里，碰不到 Node。 */
export function openWindow(
  { BrowserWindow, screen }: Pick<Electron, 'BrowserWindow' | 'screen'>,
  { preload, stateFile }: { preload: string; stateFile: string },
): BrowserWindow {
  const state = recallWindow(
    stateFile,
    screen.getAllDisplays().map(({ workArea }) => workArea),
  )
  const { bounds } = state
  const window = new BrowserWindow({
    width: bounds.width,
    height: bounds.height,
    ...(bounds.x !== undefined && bounds.y !== undefined ? { x: bounds.x, y: bounds.y } : {}),
    minWidth: 800,
    minHeight: 560,
    title: '支部台账',
    backgroundColor: '#f7f5f2',
    show: false,
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
    },
  })
  if (state.maximized) window.maximize()
  window.once('ready-to-show', () => {
    window.webContents.setZoomFactor(state.zoom)
    window.show()
  })
  window.on('close', () =>
    rememberWindow(stateFile, {
      bounds: window.getNormalBounds(),
      maximized: window.isMaximized(),
      zoom: window.webContents.getZoomFactor(),
    }),
  )
  void window.loadURL(`${ORIGIN}/`)
  return window
}
