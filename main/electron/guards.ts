import { type Electron, isOurs } from './electron.ts'

const allowed = (url: string, developing: boolean) =>
  isOurs(url) || /^blob:app:\/\/ledger\//.test(url) || url.startsWith('data:') || (developing && url.startsWith('devtools://'))

/** 一切权限都不给，一切外来请求都拦下，不下载；窗口出不了自己的页面。 */
export function guardSession({ app, session }: Pick<Electron, 'app' | 'session'>): void {
  const ours = session.defaultSession
  const developing = !app.isPackaged
  ours.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  ours.setPermissionCheckHandler(() => false)
  ours.setDevicePermissionHandler(() => false)
  ours.setDisplayMediaRequestHandler((_request, answer) => answer(null))
  ours.setSpellCheckerEnabled(false)
  ours.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !allowed(url, developing) }))
  ours.on('will-download', (event) => event.preventDefault())
}

/** 每个页面：不换地址、不开新窗、不嵌网页。 */
export function guardContents({ app }: Pick<Electron, 'app'>): void {
  app.on('web-contents-created', (_created, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
    contents.on('will-navigate', (event) => {
      if (!isOurs(event.url)) event.preventDefault()
    })
    contents.on('will-redirect', (event) => event.preventDefault())
    contents.on('will-frame-navigate', (event) => {
      if (!event.isMainFrame || !isOurs(event.url)) event.preventDefault()
    })
    contents.on('will-attach-webview', (event) => event.preventDefault())
  })
}

/** 软件开始之前的开关：整个进程不连网、不预取、不报告。 */
export function quietSwitches({ app }: Pick<Electron, 'app'>): void {
  for (const name of [
    'disable-background-networking',
    'disable-component-update',
    'disable-domain-reliability',
    'dns-prefetch-disable',
    'no-pings',
  ]) {
    app.commandLine.appendSwitch(name)
  }
  app.enableSandbox()
}
