import { randomBytes } from 'node:crypto'

/** 一次答复用一次的随机数；antd 插入的样式要带着它。 */
export const newNonce = () => randomBytes(16).toString('base64')

/** 页面只能用自己带来的脚本、样式、字体；不能连外网，不能被别的网页装进框里。 */
export const contentPolicy = (nonce: string) =>
  [
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src 'self' 'nonce-${nonce}'`,
    `img-src 'self' blob: data:`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `worker-src 'self' blob:`,
    `frame-ancestors 'none'`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ')

/** 做好的文件只给人看或存，不执行任何东西。 */
export const filePolicy = `frame-ancestors 'none'; base-uri 'none'; form-action 'none'`

/** 每个答复都带着。 */
export const guardHeaders = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), payment=()',
} as const
