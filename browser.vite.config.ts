import { defineConfig } from 'vite'

/**
 * 浏览器外壳打成 out/browser：九百个源文件一个一个地找、去类型，占启动的三分之一；打成几个就不必了。
 * 除了数据库驱动（含本机代码）和字体，全部打进去；文书、外来表格、演示各在自己的一块里，用到才装。
 */
export default defineConfig({
  // 打进来的库有照 CommonJS 写的
  define: { __dirname: 'import.meta.dirname', __filename: 'import.meta.filename' },
  ssr: { noExternal: true, external: ['better-sqlite3'] },
  build: {
    ssr: true,
    outDir: 'out/browser',
    emptyOutDir: true,
    target: 'node24',
    minify: false,
    rollupOptions: {
      input: {
        shell: 'main/browser/index.ts',
        reader: 'main/imports/reader/process.ts',
        checker: 'main/core/check-process.ts',
        'paper-worker': 'main/documents/paper-worker.ts',
      },
      output: { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: 'chunks/[name]-[hash].mjs' },
    },
  },
})
