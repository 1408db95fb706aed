import { contentPolicy, guardHeaders, newNonce } from '../shell/policy.ts'

const escaped = (text: string) => text.replace(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`)

/** 只有一句话的网页；again 为真时浏览器随即自己再来一次（这一次就带着 cookie 了）。 */
export function sentencePage(sentence: string, { again = false } = {}) {
  const nonce = newNonce()
  const body = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>支部台账</title>${again ? '<meta http-equiv="refresh" content="0;url=/">' : ''}
<style nonce="${nonce}">body{font:18px/1.8 sans-serif;background:#f7f5f2;color:#1f2328;margin:20vh auto;max-width:34em;padding:0 1em}</style></head>
<body><p>${escaped(sentence)}</p></body></html>`
  return {
    body,
    headers: {
      ...guardHeaders,
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': contentPolicy(nonce),
      'Cache-Control': 'no-store',
    },
  }
}

export const enterAgain = '这个地址已经用过了。请回到运行软件的窗口，按一下回车键，再打开那里最新的地址。'
