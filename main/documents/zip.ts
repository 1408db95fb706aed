import { zipSync } from 'fflate'

/**
 * 几个文件装进一个压缩包，名字一律 UTF-8；工作簿与 PDF 本身已压缩过，只装不再压。
 * @example zipped([{ path: '目录.xlsx', bytes }])
 */
export const zipped = (files: readonly { path: string; bytes: Uint8Array }[]): Uint8Array =>
  zipSync(Object.fromEntries(files.map(({ path, bytes }) => [path, bytes])), { level: 0 })
