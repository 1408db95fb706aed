import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startVitest } from 'vitest/node'
import { findBrowser } from '../tests/support/find-browser.ts'
import { buildBrowserShellWhenStale, buildRendererWhenStale } from './build.ts'

/** 跑全部测试（或参数里点名的），最后一行总是 `N passed, N failed`，退出码与它一致。 */
async function run(filters: string[]): Promise<number> {
  if (!buildRendererWhenStale() || !buildBrowserShellWhenStale()) {
    console.log('0 passed, 1 failed')
    return 1
  }
  // 起的外壳、控制台都用编译过的源码；演示台账只建一次
  process.env.NODE_COMPILE_CACHE = join(import.meta.dirname, '../out/compiled')
  const folder = mkdtempSync(join(tmpdir(), '支部台账-测试-'))
  process.env.ZHIBU_TAIZHANG_TEST_RUN = folder
  // 测试包里带的浏览器要先解压好，免得两个测试进程同时去解压。
  await findBrowser()
  const vitest = await startVitest(filters, { run: true, watch: false })
  const modules = vitest.state.getTestModules()
  const tests = modules.flatMap((module) => [...module.children.allTests()])
  const passed = tests.filter((test) => test.result().state === 'passed').length
  const failedTests = tests.filter((test) => test.result().state === 'failed').length
  const brokenFiles = modules.filter((module) => module.errors().length > 0 || module.children.size === 0).length
  const brokenSuites = modules.flatMap((module) => [...module.children.allSuites()]).filter((suite) => suite.errors().length > 0).length
  const failed = failedTests + brokenFiles + brokenSuites + vitest.state.getUnhandledErrors().length
  await vitest.close()
  rmSync(folder, { recursive: true, force: true })
  console.log(`${passed} passed, ${failed} failed`)
  return failed > 0 || passed === 0 ? 1 : 0
}

process.exit(await run(process.argv.slice(2)))
