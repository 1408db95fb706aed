import { Button, type InputRef } from 'antd'
import { useDeferredValue, useMemo, useRef, useState } from 'react'
import { navigate } from 'wouter/use-hash-location'
import type { MemberRow } from '../../shared/members/contract.ts'
import { isBranch } from '../../shared/organizations/rules.ts'
import { app } from '../app.ts'
import { DocumentButtons } from '../documents/DocumentButtons.tsx'
import { viewItems } from '../documents/view-items.ts'
import { useMembersLedger } from '../fields/fields.ts'
import { useAsk } from '../kit/ask.ts'
import { Empty } from '../kit/Empty.tsx'
import { goAnd, useIntent } from '../kit/intent.ts'
import { useKeys } from '../kit/keys.ts'
import { LedgerTable } from '../kit/LedgerTable.tsx'
import { useRemembered } from '../kit/remembered.ts'
import { Screen } from '../kit/Screen.tsx'
import type { Sort } from '../kit/sorting.ts'
import { useView } from '../kit/view.ts'
import { Waiting } from '../kit/Waiting.tsx'
import { familyOf } from '../rooms.tsx'
import { useWhere } from '../shell/where.ts'
import { AdmitDialog } from './AdmitDialog.tsx'
import { BatchBar } from './BatchBar.tsx'
import { FilterBar } from './FilterBar.tsx'
import { type Filters, filtered, noFilters } from './filters.ts'
import { MemberDrawer } from './MemberDrawer.tsx'
import { MergeDialog } from './MergeDialog.tsx'
import './members.css'

const usualColumns = ['name', 'gender', 'birthDay', 'category', 'joinedOn', 'groupName', 'mobile', 'employer']

/** 看总支、党委时，姓名后面跟着支部；常用的几列正好一屏。 */
const withBranch = ([first = 'name', ...rest]: readonly string[]) => [first, 'branchName', ...rest.filter((one) => one !== 'employer')]

/** 党员：名册、筛选、一人的抽屉。 */
export default function MembersScreen() {
  const { organizationId, organization, organizations, today, year } = useWhere()
  const [text, setText] = useRemembered('members.text', '')
  const [filters, setFilters] = useRemembered<Filters>('members.filters', noFilters)
  const [sort, setSort] = useRemembered<Sort | undefined>('members.sort', undefined)
  const [active, setActive] = useRemembered<number | undefined>('members.active', undefined)
  const ledger = useMembersLedger()
  const [view, setView, chosen] = useView(ledger, usualColumns)
  const [drawer, setDrawer] = useState(false)
  const [selected, setSelected] = useState<number[]>([])
  const [open, setOpen] = useState<'admit' | 'merge'>()
  const filter = useRef<InputRef>(null)
  const body = useRef<HTMLDivElement>(null)

  const standing = filters.standing === 'inRoll' ? 'inRoll' : 'all'
  const rows = useAsk(app.members.list, { organizationId, text: useDeferredValue(text).trim(), standing }, { keep: true })
  const standards = useAsk(app.members.standards, {}).data
  const shown = useMemo(() => filtered(rows.data ?? [], filters, today, standards?.limits), [rows.data, filters, today, standards])
  const current = shown.find((one) => one.id === active)
  const picked = shown.filter((one) => selected.includes(one.id))
  const isLeaf = isBranch(organization.kind)
  const columns = isLeaf || chosen ? view.columns : withBranch(usualColumns)

  const focusTable = () => {
    body.current?.querySelector<HTMLElement>('[role="grid"]')?.focus()
    if (!current) setActive(shown[0]?.id)
  }
  const show = (row: MemberRow) => {
    setActive(row.id)
    setDrawer(true)
  }
  useIntent('members.admit', () => setOpen('admit'))
  useIntent('members.check', () => setFilters({ ...noFilters, doubtful: true }))
  useKeys({ n: () => setOpen('admit'), '/': () => filter.current?.focus({ cursor: 'all' }) })

  const hasBranch = organizations.some((one) => isBranch(one.kind) && !one.dissolvedOn)
  if (!hasBranch)
    return (
      <Screen title="党员">
        <Empty sentence="党员编在支部里，这里还没有支部。">
          <Button type="primary" onClick={() => goAnd('/organizations', 'organizations.found')}>
            新建支部
          </Button>
        </Empty>
      </Screen>
    )
  const scope = { organizationId, year }
  return (
    <Screen
      fill
      title="党员"
      family={familyOf('people')}
      tools={
        <>
          <DocumentButtons
            menu="导出"
            items={[
              ...viewItems({ ledger, scope: { organizationId, year: Number(today.slice(0, 4)) }, columns, rows: shown, sort }),
              { label: '党员花名册（Excel）', wanted: { kind: 'ledger', ledger: 'roster', scope, format: 'xlsx' } },
              { label: '党员信息台账（Excel）', wanted: { kind: 'ledger', ledger: 'members', scope, format: 'xlsx' } },
              { label: '党员基本信息采集表（PDF）', wanted: { kind: 'memberCards', organizationId } },
            ]}
          />
          <Button onClick={() => navigate('/imports')}>导入名册</Button>
          <Button type="primary" onClick={() => setOpen('admit')} aria-keyshortcuts="N">
            登记党员 N
          </Button>
        </>
      }
    >
      <FilterBar
        input={filter}
        text={text}
        onText={setText}
        filters={filters}
        onFilters={setFilters}
        view={{ ...view, columns }}
        onView={setView}
        onDown={focusTable}
        counts={rows.data ? `${shown.length} 人` : ''}
      />
      {picked.length > 0 && <BatchBar people={picked} onClear={() => setSelected([])} onMerge={() => setOpen('merge')} />}
      <div className="members-body" ref={body}>
        {rows.data === undefined ? (
          <Waiting error={rows.error} />
        ) : (
          <LedgerTable
            ledger={ledger}
            label="党员名册"
            rows={shown}
            rowKey={(row) => row.id}
            columns={columns}
            widths={view.widths}
            sort={sort}
            onSort={setSort}
            active={current?.id}
            onOpen={show}
            onMove={(row) => setActive(row.id)}
            selected={picked.map((one) => one.id)}
            onSelect={(keys) => setSelected(keys.map(Number))}
            empty={
              rows.data.length > 0 || text !== '' || filters !== noFilters ? (
                <Empty sentence="没有符合的人。换个写法，或清除筛选。">
                  <Button
                    onClick={() => {
                      setText('')
                      setFilters(noFilters)
                    }}
                  >
                    清除筛选
                  </Button>
                </Empty>
              ) : (
                <Empty sentence="名册还是空的。手头有 Excel 名册就导入，没有就一个一个登记。">
                  <Button type="primary" onClick={() => navigate('/imports')}>
                    导入名册
                  </Button>
                  <Button onClick={() => setOpen('admit')}>登记党员</Button>
                </Empty>
              )
            }
          />
        )}
        {drawer && current && <MemberDrawer member={current} onClose={() => setDrawer(false)} />}
      </div>
      {open === 'admit' && <AdmitDialog onDone={setActive} onClose={() => setOpen(undefined)} />}
      {open === 'merge' && (
        <MergeDialog
          people={picked}
          onDone={(id) => {
            setSelected([])
            setActive(id)
          }}
          onClose={() => setOpen(undefined)}
        />
      )}
    </Screen>
  )
}
