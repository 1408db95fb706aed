import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { contentPolicy, guardHeaders, newNonce } from './policy.ts'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
  '.bcmap': 'application/octet-stream',
  '.pfb': 'application/octet-stream',
  '.md': 'text/markdown; charset=utf-8',
}

/** 界面的一个文件，连同送它的答复头。 */
export interface Page {
  body: Uint8Array
  headers: Record<string, string>
}

/** 网址里的路径 → 文件夹里的路径；想走出文件夹的为 undefined。例：'/assets/a.js' → 'assets/a.js'；'/../x' → undefined */
export function insideFolder(urlPath: string): string | undefined {
  let plain: string
  try {
    plain = decodeURIComponent(urlPath)
  } catch {
    return undefined
  }
  if (/[\\\0:]/.test(plain)) return undefined
  const parts = plain.split('/').filter((part) => part !== '')
  return parts.some((part) => part.startsWith('.')) ? undefined : parts.join('/')
}

/**
 * 取界面的一个文件。没有扩展名的路径是界面里的一页，都给 index.html；其中的 __CSP_NONCE__ 每次换成一个新的随机数。
 * @returns 没有这个文件为 undefined。
 */
export async function findPage(folder: string, urlPath: string): Promise<Page | undefined> {
  const inside = insideFolder(urlPath)
  if (inside === undefined) return undefined
  const name = extname(inside) ? inside : 'index.html'
  const body = await readFile(join(folder, name)).catch(() => undefined)
  if (!body) return undefined
  const type = types[extname(name)] ?? 'application/octet-stream'
  const html = name.endsWith('.html')
  const nonce = newNonce()
  return {
    body: html ? withNonce(body.toString('utf8'), nonce) : body,
    headers: {
      ...guardHeaders,
      'Content-Type': type,
      'Content-Security-Policy': contentPolicy(nonce),
      'Cache-Control': html ? 'no-store' : name.startsWith('assets/') ? 'private, max-age=31536000, immutable' : 'no-cache',
    },
  }
}

const withNonce = (html: string, nonce: string) => new TextEncoder().encode(html.replaceAll('__CSP_NONCE__', nonce))
