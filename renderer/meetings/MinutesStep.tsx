import { Button } from 'antd'
import { useState } from 'react'
import type { AttendanceRow } from '../../shared/attendance/contract.ts'
import type { MeetingPage } from '../../shared/meetings/contract.ts'
import { change, insertAfter, newSpeech } from './minutes-form.ts'
import { SavedLine } from './SavedLine.tsx'
import { SpeechBlock } from './SpeechBlock.tsx'
import type { Minutes } from './use-minutes.ts'

interface MinutesStepProps {
  page: MeetingPage
  sheet: readonly AttendanceRow[]
  minutes: Minutes
}

/** 在场的人；还没登记出勤时，就是应到的人。 */
const inTheRoom = (sheet: readonly AttendanceRow[]) => {
  const here = sheet.filter(({ state }) => state !== null && state !== 'leave' && state !== 'absent')
  return here.length > 0 ? here : sheet
}

/** 会议记录：左边议程，右边按议程一人一段地写。 */
export function MinutesStep({ page, sheet, minutes }: MinutesStepProps) {
  const { form, setForm } = minutes
  const [focused, setFocused] = useState<number>()
  const readOnly = page.meeting.status === 'archived'
  const people = inTheRoom(sheet)
  const sections: { no: number | null; title: string }[] = page.agenda.map((title, index) => ({ no: index + 1, title }))
  const known = new Set(sections.map(({ no }) => no))
  const sectionOf = (no: number | null) => (known.has(no) ? no : null)
  const loose = form.speeches.some(({ agendaNo }) => sectionOf(agendaNo) === null)
  if (sections.length === 0 || loose) sections.push({ no: null, title: sections.length === 0 ? '发言与讨论' : '其他' })

  const add = (agendaNo: number | null, after?: number, speaker = '', text = '') => {
    const one = newSpeech(agendaNo, speaker, text)
    setForm((now) => ({ ...now, speeches: insertAfter(now.speeches, after, one) }))
    setFocused(one.mark)
  }
  const remove = (gone: number) => {
    const index = form.speeches.findIndex(({ mark }) => mark === gone)
    setFocused((form.speeches[index - 1] ?? form.speeches[index + 1])?.mark)
    setForm((now) => ({ ...now, speeches: now.speeches.filter(({ mark }) => mark !== gone) }))
  }
  const count = (no: number | null) => form.speeches.filter((one) => sectionOf(one.agendaNo) === no).length

  return (
    <div className="minutes">
      <nav className="minutes-agenda" aria-label="议程">
        <h2>议程</h2>
        <ol>
          {sections.map(({ no, title }) => (
            <li key={no ?? 'other'}>
              <button type="button" onClick={() => document.getElementById(`agenda-${no ?? 'other'}`)?.scrollIntoView({ block: 'start' })}>
                {no !== null && <span>{no}.</span>}
                <span>{title}</span>
                <span className="minutes-count">{count(no) > 0 ? `${count(no)} 段` : ''}</span>
              </button>
            </li>
          ))}
        </ol>
        {!readOnly && <p className="minutes-hint">在正文里打 @ 选发言人，另起一段；Ctrl+Enter 同一议程再加一段。</p>}
      </nav>
      <div className="minutes-paper">
        <div className="minutes-text">
          {sections.map(({ no, title }, index) => (
            <section key={no ?? 'other'} id={`agenda-${no ?? 'other'}`}>
              <h2>{page.agenda.length > 0 && no !== null ? `${index + 1}．${title}` : title}</h2>
              {form.speeches
                .filter((one) => sectionOf(one.agendaNo) === no)
                .map((one) => (
                  <SpeechBlock
                    key={one.mark}
                    speech={one}
                    people={people}
                    readOnly={readOnly}
                    focused={focused === one.mark}
                    onChange={(next) => setForm((now) => ({ ...now, speeches: change(now.speeches, one.mark, next) }))}
                    onNext={(speaker, text) => add(no, one.mark, speaker, text)}
                    onRemove={() => remove(one.mark)}
                  />
                ))}
              {!readOnly && (
                <Button
                  type="dashed"
                  size="small"
                  onClick={() => add(no, form.speeches.filter((one) => sectionOf(one.agendaNo) === no).at(-1)?.mark)}
                  aria-label={`${title} 添加发言`}
                >
                  ＋ 添加发言
                </Button>
              )}
              {readOnly && count(no) === 0 && <p className="minutes-none">没有记录</p>}
            </section>
          ))}
          {!readOnly && !loose && page.agenda.length > 0 && (
            <Button type="link" size="small" onClick={() => add(null)}>
              ＋ 议程之外的内容
            </Button>
          )}
        </div>
        {!readOnly && <SavedLine minutes={minutes} />}
      </div>
    </div>
  )
}
