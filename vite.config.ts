import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const root = import.meta.dirname
const readJson = (path: string) => JSON.parse(readFileSync(path, 'utf8'))

/** 随软件一起发的库与它们的许可全文；取自锁文件，不用手抄。 */
function thirdParty() {
  const packages: Record<string, { version?: string; license?: string; dev?: boolean; optional?: boolean; devOptional?: boolean }> =
    readJson(join(root, 'package-lock.json')).packages
  return Object.entries(packages)
    .filter(([path, one]) => path !== '' && !one.dev && !one.optional && !one.devOptional)
    .map(([path, { version = '', license }]) => {
      const folder = join(root, path)
      const file = readdirSync(folder).find((name) => /^(licen[cs]e|copying)/i.test(name))
      return {
        name: path.replace(/^.*node_modules\//, ''),
        version,
        license: license ?? '见全文',
        text: file ? readFileSync(join(folder, file), 'utf8').trim() : '',
      }
    })
    .sort((a, b) => a.name.localeCompare(b.name))
}

/** virtual:about 是版本；virtual:licences 是第三方许可。 */
const about = (): Plugin => ({
  name: 'about',
  resolveId: (id) => (id === 'virtual:about' || id === 'virtual:licences' ? `\0${id}` : undefined),
  // 不打包的一小段，先于一切脚本（renderer/public/before.js）
  transformIndexHtml: { order: 'post', handler: () => [{ tag: 'script', attrs: { src: './before.js' }, injectTo: 'head-prepend' }] },
  load(id) {
    if (id === '\0virtual:about') return `export const version = ${JSON.stringify(readJson(join(root, 'package.json')).version)}`
    if (id === '\0virtual:licences') return `export const licences = ${JSON.stringify(thirdParty())}`
    return undefined
  },
})

// 测试里也会来这里生成界面；不管谁来，生成的都是正式的那一种。
process.env.NODE_ENV = 'production'

/** 界面打成 out/renderer：全部是本机文件，不内联、不引外来资源，好让 CSP 只写 'self'。 */
export default defineConfig({
  root: 'renderer',
  base: './',
  plugins: [react(), about()],
  build: {
    outDir: '../out/renderer',
    emptyOutDir: true,
    target: 'chrome120',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1500,
    // 进门就要的合成一个文件：几十个小文件一个个去取，比取一个大的慢
    rollupOptions: { output: { codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] } } },
  },
})
