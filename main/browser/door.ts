import { randomBytes, timingSafeEqual } from 'node:crypto'

const secret = () => randomBytes(32).toString('base64url')

const same = (given: string, expected: string) => {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/** 进门的规矩：网址里的口令只能用一次，换来一枚只有本机浏览器带着的 cookie。 */
export interface Door {
  /** 一张新的一次性口令；先前没用过的作废。 */
  newToken(): string
  /** 用掉口令。对了给出 Set-Cookie 的值，不对为 undefined。 */
  enter(token: string): string | undefined
  /** 请求带来的 Cookie 头里有没有我们的那一枚。 */
  admits(cookieHeader: string | undefined): boolean
}

/** cookie 不分端口，所以名字带上端口，两个窗口各用各的。 */
export function createDoor(port: number): Door {
  const name = `ledger-${port}`
  const pass = secret()
  let token: string | undefined
  return {
    newToken() {
      token = secret()
      return token
    },
    enter(given) {
      if (token === undefined || !same(given, token)) return undefined
      token = undefined
      return `${name}=${pass}; HttpOnly; SameSite=Strict; Path=/`
    },
    admits: (header = '') =>
      header.split(';').some((pair) => pair.trim().startsWith(`${name}=`) && same(pair.trim().slice(name.length + 1), pass)),
  }
}
