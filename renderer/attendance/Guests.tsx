import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { type Guest, GuestKind } from '../../shared/attendance/contract.ts'
import { guestKindWords } from '../../shared/attendance/words.ts'
import type { Id } from '../../shared/kit/values.ts'
import { app } from '../app.ts'
import { useAct, useAsk } from '../kit/ask.ts'
import { Dialog } from '../kit/Dialog.tsx'

const kinds = GuestKind.options.map((value) => ({ value, label: guestKindWords[value] }))
const blank: Guest = { kind: 'guest', name: '', post: '' }

/** 一行写出来宾与上级领导。 */
export function GuestLine({ meetingId, readOnly, onEdit }: { meetingId: Id; readOnly: boolean; onEdit: () => void }) {
  const guests = useAsk(app.attendance.guests, { meetingId })
  if (!guests.data || guests.data.length === 0) return null
  return (
    <p className="guest-line">
      {GuestKind.options.map((kind) => {
        const some = (guests.data ?? []).filter((guest) => guest.kind === kind)
        return some.length > 0 ? (
          <span key={kind}>
            {guestKindWords[kind]} {some.length} 人：{some.map(({ name, post }) => (post ? `${name}（${post}）` : name)).join('、')}
          </span>
        ) : null
      })}
      {!readOnly && (
        <Button size="small" type="text" onClick={onEdit}>
          改来宾
        </Button>
      )}
    </p>
  )
}

/** 登记来宾：名册里没有的人，列席或到会指导，写单位职务。 */
export function GuestsDialog({ meetingId, onClose }: { meetingId: Id; onClose: () => void }) {
  const guests = useAsk(app.attendance.guests, { meetingId })
  return guests.data ? <Editor meetingId={meetingId} saved={guests.data} onClose={onClose} /> : null
}

function Editor({ meetingId, saved, onClose }: { meetingId: Id; saved: readonly Guest[]; onClose: () => void }) {
  const act = useAct(app.attendance.writeGuests, { quiet: true })
  const [list, setList] = useState<Guest[]>([...saved, blank])
  const [dirty, setDirty] = useState(false)
  const change = (index: number, part: Partial<Guest>) => {
    setDirty(true)
    const next = list.map((guest, at) => (at === index ? { ...guest, ...part } : guest))
    // 末尾总留一行空的接着写
    setList(next.at(-1)?.name === '' ? next : [...next, blank])
  }
  const save = async () => {
    const guests = list.filter(({ name }) => name.trim() !== '')
    if (await act.run({ meetingId, guests })) onClose()
  }
  return (
    <Dialog
      title="登记来宾"
      verb="保存"
      width={640}
      dirty={dirty}
      busy={act.busy}
      refusal={act.refusal}
      onSave={() => void save()}
      onClose={onClose}
    >
      <p className="attendance-keys">不在名册里的人写在这里，不进应到；名册里的党员来列席，用“添加列席”。</p>
      <ul className="guest-list">
        {list.map((guest, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: 按位置编辑，没有别的名字
          <li key={index}>
            <Select
              aria-label={`第 ${index + 1} 人的身份`}
              style={{ width: 120 }}
              value={guest.kind}
              onChange={(kind) => change(index, { kind })}
              options={kinds}
            />
            <Input
              aria-label={`第 ${index + 1} 人的姓名`}
              autoFocus={index === list.length - 1}
              placeholder="姓名"
              maxLength={200}
              style={{ width: 130 }}
              value={guest.name}
              onChange={(event) => change(index, { name: event.target.value })}
            />
            <Input
              aria-label={`第 ${index + 1} 人的单位职务`}
              placeholder="单位、职务"
              maxLength={200}
              value={guest.post}
              onChange={(event) => change(index, { post: event.target.value })}
            />
            <Button
              type="text"
              aria-label={`去掉第 ${index + 1} 人`}
              disabled={list.length === 1}
              onClick={() => {
                setDirty(true)
                setList(list.filter((_, at) => at !== index))
              }}
            >
              去掉
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
