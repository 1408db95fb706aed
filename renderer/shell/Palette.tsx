import { Modal } from 'antd'
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react'
import { navigate } from 'wouter/use-hash-location'
import { stageWords } from '../../shared/applicants/words.ts'
import { ledgers } from '../../shared/ledgers.ts'
import { calledIn, toldApart } from '../../shared/members/namesakes.ts'
import { app } from '../app.ts'
import { isCalled } from '../applicants/filters.ts'
import { useAsk } from '../kit/ask.ts'
import { goAnd } from '../kit/intent.ts'
import { useKeys } from '../kit/keys.ts'
import { useReturnFocus } from '../kit/return-focus.ts'
import { doorOf, rooms } from '../rooms.tsx'
import { useWhere } from './where.ts'

interface Finding {
  key: string
  kind: string
  title: string
  note: string
  /** 人会用的别的说法；只用来找，不显示。 */
  also?: string
  go: () => void
}

const fixed: readonly Finding[] = [
  { key: 'act-admit', kind: '操作', title: '登记党员', note: 'N', go: () => goAnd('/members', 'members.admit') },
  { key: 'act-plan', kind: '操作', title: '新建会议', note: 'N', go: () => goAnd('/meetings', 'meetings.plan') },
  { key: 'act-import', kind: '操作', title: '导入名册', note: 'Excel、WPS、CSV', go: () => navigate('/imports') },
  {
    key: 'act-apply',
    kind: '操作',
    title: '登记申请人',
    note: '入党申请人、积极分子、发展对象',
    go: () => goAnd('/applicants', 'applicants.add'),
  },
  { key: 'act-spend', kind: '操作', title: '记支出', note: '党建经费', go: () => goAnd('/finances', 'finances.enter', 'expense') },
  { key: 'act-receive', kind: '操作', title: '记收入', note: '党建经费', go: () => goAnd('/finances', 'finances.enter', 'income') },
  {
    ...{ key: 'act-undo', kind: '操作', title: '撤销改错的、找回误删的', note: '操作记录' },
    also: '重做 恢复 还原 回收站 删除 删错 历史',
    go: () => navigate('/history'),
  },
  {
    key: 'act-import-meetings',
    kind: '操作',
    title: '导入三会一课台账',
    note: '过去的会议',
    go: () => goAnd('/imports', 'imports.into', 'meetings'),
  },
  {
    key: 'act-import-attendance',
    kind: '操作',
    title: '导入签到表、考勤表',
    note: '过去的出勤',
    go: () => goAnd('/imports', 'imports.into', 'attendance'),
  },
  ...rooms.flatMap((room) =>
    room.shelf || room.note
      ? [{ key: room.key, kind: '页面', title: room.label, note: room.note ?? '', go: () => navigate(doorOf(room)) }]
      : [],
  ),
  ...ledgers.map((ledger) => ({
    key: `paper-${ledger.id}`,
    kind: '台账',
    title: ledger.title,
    note: '预览、Excel',
    go: () => navigate('/papers'),
  })),
]

/** Ctrl+K：人（姓名、拼音首字母、电话、身份证后四位）、会议、台账、页面、操作。 */
export function Palette({ onClose }: { onClose: () => void }) {
  const { organizationId, year } = useWhere()
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const list = useId()
  const wanted = text.trim()
  const people = useAsk(app.members.find, { text: wanted, limit: 8 }, { keep: true, enabled: wanted !== '' })
  const applicants = useAsk(app.applicants.list, { organizationId })
  const meetings = useAsk(app.meetings.listByYear, { organizationId, year })
  const found = useMemo(() => {
    const lower = wanted.toLowerCase()
    const has = (title: string) => title.toLowerCase().includes(lower)
    const persons = wanted === '' ? [] : (people.data ?? [])
    const things = fixed.filter((one) => has(`${one.title} ${one.also ?? ''}`))
    // 写的就是一页的名字：那一页在最前
    const named = (one: Finding) => wanted.length > 1 && one.kind === '页面' && one.title.startsWith(wanted)
    return [
      ...things.filter(named),
      ...persons.map(
        (one): Finding => ({
          key: `member-${one.id}`,
          kind: '党员',
          title: calledIn(one),
          note: one.branchName,
          go: () => navigate(`/members/${one.id}`),
        }),
      ),
      ...toldApart(wanted === '' ? [] : (applicants.data ?? []).filter((one) => one.memberId === null && isCalled(one, wanted)))
        .slice(0, 8)
        .map(
          (one): Finding => ({
            key: `applicant-${one.id}`,
            kind: stageWords[one.stage],
            title: calledIn(one),
            note: one.branchName,
            go: () => goAnd('/applicants', 'applicants.show', one.id),
          }),
        ),
      ...(wanted === '' ? [] : (meetings.data ?? []).filter((one) => has(`${one.topic}${one.kindNames}${one.day}`)))
        .slice(-8)
        .reverse()
        .map(
          (one): Finding => ({
            key: `meeting-${one.id}`,
            kind: '会议',
            title: one.topic,
            note: `${one.day} ${one.kindNames}`,
            go: () => navigate(`/meetings/${one.id}`),
          }),
        ),
      ...things.filter((one) => !named(one)),
    ]
  }, [wanted, people.data, applicants.data, meetings.data])
  const choose = (finding: Finding | undefined) => {
    if (!finding) return
    onClose()
    finding.go()
  }
  // 手快的人打完就按回车：列着的还是上一个字的人，等这一个字的到了再选
  const [pressed, setPressed] = useState(false)
  const arriving = wanted !== '' && (people.isPlaceholderData || people.isPending)
  const latest = useRef(choose)
  latest.current = choose
  useEffect(() => {
    if (!pressed || arriving) return
    setPressed(false)
    latest.current(found[at])
  }, [pressed, arriving, found, at])
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) {
      event.preventDefault()
      setAt((now) => (now + step + found.length) % Math.max(1, found.length))
    } else if (event.key === 'Enter') {
      event.preventDefault()
      setPressed(true)
    }
  }
  useReturnFocus()
  useKeys({ Escape: onClose, 'ctrl+k': onClose }, { modal: true })
  return (
    <Modal
      open
      closable={false}
      footer={null}
      onCancel={onClose}
      width={560}
      keyboard={false}
      title={<span className="sr-only">搜索</span>}
      className="palette"
      style={{ top: 72 }}
    >
      <input
        className="palette-input"
        role="combobox"
        aria-label="搜索"
        aria-expanded="true"
        aria-controls={list}
        aria-activedescendant={found[at] ? `${list}-${at}` : undefined}
        placeholder="姓名、拼音首字母、会议主题、台账、操作"
        value={text}
        ref={(input) => input?.focus()}
        onChange={(event) => {
          setText(event.target.value)
          setAt(0)
          setPressed(false)
        }}
        onKeyDown={onKeyDown}
      />
      <div id={list} role="listbox" aria-label="找到的" className="palette-list">
        {found.map((one, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive lint/a11y/useKeyWithClickEvents: 焦点留在输入框里，由 activedescendant 指行
          <div
            key={one.key}
            id={`${list}-${index}`}
            role="option"
            aria-selected={index === at}
            className="palette-line"
            ref={index === at ? (line) => line?.scrollIntoView({ block: 'nearest' }) : undefined}
            onMouseMove={() => setAt(index)}
            onClick={() => choose(one)}
          >
            <span className="palette-kind">{one.kind}</span>
            <span>{one.title}</span>
            <span className="palette-note">{one.note}</span>
          </div>
        ))}
        {found.length === 0 && <p className="hint">没有找到“{wanted}”。可以试姓名的拼音首字母，如“zw”；误删的，打“找回”。</p>}
      </div>
    </Modal>
  )
}
