/** 别的窗口的消息：换开、关上了台账；改了里面的什么。 */
type News = 'moved' | 'changed'

const KEPT = 'ledger'

/** 同一个外壳的几个窗口互相知会；Electron 只有一个窗口，没有谁听。 */
const others = globalThis.window && new BroadcastChannel('ledger')

let standing = globalThis.sessionStorage?.getItem(KEPT) ?? undefined
let steppedAt = 0

/** 这个窗口站在哪本台账上（它的路径），刷新之后也记得；还没有进哪一本为 undefined。每一问都带着它，问不到、也写不进别的一本。 */
export const standingOn = () => standing

/** 站到这一本上；undefined 是回到门口。 */
export function standOn(path: string | undefined): void {
  standing = path
  steppedAt = Date.now()
  if (path === undefined) sessionStorage.removeItem(KEPT)
  else sessionStorage.setItem(KEPT, path)
}

/** 这个答复是自己上一次开关台账之后才问到的。 */
export const isSinceStep = (answeredAt: number) => answeredAt >= steppedAt

/** 知会别的窗口。 */
export const tellOthers = (news: News) => others?.postMessage(news)

const hearers = new Set<(news: News) => void>()
const spread = (news: News) => {
  for (const hear of hearers) hear(news)
}

/** 自己问出来的：站着的那一本已经不是开着的那一本。 */
export const noticeMoved = () => spread('moved')

const SETTLE_MS = 150
/** 别处的改动，这么久里画出来的都算是它带来的。 */
const ECHO_MS = 3000
let changedAt = Number.NEGATIVE_INFINITY

/** 眼前的变化是别的窗口带来的。 */
export const isFromElsewhere = () => Date.now() - changedAt < ECHO_MS

/**
 * 听着台账在别处的变动；一连串的改动（如一个个登记出勤）并成一次，看不见的窗口等看见了再说。返回的函数不再听。
 * @example useEffect(() => hearNews((news) => void ask(news)), [])
 */
export function hearNews(hear: (news: News) => void): () => void {
  let waiting: ReturnType<typeof setTimeout> | undefined
  let behind = false
  const catchUp = () => {
    if (behind && !document.hidden) {
      behind = false
      changedAt = Date.now()
      hear('changed')
    }
  }
  const listen = ({ data }: MessageEvent<News>) => {
    if (data === 'moved') return hear('moved')
    behind = true
    clearTimeout(waiting)
    waiting = setTimeout(catchUp, SETTLE_MS)
  }
  hearers.add(hear)
  others?.addEventListener('message', listen)
  document.addEventListener('visibilitychange', catchUp)
  return () => {
    clearTimeout(waiting)
    hearers.delete(hear)
    others?.removeEventListener('message', listen)
    document.removeEventListener('visibilitychange', catchUp)
  }
}
