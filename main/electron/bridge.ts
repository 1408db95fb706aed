import type { IpcMainInvokeEvent, WebContents } from 'electron'
import type { Core } from '../core/core.ts'
import { type Electron, isOurs } from './electron.ts'

/** 唯一的 IPC：只答复我们自己窗口的最外层页面。 */
export function connectBridge({ ipcMain }: Pick<Electron, 'ipcMain'>, core: Pick<Core, 'call'>, ours: () => WebContents | undefined): void {
  ipcMain.handle('ledger', (event, path: unknown, input: unknown, of: unknown) => {
    if (!isOurPage(event, ours())) throw new Error('这个请求不是本软件的页面发来的，没有答复。')
    return core.call(String(path), input, typeof of === 'string' ? of : undefined)
  })
}

const isOurPage = ({ sender, senderFrame }: IpcMainInvokeEvent, ours: WebContents | undefined) =>
  ours !== undefined && sender === ours && senderFrame !== null && senderFrame === ours.mainFrame && isOurs(senderFrame.url)
