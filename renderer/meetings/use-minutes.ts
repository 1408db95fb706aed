import { useCallback, useEffect, useRef, useState } from 'react'
import type { MeetingPage } from '../../shared/meetings/contract.ts'
import { app } from '../app.ts'
import { useAct } from '../kit/ask.ts'
import { problemOfDay } from '../kit/DayInput.tsx'
import { say } from '../kit/say.ts'
import { isFromElsewhere } from '../kit/standing.ts'
import { useDraft } from '../kit/use-draft.ts'
import { contentOf, formOf, type MinutesContent, type MinutesForm, sameContent, savedIn } from './minutes-form.ts'

/**
 * 会议记录的稿子：记录与决议一起写、一起存。随打随存成草稿；离开这一页再回来、断电再开，都接着写。
 */
export function useMinutes(page: MeetingPage) {
  const { id, status } = page.meeting
  const key = `meetings.minutes/${id}`
  const open = status !== 'archived'
  const saved = savedIn(page)
  const [form, setForm] = useState<MinutesForm>(() => formOf(saved))
  const [resumedAt, setResumedAt] = useState<string>()
  const content = contentOf(form)
  /** 一个字都还没有存过。 */
  const empty = saved.speeches.length + saved.decisions.length === 0
  const dirty = open && !sameContent(content, saved)
  const { run, busy, refusal } = useAct(app.meetings.writeMinutes, { quiet: true })
  const { offer, accept, discard, keptAt } = useDraft<MinutesContent>(key, content, { enabled: open })

  useEffect(() => {
    if (!offer) return
    const kept = accept()
    if (!kept) return
    setForm(formOf(kept))
    setResumedAt(offer.at)
  }, [offer, accept])

  // 别处改了（撤销、取消归档）：没有自己的改动就跟上
  const savedText = JSON.stringify(saved)
  const followed = useRef(savedText)
  useEffect(() => {
    if (followed.current === savedText) return
    const mine = JSON.stringify(contentOf(latest.current.form)) !== followed.current
    followed.current = savedText
    if (mine && isFromElsewhere()) say.refused('这次会议的记录刚在别的窗口里改过，这里写的留着没有动；要看那边的，先按“还原”。')
    if (!mine) setForm(formOf(JSON.parse(savedText) as MinutesContent))
  }, [savedText])

  const latest = useRef({ form, stale: false })
  latest.current = { form, stale: !dirty && keptAt !== null }
  // 改来改去又和存的一样：离开时不留草稿
  useEffect(
    () => () => {
      if (latest.current.stale) void app.drafts.discard({ key }).catch(() => undefined)
    },
    [key],
  )

  const underWay = useRef<{ text: string; done: Promise<boolean> }>(undefined)
  const save = useCallback(async () => {
    const given = contentOf(latest.current.form)
    const wrong = given.decisions.map(({ due }) => (due ? problemOfDay(due) : undefined)).find(Boolean)
    if (wrong) {
      say.refused(`决议的期限：${wrong}`)
      return false
    }
    // 正在存的就是这些（Ctrl+S 紧接着按了归档）：等它存完，不再存一遍
    const text = JSON.stringify(given)
    if (underWay.current?.text === text) return underWay.current.done
    const done = run({ id, ...given }).then((answer) => answer !== undefined)
    underWay.current = { text, done }
    const kept = await done
    underWay.current = undefined
    if (!kept) return false
    discard()
    setResumedAt(undefined)
    return true
  }, [id, run, discard])

  const revert = useCallback(async () => {
    setForm(formOf(JSON.parse(followed.current) as MinutesContent))
    setResumedAt(undefined)
    discard()
  }, [discard])

  return { form, setForm, dirty, save, revert, busy, refusal, keptAt, resumedAt, content, empty }
}

export type Minutes = ReturnType<typeof useMinutes>
