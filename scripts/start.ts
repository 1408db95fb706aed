import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { buildElectronWhenStale, buildRendererWhenStale } from './build.ts'
import { findElectron, runElectron } from './electron-runtime.ts'

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
    return { ...values, port }
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${usage}`)
    process.exit(2)
  }
}

const { browser, port, ledger, demo, help } = flags()
if (help) {
  console.log(usage)
  process.exit(0)
}
if (!buildRendererWhenStale()) process.exit(1)

const runtime = browser ? undefined : await findElectron()
if (runtime && buildElectronWhenStale()) {
  process.exit(await runElectron(runtime, [...(ledger ? ['--ledger', ledger] : []), ...(demo ? ['--demo'] : [])]))
}
if (!browser) console.log('这台机器上没有桌面版的运行环境，也没能在 20 秒内取到，现在改用浏览器打开，功能相同。')
const { runBrowserShell } = await import('../main/browser/index.ts')
await runBrowserShell({ pages: join(import.meta.dirname, '../out/renderer'), port, ledger, demo })
