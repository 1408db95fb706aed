import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { LaunchOptions } from 'playwright-core'

const installed: Partial<Record<NodeJS.Platform, string[]>> = {
  linux: ['google-chrome-stable', 'google-chrome', 'microsoft-edge', 'chromium', 'chromium-browser'].map((name) => `/usr/bin/${name}`),
  darwin: ['Google Chrome', 'Microsoft Edge', 'Chromium'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`),
  win32: [process.env.ProgramFiles, process.env['ProgramFiles(x86)'], process.env.LOCALAPPDATA]
    .filter((folder) => folder !== undefined)
    .flatMap((folder) => [join(folder, 'Google/Chrome/Application/chrome.exe'), join(folder, 'Microsoft/Edge/Application/msedge.exe')]),
}

/** 测试包里带的浏览器：解压到临时文件夹，连同它要的系统库；这台机器可能什么都没装。 */
async function bundled(): Promise<LaunchOptions> {
  const { default: chromium, inflate } = await import('@sparticuz/chromium')
  const executablePath = await chromium.executablePath()
  const libraries = join(tmpdir(), 'al2023', 'lib')
  const folder = dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')))
  if (!existsSync(libraries)) await inflate(join(folder, 'bin', 'al2023.tar.br'))
  const paths = [process.env.LD_LIBRARY_PATH, libraries].filter((path) => path !== undefined)
  return { executablePath, args: ['--no-sandbox', '--headless=shell'], env: { ...process.env, LD_LIBRARY_PATH: paths.join(':') } }
}

/** 用哪个浏览器：环境变量 CHROME 指的、这台机器上装的，都没有就用测试包里带的。 */
export async function findBrowser(): Promise<LaunchOptions> {
  const executablePath = [process.env.CHROME, ...(installed[process.platform] ?? [])].find((one) => one && existsSync(one))
  if (!executablePath) return bundled()
  return { executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] }
}
