import { defineConfig } from 'electron-vite'

/**
 * 桌面版的主进程与预载脚本（界面由 vite.config.ts 生成，与浏览器外壳用同一份）。
 * 除了数据库驱动（含本机代码）和字体，全部打进 out/main：压缩包外的工人线程与读取进程不必再找 node_modules。
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
          'paper-worker': 'main/documents/paper-worker.ts',
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
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
