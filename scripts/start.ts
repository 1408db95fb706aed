import { enableCompileCache } from 'node:module'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { buildBrowserShellWhenStale, buildElectronWhenStale, buildRendererWhenStale } from './build.ts'
import { findElectron, runElectron } from './electron-runtime.ts'

// npm start 会把当前文件夹换成项目的，人写的路径从他所在的文件夹算起
const here = (process.env.npm_lifecycle_event === 'start' && process.env.INIT_CWD) || process.cwd()

const usage = `用法：npm start -- [选项]

  --browser       用浏览器打开，不用桌面窗口
  --port N        浏览器版用的端口（默认由系统挑一个空的）
  --ledger FILE   打开这个台账文件
  --demo          打开演示台账（虚构的人和事）`

/** 读命令行；写错了打印用法并以 2 退出。 */
function flags() {
  try {
    const { values } = parseArgs({
      options: {
        browser: { type: 'boolean', default: false },
        port: { type: 'string', default: '0' },
        ledger: { type: 'string' },
        demo: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    })
    const port = Number(values.port)
    if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error('端口要写成 0 到 65535 之间的整数。')
    return { ...values, port, ledger: values.ledger === undefined ? undefined : resolve(here, values.ledger) }
  } catch (error) {
    console.error(`${inChinese(error as Error)}\n\n${usage}`)
    process.exit(2)
  }
}

function inChinese({ message }: Error): string {
  const option = /'(-[^' ]+)/.exec(message)?.[1]
  if (!option) return message.startsWith('Unexpected argument') ? '多写了不认得的内容。' : message
  return message.startsWith('Unknown option') ? `没有“${option}”这个选项。` : `选项“${option}”写得不对。`
}

// 编译过的源码留着，下次启动不必再编
enableCompileCache(join(import.meta.dirname, '../out/compiled'))

const { browser, port, ledger, demo, help } = flags()
if (help) {
  console.log(usage)
  process.exit(0)
}
if (!buildRendererWhenStale()) process.exit(1)

if (!browser) {
  const found = await findElectron()
  if ('program' in found && buildElectronWhenStale()) {
    process.exit(await runElectron(found.program, [...(ledger ? ['--ledger', ledger] : []), ...(demo ? ['--demo'] : [])]))
  }
  const why = 'why' in found ? found.why : '桌面版没有生成成功'
  console.log(`${why}，现在改用浏览器打开，功能相同。`)
}
if (!buildBrowserShellWhenStale()) process.exit(1)
const { runBrowserShell }: typeof import('../main/browser/index.ts') = await import(
  new URL('../out/browser/shell.mjs', import.meta.url).href
)
await runBrowserShell({ pages: join(import.meta.dirname, '../out/renderer'), port, ledger, demo })
