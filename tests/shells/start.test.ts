import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { browserCommand } from '../../main/browser/open-browser.ts'
import { findElectron } from '../../scripts/electron-runtime.ts'
import { addressFrom, stopped } from '../support/browser.ts'

const root = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), '台账 🙂-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const env = { ...process.env, ZHIBU_TAIZHANG_HOME: folder, DISPLAY: '', WAYLAND_DISPLAY: '', npm_lifecycle_event: '' }
const start = (...flags: string[]) =>
  spawn(process.execPath, [join(root, 'scripts/start.ts'), ...flags], { cwd: folder, env, stdio: ['pipe', 'pipe', 'pipe'] })

/** 像浏览器那样进门，给出带着 cookie 的调用。 */
async function enter(shell: ChildProcess) {
  const address = await addressFrom(shell)
  const answer = await fetch(address, { redirect: 'manual' })
  const { origin } = new URL(address)
  const headers = { cookie: answer.headers.getSetCookie()[0]?.split(';')[0] ?? '', origin, 'content-type': 'application/json' }
  const call = async (path: string, input: unknown = {}) =>
    (await fetch(`${origin}/call/${path}`, { method: 'POST', headers, body: JSON.stringify(input) })).json()
  return { address, call }
}

test('浏览器外壳：打印网址，网址用一次，按回车取新的；停下时关好台账', async () => {
  const shell = start('--browser', '--demo')
  const { address, call } = await enter(shell)
  const { value } = (await call('files.current')) as { value: { path: string; demo: boolean } }
  expect(value.demo).toBe(true)
  expect(existsSync(`${value.path}.lock`)).toBe(true)

  expect((await fetch(address, { redirect: 'manual' })).status).toBe(403)
  const fresh = addressFrom(shell)
  shell.stdin?.write('\n')
  expect((await fetch(await fresh, { redirect: 'manual' })).status).toBe(303)

  expect(await stopped(shell)).toBe(0)
  expect(existsSync(value.path)).toBe(true)
  expect(existsSync(`${value.path}.lock`)).toBe(false)
})

test('--port 与 --ledger：就在那个端口，打开的就是那个台账；没有的台账说一句，照样能用', async () => {
  const missing = start('--browser', '--ledger', '没有.taizhang')
  const said = new Promise<string>((resolve) =>
    missing.stderr?.on('data', (part) => String(part).includes('找不到') && resolve(String(part))),
  )
  const first = await enter(missing)
  expect(await said).toContain('没有.taizhang')
  expect(await first.call('files.current')).toEqual({ ok: true, value: null })
  const path = join(folder, '春晖.taizhang')
  await first.call('files.create', { name: '春晖', path, actor: { name: '李明' } })
  const { port } = new URL(first.address)
  await stopped(missing)

  const shell = start('--browser', '--port', port, '--ledger', '春晖.taizhang')
  const { address, call } = await enter(shell)
  expect(new URL(address).port).toBe(port)
  expect(await call('files.current')).toMatchObject({ value: { path } })
  const second = spawnSync(process.execPath, [join(root, 'scripts/start.ts'), '--browser', '--port', port], { env, encoding: 'utf8' })
  expect(second.status).toBe(1)
  expect(second.stderr).toContain(`端口 ${port} 用不了`)
  await stopped(shell)
})

test.runIf(process.platform === 'linux')('没有显示器或用 root 时不去取桌面版，说明原因，用浏览器打开', async () => {
  const shell = start()
  let said = ''
  shell.stdout?.on('data', (part) => (said += part))
  await addressFrom(shell)
  expect(said).toMatch(/没有显示器|root|没有桌面版/)
  expect(said).toContain('现在改用浏览器打开')
  await stopped(shell)
})

test('取桌面版的运行环境最多等说好的时间', async () => {
  const began = Date.now()
  const found = await findElectron(1)
  expect(Date.now() - began).toBeLessThan(5000)
  expect('program' in found ? found.program : found.why).not.toBe('')
})

test('写错的选项以 2 退出，给出中文用法', () => {
  for (const flags of [['--nope'], ['--port', 'abc'], ['--port', '70000'], ['多余']]) {
    const { status, stderr } = spawnSync(process.execPath, [join(root, 'scripts/start.ts'), ...flags], { env, encoding: 'utf8' })
    expect(status).toBe(2)
    expect(stderr).toContain('用法：npm start')
  }
})

test('有显示器才打开系统的浏览器', () => {
  expect(browserCommand('linux', {})).toBeUndefined()
  expect(browserCommand('linux', { DISPLAY: ':0' })).toEqual(['xdg-open'])
  expect(browserCommand('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toEqual(['xdg-open'])
  expect(browserCommand('darwin', {})).toEqual(['open'])
  expect(browserCommand('win32', {})?.[0]).toBe('rundll32')
})
