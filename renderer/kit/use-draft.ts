import { useCallback, useEffect, useRef, useState } from 'react'
import { app } from '../app.ts'

const PAUSE_MS = 800

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
export function useDraft<T>(key: string, value: T, options: { enabled?: boolean } = {}) {
  const { enabled = true } = options
  const [offer, setOffer] = useState<Offer<T> | null>(null)
  const [looked, setLooked] = useState(false)
  const [keptAt, setKeptAt] = useState<string | null>(null)
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
    app.drafts
      .find({ key })
      .then((found) => {
        if (current && found) setOffer({ at: found.at, content: found.content as T })
      })
      .catch(() => undefined)
      .finally(() => current && setLooked(true))
    return () => {
      current = false
    }
  }, [key, enabled])

  useEffect(() => {
    if (!enabled) return
    baseline.current ??= text
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

  // 停手不到 0.8 秒就离开这一页：还没存的这就存
  const leaving = useRef(() => {})
  leaving.current = () => {
    if (enabled && looked && latest.current !== baseline.current)
      void app.drafts.keep({ key, content: JSON.parse(latest.current) }).catch(() => undefined)
  }
  useEffect(() => () => leaving.current(), [])

  const accept = useCallback(() => {
    const content = offer?.content
    setOffer(null)
    return content
  }, [offer])
  const discard = useCallback(async () => {
    clearTimeout(pending.current)
    setOffer(null)
    setKeptAt(null)
    baseline.current = latest.current
    await app.drafts.discard({ key }).catch(() => undefined)
  }, [key])
  return { offer, accept, discard, keptAt }
}

/** 半填的表单自动接着上次的填；`restoredAt` 有值时，表单旁说一声，并可“从头填”。 */
export function useDraftedForm<T>(key: string, initial: T) {
  const [form, setForm] = useState(initial)
  const [restoredAt, setRestoredAt] = useState<string | null>(null)
  const draft = useDraft(key, form)
  const dirty = JSON.stringify(form) !== JSON.stringify(initial)
  const { offer, accept, discard } = draft
  useEffect(() => {
    if (!offer || dirty) return
    const content = accept()
    if (content === undefined) return
    setForm(content)
    setRestoredAt(offer.at)
  }, [offer, dirty, accept])
  const startOver = useCallback(async () => {
    setForm(initial)
    setRestoredAt(null)
    await discard()
  }, [initial, discard])
  return { form, setForm, dirty, restoredAt, startOver, discard }
}

/** 存着的内容在别处改了（撤销、另一页）：没有自己的改动就跟上。 */
export function useFollowed<T>(saved: T, setForm: (change: (now: T) => T) => void) {
  const text = JSON.stringify(saved)
  const followed = useRef(text)
  useEffect(() => {
    const before = followed.current
    if (before === text) return
    followed.current = text
    setForm((now) => (JSON.stringify(now) === before ? (JSON.parse(text) as T) : now))
  }, [text, setForm])
}
