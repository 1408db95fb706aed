/** 本外壳用到的 electron 的那一部分；测试里的替身由 electron 自己的类型来判对错。 */
export type Electron = Pick<
  typeof import('electron'),
  'app' | 'BrowserWindow' | 'dialog' | 'ipcMain' | 'Menu' | 'protocol' | 'screen' | 'session' | 'shell' | 'utilityProcess'
>

/** 界面唯一的来处。 */
export const ORIGIN = 'app://ledger'
export const isOurs = (url: string) => url === ORIGIN || url.startsWith(`${ORIGIN}/`)
