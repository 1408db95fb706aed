import { extname } from 'node:path'
import type { NamedBytes } from '../core/ports.ts'
import { filePolicy, guardHeaders } from './policy.ts'

/** 凭票交出一个文件时的答复头：只有 PDF 认作 PDF，其余一律当作字节。 */
export function handingOver({ file, disposition }: { file: NamedBytes; disposition: 'inline' | 'attachment' }): Record<string, string> {
  const pdf = extname(file.name).toLowerCase() === '.pdf'
  return {
    ...guardHeaders,
    'Content-Type': pdf ? 'application/pdf' : 'application/octet-stream',
    'Content-Length': String(file.bytes.byteLength),
    'Content-Disposition': `${pdf ? disposition : 'attachment'}; filename*=UTF-8''${encodeFileName(file.name)}`,
    'Content-Security-Policy': filePolicy,
    'Cache-Control': 'no-store',
  }
}

/** RFC 5987；encodeURIComponent 留下的 '()* 也要写成百分号。例：'会议记录.pdf' → '%E4%BC%9A…' */
const encodeFileName = (name: string) =>
  encodeURIComponent(name).replace(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)
