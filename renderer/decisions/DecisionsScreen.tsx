import { Button, Input, Select } from 'antd'
import { useMemo, useState } from 'react'
import { Link } from 'wouter'
import { navigate } from 'wouter/use-hash-location'
import type { DecisionRow, DecisionState } from '../../shared/decisions/contract.ts'
import { decisionsLedger } from '../../shared/decisions/ledger.ts'
import { stateWords } from '../../shared/decisions/rules.ts'
import { app } from '../app.ts'
import { DocumentButtons } from '../documents/DocumentButtons.tsx'
import { viewItems } from '../documents/view-items.ts'
import { useAct, useAsk } from '../kit/ask.ts'
import { DayInput, problemOfDay } from '../kit/DayInput.tsx'
import { Dialog } from '../kit/Dialog.tsx'
import { Empty } from '../kit/Empty.tsx'
import { Field } from '../kit/Field.tsx'
import { LedgerTable } from '../kit/LedgerTable.tsx'
import { Screen } from '../kit/Screen.tsx'
import { Waiting } from '../kit/Waiting.tsx'
import { familyOf } from '../rooms.tsx'
import { hasBranches, useWhere } from '../shell/where.ts'

const own = ['due', 'state', 'text', 'responsible', 'topic', 'day', 'doneOn', 'note']
const inUnion = own.toSpliced(1, 0, 'organizationName')
const widths = { due: 8.4, organizationName: 9, state: 4.5, text: 18, responsible: 5, topic: 12, day: 8.4, doneOn: 8.4, note: 10 }
const rank: Record<DecisionState, number> = { overdue: 0, open: 1, done: 2 }
/** 逾期的在前，其余按期限，没有期限的在后。 */
const byUrgency = (a: DecisionRow, b: DecisionRow) => rank[a.state] - rank[b.state] || (a.due ?? '9999').localeCompare(b.due ?? '9999')
type Wanted = 'waiting' | 'all' | DecisionState

/** 议定事项：会上定了、写了责任人或期限的，办完才下去。 */
export default function DecisionsScreen() {
  const { organizationId, organizations, year } = useWhere()
  const columns = hasBranches({ organizationId, organizations }) ? inUnion : own
  const scope = { organizationId, year }
  const rows = useAsk(app.decisions.list, scope, { keep: true })
  const [wanted, setWanted] = useState<Wanted>('waiting')
  const [open, setOpen] = useState<DecisionRow>()
  const shown = useMemo(
    () =>
      (rows.data ?? [])
        .filter(({ state }) => wanted === 'all' || (wanted === 'waiting' ? state !== 'done' : state === wanted))
        .sort(byUrgency),
    [rows.data, wanted],
  )
  if (!rows.data) return <Waiting error={rows.error} />
  return (
    <Screen
      title="议定事项"
      family={familyOf('life')}
      fill
      tools={
        <>
          <Select<Wanted>
            aria-label="按状态筛选"
            style={{ width: 160 }}
            value={wanted}
            onChange={setWanted}
            options={[
              { value: 'waiting', label: '还没有完成的' },
              ...(['open', 'overdue', 'done'] as const).map((value) => ({ value, label: stateWords[value] })),
              { value: 'all', label: '全部' },
            ]}
          />
          <DocumentButtons
            menu="导出台账"
            items={[
              ...(['xlsx', 'pdf'] as const).map((format) => ({
                label: `议定事项落实台账 ${format === 'xlsx' ? 'Excel' : 'PDF'}`,
                wanted: { kind: 'ledger' as const, ledger: 'decisions', scope, format },
              })),
              ...viewItems({ ledger: decisionsLedger, scope, columns, rows: shown, sort: undefined }),
            ]}
          />
        </>
      }
      strip="会议上写了责任人或期限的议定事项都在这里，办完了就办结；归档的会议记录不动。"
    >
      <LedgerTable<DecisionRow>
        ledger={decisionsLedger}
        label="议定事项"
        rows={shown}
        rowKey={({ id }) => id}
        columns={columns}
        widths={widths}
        onOpen={setOpen}
        active={open?.id}
        empty={
          rows.data.length === 0 ? (
            <Empty sentence="还没有要落实的议定事项。在会议的“表决与决议”里写上责任人或期限。">
              <Button type="primary" onClick={() => navigate('/meetings')}>
                去会议活动
              </Button>
            </Empty>
          ) : (
            <Empty sentence={wanted === 'waiting' ? '✓ 都办完了。' : '没有符合筛选的议定事项。'} />
          )
        }
      />
      {open &&
        (open.state === 'done' ? (
          <DoneDialog decision={open} onClose={() => setOpen(undefined)} />
        ) : (
          <CompleteDialog decision={open} onClose={() => setOpen(undefined)} />
        ))}
    </Screen>
  )
}

interface DialogProps {
  decision: DecisionRow
  onClose: () => void
}

const About = ({ decision: { text, topic, day, meetingId, responsible } }: { decision: DecisionRow }) => (
  <>
    <p>{text}</p>
    <p className="hint">
      <Link href={`/meetings/${meetingId}`}>
        {day} {topic}
      </Link>
      {responsible && `　责任人：${responsible}`}
    </p>
  </>
)

/** 办结：哪天办完的、落实情况。日子由人写，不预填。 */
function CompleteDialog({ decision, onClose }: DialogProps) {
  const complete = useAct(app.decisions.complete, { quiet: true })
  const [doneOn, setDoneOn] = useState<string | null>(null)
  const [note, setNote] = useState('')
  const save = async () => {
    if (doneOn && (await complete.run({ id: decision.id, doneOn, note: note.trim() }))) onClose()
  }
  return (
    <Dialog
      title="办结议定事项"
      verb="办结"
      dirty={doneOn !== null || note !== ''}
      disabled={!doneOn || problemOfDay(doneOn) !== undefined}
      busy={complete.busy}
      refusal={complete.refusal}
      onSave={() => void save()}
      onClose={onClose}
    >
      <About decision={decision} />
      <Field label="完成日期" required wide>
        {(id, described) => <DayInput id={id} aria-describedby={described} value={doneOn} onChange={setDoneOn} />}
      </Field>
      <Field label="落实情况" wide>
        {(id) => <Input id={id} maxLength={200} value={note} onChange={(event) => setNote(event.target.value)} />}
      </Field>
    </Dialog>
  )
}

function DoneDialog({ decision, onClose }: DialogProps) {
  const resume = useAct(app.decisions.resume, { quiet: true })
  return (
    <Dialog
      title="已经办结"
      verb="取消办结"
      dirty={false}
      busy={resume.busy}
      refusal={resume.refusal}
      onSave={() => void resume.run({ id: decision.id }).then((answer) => answer && onClose())}
      onClose={onClose}
    >
      <About decision={decision} />
      <p>
        {decision.doneOn} 办结。{decision.note}
      </p>
      <Button type="link" href={`#/meetings/${decision.meetingId}`}>
        看那次会议
      </Button>
    </Dialog>
  )
}
