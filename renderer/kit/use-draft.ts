import { useCallback, useEffect, useRef, useState } from 'react'
import { app } from '../app.ts'
import { atTheLast } from './leaving.ts'
import { say } from './say.ts'
import { isFromElsewhere } from './standing.ts'

const PAUSE_MS = 800

/** 草稿的名字最多 120 字；更长的（如一次勾了几十人）留下开头，其余折成一个数。 */
function keyOf(name: string): string {
  if (name.length <= 120) return name
  let folded = 0
  for (const letter of name) folded = (Math.imul(folded, 31) + (letter.codePointAt(0) ?? 0)) >>> 0
  return `${name.slice(0, 100)}#${folded.toString(36)}`
}

/** 正在丢的、离开时正在存的一份：表单不等它就关上、清空，再打开的等它做完才去找。 */
let settling: Promise<unknown> = Promise.resolve()

interface Offer<T> {
  at: string
  content: T
}

/**
 * 半填的表单随打随存（停手 0.8 秒写进台账的草稿），断电也不丢。
 * 打开时若有上次没存完的，`offer` 有值：`accept()` 拿来接着填，`discard()` 不要了；存成之后也要 `discard()`。
 * 只有与打开时不同的内容才存；`enabled` 为假时（如还在读数）什么也不做。
 * @example const draft = useDraft(`members.admit/${organizationId}`, form)
 */
export function useDraft<T>(name: string, value: T, options: { enabled?: boolean } = {}) {
  const { enabled = true } = options
  const key = keyOf(name)
  const [offer, setOffer] = useState<Offer<T> | null>(null)
  const [looked, setLooked] = useState(false)
  const [keptAt, setKeptAt] = useState<string | null>(null)
  const [, startAgain] = useState(0)
  const baseline = useRef<string>(undefined)
  const pending = useRef<ReturnType<typeof setTimeout>>(undefined)
  const text = JSON.stringify(value)
  const latest = useRef(text)
  latest.current = text

  useEffect(() => {
    if (!enabled) return
    let current = true
    setLooked(false)
    setOffer(null)
    baseline.current = undefined
    settling
      .then(() => app.drafts.find({ key }))
      .then((found) => {
        if (current && found) setOffer({ at: found.at, content: found.content as T })
      })
      .catch(() => undefined)
      .finally(() => current && setLooked(true))
    return () => {
      current = false
    }
  }, [key, enabled])

  // 打开时、丢掉草稿之后画出来的，就是“没有改动”的样子
  useEffect(() => {
    if (enabled) baseline.current ??= text
  })
  useEffect(() => {
    if (!enabled) return
    if (!looked || text === baseline.current) return
    // 人已经接着打字了：新的内容为准
    pending.current = setTimeout(() => {
      app.drafts
        .keep({ key, content: JSON.parse(text) })
        .then(({ at }) => {
          baseline.current = text
          setKeptAt(at)
          setOffer(null)
        })
        .catch(() => undefined)
    }, PAUSE_MS)
    return () => clearTimeout(pending.current)
  }, [key, text, looked, enabled])

  // 停手不到 0.8 秒就离开这一页、关窗、刷新：还没存的这就存
  const leaving = useRef(() => {})
  leaving.current = () => {
    if (enabled && baseline.current !== undefined && latest.current !== baseline.current)
      settling = app.drafts.keep({ key, content: JSON.parse(latest.current) }).catch(() => undefined)
  }
  useEffect(() => () => leaving.current(), [])
  useEffect(() => atTheLast(() => leaving.current()), [])

  const accept = useCallback(() => {
    const content = offer?.content
    setOffer(null)
    return content
  }, [offer])
  const discard = useCallback(() => {
    clearTimeout(pending.current)
    setOffer(null)
    setKeptAt(null)
    baseline.current = undefined
    startAgain((times) => times + 1)
    settling = app.drafts.discard({ key }).catch(() => undefined)
  }, [key])
  return { offer, accept, discard, keptAt }
}

/** 改一条已有的：连它原来的样子一起存，再打开时看得出后来变没变。 */
interface Amended<T> {
  form: T
  before: T | undefined
}

/**
 * 半填的表单自动接着上次的填；接着填了没有、可以“从头填”，由表单旁的 `<DraftNote {...note} />` 说。
 * 写了 `amending`（改一条已有的）而那一条后来变了：不自动接，先问一句，人要接才把当时改过的几项放上来。
 * 开着的时候它变了（撤销、另一个窗口）：没有动过的几项跟上，自己改过的留着；是另一个窗口改的，说一句。
 * @example const { form, setForm, dirty, note, discard } = useDraftedForm(`meetings.amend/${id}`, saved, { amending: true })
 */
export function useDraftedForm<T>(key: string, initial: T, { amending = false }: { amending?: boolean } = {}) {
  const [form, setForm] = useState(initial)
  const [restoredAt, setRestoredAt] = useState<string | null>(null)
  const dirty = JSON.stringify(form) !== JSON.stringify(initial)
  // 改一条已有的：没有改动就没有可留的，那一条自己变了也不算
  const draft = useDraft<T | Amended<T> | null>(key, amending ? (dirty ? { form, before: initial } : null) : form)
  const { offer, accept, discard, keptAt } = draft
  const now = JSON.stringify(initial)
  const followed = useRef(now)
  const mine = useRef(form)
  mine.current = form
  useEffect(() => {
    const before = followed.current
    if (!amending || before === now) return
    followed.current = now
    if (JSON.stringify(mine.current) !== before && isFromElsewhere())
      say.refused('这里存着的内容刚在别的窗口里改过，您改过的几项留着没有动，请核对了再保存。')
    setForm((form) => merged(JSON.parse(now) as T, form, JSON.parse(before) as T))
  }, [amending, now])
  const kept = offer && offer.content !== null && (amending ? amendedIn<T>(offer.content) : { form: offer.content as T, before: initial })
  const outdatedAt = offer && kept && JSON.stringify(kept.before) !== JSON.stringify(initial) ? offer.at : null
  const take = () => {
    if (!kept || !offer) return
    accept()
    setForm(amending ? merged(initial, kept.form, kept.before) : filled(kept.form, initial))
    setRestoredAt(offer.at)
  }
  const takeNow = useRef(take)
  takeNow.current = take
  const clean = offer !== null && !dirty && outdatedAt === null
  useEffect(() => {
    if (clean) takeNow.current()
  }, [clean])
  const startOver = useCallback(() => {
    setForm(initial)
    setRestoredAt(null)
    discard()
  }, [initial, discard])
  const note = { restoredAt: dirty ? restoredAt : null, outdatedAt, onTake: take, onStartOver: startOver }
  return { form, setForm, dirty, touched: dirty || restoredAt !== null || keptAt !== null, note, startOver, discard }
}

const isPlain = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

const amendedIn = <T>(content: unknown): Amended<T> =>
  isPlain(content) && 'form' in content && 'before' in content
    ? (content as unknown as Amended<T>)
    : { form: content as T, before: undefined }

/** 从前的版本存下的草稿没有后来添的格子：照空白的补上。 */
const filled = <T>(kept: T, initial: T): T => (isPlain(kept) && isPlain(initial) ? ({ ...initial, ...kept } as T) : kept)

/** 只把当时改过的放到现在的样子上，别处后来的改动不动。 */
function merged<T>(now: T, mine: T, before: T | undefined): T {
  if (JSON.stringify(mine) === JSON.stringify(before)) return now
  if (!isPlain(now) || !isPlain(mine) || !isPlain(before)) return filled(mine, now)
  return Object.fromEntries(Object.keys(now).map((key) => [key, merged<unknown>(now[key], mine[key], before[key])])) as T
}
