import type { IncomingHttpHeaders } from 'node:http'

/** 请求不该答复的原因：状态码与一句话。 */
export interface Turned {
  status: number
  sentence: string
}

const names = (port: number) => [`127.0.0.1:${port}`, `localhost:${port}`]

/** 网页域名指到本机（DNS 重绑定）时 Host 不会是我们的。 */
export const hostIsOurs = (host: string | undefined, port: number) => host !== undefined && names(port).includes(host.toLowerCase())

/** Origin 必须就是收到请求的那个地址。 */
export const originIsOurs = (origin: string | undefined, host: string | undefined) =>
  origin !== undefined && host !== undefined && origin.toLowerCase() === `http://${host.toLowerCase()}`

const fromOutside = (site: string | string[] | undefined) => site !== undefined && site !== 'same-origin' && site !== 'none'

/**
 * 会改变或交出数据的请求（过程、送字节）：必须是我们自己的页面发来的。
 * @example whyTurned({ host: 'evil.example', … }, { port: 5000, type: 'application/json' }) //=> { status: 403, … }
 */
export function whyNotFromOurPage(headers: IncomingHttpHeaders, type: string): Turned | undefined {
  if (!originIsOurs(headers.origin, headers.host) || fromOutside(headers['sec-fetch-site'])) {
    return { status: 403, sentence: '这个请求不是本软件的页面发来的，没有答复。' }
  }
  const given = headers['content-type']?.split(';')[0]?.trim().toLowerCase()
  return given === type ? undefined : { status: 415, sentence: `这里只收 ${type}。` }
}

/** 只读的请求：可以没有 Origin（直接打开的页），有就必须是我们的。 */
export function whyNotForReading(headers: IncomingHttpHeaders): Turned | undefined {
  const { origin, host } = headers
  return (origin === undefined || originIsOurs(origin, host)) && !fromOutside(headers['sec-fetch-site'])
    ? undefined
    : { status: 403, sentence: '这个请求来自别的网页，没有答复。' }
}
