import { contextBridge, ipcRenderer } from 'electron'

// 页面与主进程之间唯一的一条线；加一个过程不必改这里
contextBridge.exposeInMainWorld('bridge', {
  send: (path: string, input: unknown, of?: string) => ipcRenderer.invoke('ledger', path, input, of),
})
