import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** 界面打成 out/renderer：全部是本机文件，不内联、不引外来资源，好让 CSP 只写 'self'。 */
export default defineConfig({
  root: 'renderer',
  base: './',
  plugins: [react()],
  build: {
    outDir: '../out/renderer',
    emptyOutDir: true,
    target: 'chrome120',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: true,
    chunkSizeWarningLimit: 1500,
  },
})
