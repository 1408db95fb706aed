/// <reference types="vite/client" />

/** 版本号，取自 package.json（vite.config.ts）。 */
declare module 'virtual:about' {
  export const version: string
}

/** 随软件一起发的库与它们的许可，取自锁文件（vite.config.ts）。 */
declare module 'virtual:licences' {
  export const licences: readonly { name: string; version: string; license: string; text: string }[]
}
