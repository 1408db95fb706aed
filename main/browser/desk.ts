import type { Bytes } from '../core/bytes.ts'
import type { Desk } from '../core/ports.ts'

/** 浏览器里的桌面：没有系统对话框，文件凭一次性的票上传、下载，打印另开一页。bytes 在核心建好之后才有。 */
export const browserDesk = (bytes: () => Bytes): Desk => ({
  nativeDialogs: false,
  pickLedger: async () => undefined,
  chooseFile: async () => ({ kind: 'upload', ticket: bytes().expect() }),
  save: async (file) => ({ kind: 'download', ticket: bytes().offer(file, 'attachment'), name: file.name }),
  print: async (file) => ({ kind: 'download', ticket: bytes().offer(file, 'inline'), name: file.name }),
})
