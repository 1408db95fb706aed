import { defineConfig } from 'electron-vite'

/**
 * 桌面版的主进程与预载脚本（界面由 vite.config.ts 生成，与浏览器外壳用同一份）。
 * 除了数据库驱动（含本机代码）和字体，全部打进 out/main：压缩包外的工人线程与旁边的进程只到 node_modules 里找数据库驱动。
 * 入口与各块都叫 .mjs：压缩包外没有写着 type 的 package.json，叫 .js 就不知道是哪一种模块。
 */
export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      emptyOutDir: true,
      externalizeDeps: false,
      rollupOptions: {
        external: ['better-sqlite3'],
        input: {
          app: 'main/electron/app.ts',
          reader: 'main/imports/reader/process.ts',
          checker: 'main/core/check-process.ts',
          'paper-worker': 'main/documents/paper-worker.ts',
        },
        output: { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: 'chunks/[name]-[hash].mjs' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      emptyOutDir: true,
      externalizeDeps: false,
      rollupOptions: {
        input: { preload: 'main/electron/preload.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
})
