import { Button, Select } from 'antd'
import { useMemo, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import type { SignInOptions } from '../../shared/documents/contract.ts'
import type { Id } from '../../shared/kit/values.ts'
import type { MeetingRow, MeetingStatus } from '../../shared/meetings/contract.ts'
import { registerLedger } from '../../shared/meetings/ledger.ts'
import { statusWords } from '../../shared/meetings/words.ts'
import { app } from '../app.ts'
import { DocumentButtons, type DocumentItem } from '../documents/DocumentButtons.tsx'
import { useSignInOptions } from '../documents/use-sign-in.ts'
import { viewItems } from '../documents/view-items.ts'
import { useAsk } from '../kit/ask.ts'
import { ColumnChoice } from '../kit/ColumnChoice.tsx'
import { Empty } from '../kit/Empty.tsx'
import { goAnd, useIntent } from '../kit/intent.ts'
import { useKeys } from '../kit/keys.ts'
import { LedgerTable } from '../kit/LedgerTable.tsx'
import { useRemembered } from '../kit/remembered.ts'
import { Screen } from '../kit/Screen.tsx'
import { type Sort, sorted } from '../kit/sorting.ts'
import { useView } from '../kit/view.ts'
import { Waiting } from '../kit/Waiting.tsx'
import { familyOf } from '../rooms.tsx'
import { hasBranches, useWhere } from '../shell/where.ts'
import { useBranchGaps } from './branch-gaps.ts'
import { GapStrip } from './GapStrip.tsx'
import { PlanDialog } from './PlanDialog.tsx'
import { copyOf, type PlanForm } from './plan-form.ts'
import { SeriesDialog } from './SeriesDialog.tsx'
import { StatusMark } from './StatusMark.tsx'
import './meetings.css'

const statuses = Object.keys(statusWords) as MeetingStatus[]
const ownColumns = ['day', 'startsAt', 'kindNames', 'topic', 'status', 'expected', 'present', 'onLeave', 'absent', 'rate', 'place', 'host']
const ownWidths = {
  day: 8.4,
  startsAt: 3,
  kindNames: 10,
  topic: 16,
  place: 8,
  host: 4,
  expected: 2.2,
  present: 2.2,
  onLeave: 2.2,
  absent: 2.2,
  rate: 3.6,
  status: 7,
}
const unionColumns = ['day', 'organizationName', 'kindNames', 'topic', 'status', 'expected', 'present', 'onLeave', 'absent', 'rate']
const unionWidths = { ...ownWidths, organizationName: 13, topic: 15 }

/** 从“去安排”来时已经选好的。 */
interface Wanted {
  kind?: string | undefined
  host?: Id | undefined
  copied?: PlanForm | undefined
}

/** 勾选的几次会议合印一份，次序照屏幕上的。 */
const papersOf = (meetingIds: Id[], signIn: SignInOptions): DocumentItem[] => [
  { label: '会议记录合印', wanted: { kind: 'severalMeetings', what: 'minutes', meetingIds, signIn } },
  { label: '签到表合印', wanted: { kind: 'severalMeetings', what: 'signInSheet', meetingIds, signIn } },
  { label: '会议记录 Excel（带目录）', wanted: { kind: 'meetingWorkbook', meetingIds, format: 'xlsx' } },
]

/** 会议活动：还差什么在最上面，下面是这一年的会议。 */
export default function MeetingsScreen() {
  const { organizationId, organizations, year } = useWhere()
  const scope = { organizationId, year }
  const [, go] = useLocation()
  const rows = useAsk(app.meetings.listByYear, scope)
  const gaps = useBranchGaps()
  const kinds = useAsk(app.meetings.kinds, {})
  const [kind, setKind] = useRemembered('meetings.kind', '')
  const [status, setStatus] = useRemembered<MeetingStatus | 'voided' | ''>('meetings.status', '')
  const [sort, setSort] = useState<Sort | undefined>({ field: 'day', down: true })
  const [active, setActive] = useRemembered<number | undefined>('meetings.active', undefined)
  const [selected, setSelected] = useState<Id[]>([])
  const [planning, setPlanning] = useState<Wanted>()
  const [signIn] = useSignInOptions()
  const [series, setSeries] = useState(false)
  const filter = useRef<HTMLDivElement>(null)
  const several = hasBranches({ organizationId, organizations })
  const [view, setView] = useView(registerLedger, several ? unionColumns : ownColumns, several ? unionWidths : ownWidths)
  const shown = useMemo(
    () =>
      (rows.data ?? []).filter(
        (row) =>
          (!kind || row.kinds.includes(kind)) &&
          (status === 'voided' ? row.voidedReason !== null : row.voidedReason === null && (!status || row.status === status)),
      ),
    [rows.data, kind, status],
  )
  useIntent<Wanted>('meetings.plan', (wanted = {}) => setPlanning(wanted))
  useKeys({ n: () => setPlanning({}), '/': () => filter.current?.querySelector('input')?.focus() })

  if (!rows.data || !kinds.data) return <Waiting error={rows.error ?? kinds.error} />
  const chosen = sorted(shown, registerLedger, sort).flatMap(({ id }) => (selected.includes(id) ? [id] : []))
  const [one] = chosen
  const copy = async (id: Id) => {
    const page = await app.meetings.page({ id }).catch(() => null)
    if (page) setPlanning({ copied: copyOf(page) })
  }
  const nothing =
    rows.data.length === 0 ? (
      <Empty sentence={`${year} 年还没有会议。安排一次，签到表、出勤和记录都从它开始。`}>
        <Button type="primary" onClick={() => setPlanning({})}>
          新建会议 N
        </Button>
        <Button onClick={() => goAnd('/imports', 'imports.into', 'meetings')}>导入过去的台账</Button>
      </Empty>
    ) : (
      <Empty sentence="没有符合筛选的会议。">
        <Button
          onClick={() => {
            setKind('')
            setStatus('')
          }}
        >
          看全部 {rows.data.length} 次
        </Button>
      </Empty>
    )
  return (
    <Screen
      title="会议活动"
      family={familyOf('life')}
      fill
      tools={
        <>
          <div ref={filter} className="meetings-filter">
            <Select
              aria-label="按类型筛选"
              title="/"
              style={{ width: 170 }}
              value={kind}
              onChange={setKind}
              options={[{ value: '', label: '全部类型' }, ...kinds.data.map(({ code, name }) => ({ value: code, label: name }))]}
            />
            <Select
              aria-label="按状态筛选"
              style={{ width: 120 }}
              value={status}
              onChange={setStatus}
              options={[
                { value: '' as const, label: '全部状态' },
                ...statuses.map((value) => ({ value, label: statusWords[value] })),
                { value: 'voided' as const, label: '作废' },
              ]}
            />
          </div>
          {one !== undefined && chosen.length === 1 && <Button onClick={() => void copy(one)}>复制这次会议</Button>}
          {chosen.length > 0 && <DocumentButtons menu={`打印所选 ${chosen.length} 次`} items={papersOf(chosen, signIn)} />}
          <ColumnChoice ledger={registerLedger} view={view} onView={setView} always="day" />
          <DocumentButtons
            menu="导出台账"
            items={[
              ...viewItems({ ledger: registerLedger, scope, columns: view.columns, rows: shown, sort }),
              { label: '三会一课台账 Excel', wanted: { kind: 'ledger', ledger: 'register', scope, format: 'xlsx' } },
              { label: '三会一课台账 PDF', wanted: { kind: 'ledger', ledger: 'register', scope, format: 'pdf' } },
            ]}
          />
          <Button onClick={() => goAnd('/imports', 'imports.into', 'meetings')}>导入台账</Button>
          <Button onClick={() => setSeries(true)}>批量安排</Button>
          <Button type="primary" onClick={() => setPlanning({})} title="N">
            新建会议 N
          </Button>
        </>
      }
      strip={
        gaps.data &&
        gaps.data.length > 0 && (
          <GapStrip branches={gaps.data} onPlan={(kind, host) => setPlanning({ kind, host })} onOpen={(id) => go(`/meetings/${id}`)} />
        )
      }
    >
      <LedgerTable<MeetingRow>
        ledger={registerLedger}
        label="会议"
        rows={shown}
        rowKey={(row) => row.id}
        columns={view.columns}
        widths={view.widths}
        render={{ status: (row) => <StatusMark status={row.status} backfilled={row.backfilled} voided={row.voidedReason !== null} /> }}
        sort={sort}
        onSort={setSort}
        selected={selected}
        onSelect={(keys) => setSelected(keys.map(Number))}
        active={active}
        onMove={(row) => setActive(row.id)}
        onOpen={(row) => {
          setActive(row.id)
          go(`/meetings/${row.id}`)
        }}
        empty={nothing}
      />
      {series && <SeriesDialog kinds={kinds.data} onClose={() => setSeries(false)} />}
      {planning && (
        <PlanDialog
          kinds={kinds.data}
          kind={planning.kind}
          host={planning.host}
          copied={planning.copied}
          onClose={() => setPlanning(undefined)}
          onPlanned={(id) => go(`/meetings/${id}`)}
        />
      )}
    </Screen>
  )
}
