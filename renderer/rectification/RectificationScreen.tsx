import { Button, Segmented } from 'antd'
import { useMemo, useState } from 'react'
import { Link } from 'wouter'
import type { ItemRow, Progress } from '../../shared/rectification/contract.ts'
import { rectificationLedger } from '../../shared/rectification/ledger.ts'
import { progressWords } from '../../shared/rectification/words.ts'
import { app } from '../app.ts'
import { DocumentButtons } from '../documents/DocumentButtons.tsx'
import { viewItems } from '../documents/view-items.ts'
import { nowOf, useAsk } from '../kit/ask.ts'
import { Empty } from '../kit/Empty.tsx'
import { useKeys } from '../kit/keys.ts'
import { LedgerTable } from '../kit/LedgerTable.tsx'
import { useRemembered } from '../kit/remembered.ts'
import { Screen } from '../kit/Screen.tsx'
import { Waiting } from '../kit/Waiting.tsx'
import { familyOf } from '../rooms.tsx'
import { useWhere } from '../shell/where.ts'
import { FinishDialog } from './FinishDialog.tsx'
import { ItemDialog } from './ItemDialog.tsx'
import { ProgressMark } from './ProgressMark.tsx'
import './rectification.css'

type Wanted = 'waiting' | 'overdue' | 'done' | 'all'

const waiting = ['due', 'progress', 'problem', 'measure', 'responsible', 'raisedOn']
const columns: Record<Wanted, readonly string[]> = {
  waiting,
  overdue: waiting,
  done: ['doneOn', 'problem', 'responsible', 'outcome', 'due'],
  all: ['due', 'progress', 'problem', 'measure', 'responsible', 'doneOn'],
}
const widths = {
  ...{ due: 8.4, organizationName: 9, progress: 5, problem: 15, measure: 15 },
  ...{ responsible: 5, raisedOn: 8.4, outcome: 16, doneOn: 8.4 },
}
const rank: Record<Progress, number> = { overdue: 0, open: 1, done: 2 }
/** 过期的在前，其余按时限，没有时限的在后；办完的在最后。 */
const byUrgency = (a: ItemRow, b: ItemRow) => rank[a.progress] - rank[b.progress] || (a.due ?? '9999').localeCompare(b.due ?? '9999')

const fits = (wanted: Wanted, progress: Progress) => wanted === 'all' || (wanted === 'waiting' ? progress !== 'done' : progress === wanted)

/** 整改：组织生活会和平时查摆出来的，一项一行，办完了填完成情况。 */
export default function RectificationScreen() {
  const { organizationId, organization, organizations, year } = useWhere()
  const scope = { organizationId, year }
  const rows = useAsk(app.rectification.listByYear, scope, { keep: true })
  const people = useAsk(app.members.list, { organizationId }, { keep: true }).data
  const [wanted, setWanted] = useRemembered<Wanted>('rectification.wanted', 'waiting')
  const [editing, setEditing] = useState<ItemRow | 'new'>()
  const [finishing, setFinishing] = useState<ItemRow>()
  useKeys({ n: () => setEditing('new') })
  const shown = useMemo(() => (rows.data ?? []).filter(({ progress }) => fits(wanted, progress)).sort(byUrgency), [rows.data, wanted])
  if (!rows.data || !people) return <Waiting error={rows.error} />

  const count = (of: Wanted) => rows.data.filter(({ progress }) => fits(of, progress)).length
  const [first = '', ...others] = columns[wanted]
  const parts = organizations.filter((one) => one.parentId === organizationId && one.kind !== 'group' && one.dissolvedOn === null)
  const several = parts.length > 0
  const inView = several ? [first, 'organizationName', ...others] : columns[wanted]
  const add = (
    <Button type="primary" title="N" onClick={() => setEditing('new')}>
      添加整改 N
    </Button>
  )
  return (
    <Screen
      title="整改"
      family={familyOf('life')}
      fill
      tools={
        <>
          <Segmented<Wanted>
            aria-label="按状态筛选"
            value={wanted}
            onChange={setWanted}
            options={[
              { value: 'waiting', label: `还没完成 ${count('waiting')}` },
              { value: 'overdue', label: `${progressWords.overdue} ${count('overdue')}` },
              { value: 'done', label: `${progressWords.done} ${count('done')}` },
              { value: 'all', label: '全部' },
            ]}
          />
          <DocumentButtons
            menu="导出台账"
            items={[
              ...(['xlsx', 'pdf'] as const).map((format) => ({
                label: `整改台账 ${format === 'xlsx' ? 'Excel' : 'PDF'}`,
                wanted: { kind: 'ledger' as const, ledger: 'rectification', scope, format },
              })),
              ...viewItems({ ledger: rectificationLedger, scope, columns: inView, rows: shown, sort: undefined }),
            ]}
          />
          {add}
        </>
      }
      strip={`${year} 年提出的、${year} 年完成的，和更早提出还没完成的都在这里；点一行修改，办完了按“完成”。`}
    >
      <LedgerTable<ItemRow>
        ledger={rectificationLedger}
        label="整改"
        rows={shown}
        rowKey={({ id }) => id}
        columns={inView}
        widths={widths}
        render={{ progress: ({ progress }) => <ProgressMark progress={progress} /> }}
        extra={[
          { key: 'meeting', label: '出自', width: 7, render: (row) => <FromMeeting row={row} /> },
          { key: 'act', label: '', width: 4, render: (row) => <Finish row={row} onFinish={setFinishing} /> },
        ]}
        active={editing === 'new' ? undefined : editing?.id}
        onOpen={setEditing}
        empty={
          <Empty
            sentence={
              rows.data.length === 0
                ? '还没有整改。组织生活会上查摆出来的，在那次会议的“专项”里记；平时发现的在这里添。'
                : wanted === 'waiting'
                  ? '✓ 都办完了。'
                  : '没有符合筛选的整改。'
            }
          >
            {rows.data.length === 0 && add}
          </Empty>
        }
      />
      {editing && (
        <ItemDialog
          item={editing === 'new' ? undefined : nowOf(editing, rows.data)}
          blank={{ organizationId, meetingId: null, raisedOn: null }}
          people={people}
          organizations={[organization, ...parts]}
          onClose={() => setEditing(undefined)}
        />
      )}
      {finishing && <FinishDialog item={finishing} onClose={() => setFinishing(undefined)} />}
    </Screen>
  )
}

const FromMeeting = ({ row: { meetingId, meetingTopic } }: { row: ItemRow }) =>
  meetingId === null ? (
    <span className="hint">平时</span>
  ) : (
    <Link href={`/meetings/${meetingId}`} title={meetingTopic} onClick={(event) => event.stopPropagation()}>
      {meetingTopic}
    </Link>
  )

const Finish = ({ row, onFinish }: { row: ItemRow; onFinish: (row: ItemRow) => void }) =>
  row.progress === 'done' ? null : (
    <Button
      size="small"
      aria-label={`完成：${row.problem}`}
      onClick={(event) => {
        event.stopPropagation()
        onFinish(row)
      }}
    >
      完成
    </Button>
  )
