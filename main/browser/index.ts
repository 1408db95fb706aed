import { explain } from '../../shared/refusals.ts'
import { type Core, createCore } from '../core/core.ts'
import { nodePorts } from '../shell/node-ports.ts'
import { browserDesk } from './desk.ts'
import { openBrowser } from './open-browser.ts'
import { listen } from './server.ts'

interface Options {
  /** 生成好的界面所在的文件夹。 */
  pages: string
  /** 0 为由系统挑一个。 */
  port: number
  ledger?: string | undefined
  demo?: boolean | undefined
}

/** 浏览器外壳：在终端里运行，界面在系统的浏览器里。直到 Ctrl+C 才结束，结束前关好台账。 */
export async function runBrowserShell({ pages, port, ledger, demo }: Options): Promise<void> {
  const core: Core = createCore(nodePorts(browserDesk(() => core.bytes)))
  const opened = openFirst(core, { ledger, demo })
  // 演示台账要做几秒，做好再请人进来；已有的台账边开边让浏览器取页面，问到里面的事才等它
  if (demo) await opened
  const call: Core['call'] = async (...asked) => {
    await opened
    return core.call(...asked)
  }
  const server = await listen({ core: { call, bytes: core.bytes }, pages, port }).catch(async (error: NodeJS.ErrnoException) => {
    await opened
    await core.close()
    console.error(`端口 ${port} 用不了（${error.code}），可能正被别的程序使用。请换一个 --port，或不写，由系统挑一个。`)
    process.exit(1)
  })
  let closing = false
  const close = async () => {
    if (closing) return
    closing = true
    await server.close()
    await opened
    await core.close()
    console.log('台账已关好。')
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, close)

  const address = server.address()
  console.log(`支部台账已在本机打开：\n\n  ${address}\n\n这个地址只能用一次；要再打开一次，请按回车键取新地址。结束请按 Ctrl+C。`)
  openBrowser(address)
  process.stdin.on('data', () => console.log(`\n  ${server.address()}\n`))
}

/** 打开命令里点名的台账；打不开就说一句，从首页再选。 */
async function openFirst(core: Core, { ledger, demo }: Pick<Options, 'ledger' | 'demo'>): Promise<void> {
  if (!ledger && !demo) return
  const reply = ledger ? await core.call('files.open', { path: ledger }) : await core.call('files.createDemo', {})
  if (!reply.ok) console.error(explain(reply.refusal))
}
