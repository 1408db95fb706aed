import { Button } from 'antd'
import { useState } from 'react'
import { useKeys } from '../kit/keys.ts'
import { ActorDialog } from './ActorDialog.tsx'
import { LedgerMenu } from './LedgerMenu.tsx'
import { Palette } from './Palette.tsx'
import { Shortcuts } from './Shortcuts.tsx'
import { ordered } from './tree.ts'
import { useWhere } from './where.ts'

/** 上边：哪本台账、哪个组织、哪一年；搜索；谁在操作。 */
export function TopBar() {
  const where = useWhere()
  const [open, setOpen] = useState<'palette' | 'shortcuts' | 'actor'>()
  const close = () => setOpen(undefined)
  useKeys({ 'ctrl+k': () => setOpen('palette'), '?': () => setOpen('shortcuts') })
  const { actor } = where.ledger
  return (
    <header className="topbar">
      <img src={new URL('../seal.svg', import.meta.url).href} alt="" width={22} height={22} />
      <LedgerMenu onActor={() => setOpen('actor')} onShortcuts={() => setOpen('shortcuts')} />
      {where.ledger.demo && <span className="badge">演示</span>}
      <BranchSwitch />
      <YearSwitch />
      <button type="button" className="search-box" onClick={() => setOpen('palette')} aria-keyshortcuts="Control+K">
        <span>搜索人、会议、页面、操作</span>
        <kbd>Ctrl+K</kbd>
      </button>
      <Button type="text" onClick={() => setOpen('actor')} title="切换操作人">
        {actor ? `${actor.name}${actor.post ? ` ${actor.post}` : ''}` : '操作人'}
      </Button>
      {open === 'palette' && <Palette onClose={close} />}
      {open === 'shortcuts' && <Shortcuts onClose={close} />}
      {open === 'actor' && <ActorDialog onClose={close} />}
    </header>
  )
}

function BranchSwitch() {
  const { organizationId, organizations, setOrganization, ledger } = useWhere()
  const choices = ordered(organizations).filter(({ organization }) => organization.kind !== 'group')
  const only = choices[0]?.organization.name
  if (choices.length < 2) return only === ledger.title ? null : <span className="topbar-place">{only}</span>
  return (
    <select
      className="quiet-select"
      aria-label="组织"
      value={organizationId}
      onChange={(event) => setOrganization(Number(event.target.value))}
    >
      {choices.map(({ organization, depth }) => (
        <option key={organization.id} value={organization.id}>
          {'　'.repeat(depth)}
          {organization.name}
        </option>
      ))}
    </select>
  )
}

function YearSwitch() {
  const { year, setYear, today } = useWhere()
  const now = Number(today.slice(0, 4))
  const last = Math.max(now + 1, year)
  const years = Array.from({ length: Math.max(12, last - Math.min(year, now) + 1) }, (_, index) => last - index)
  return (
    <select className="quiet-select" aria-label="年度" value={year} onChange={(event) => setYear(Number(event.target.value))}>
      {years.map((one) => (
        <option key={one} value={one}>
          {one} 年
        </option>
      ))}
    </select>
  )
}
