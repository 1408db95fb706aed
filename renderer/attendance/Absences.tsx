import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import type { Absence } from '../../shared/attendance/contract.ts'
import { absenceLedger } from '../../shared/attendance/ledger.ts'
import { app } from '../app.ts'
import { useAct } from '../kit/ask.ts'
import { Called } from '../kit/Called.tsx'
import { Empty } from '../kit/Empty.tsx'
import { LedgerTable } from '../kit/LedgerTable.tsx'
import { say } from '../kit/say.ts'
import { MakeupDialog } from './MakeupDialog.tsx'

const keyOf = ({ meetingId, memberId }: Absence) => `${meetingId}-${memberId}`
const own = ['name', 'day', 'kindNames', 'topic', 'state', 'reason', 'madeUpOn', 'content', 'taughtBy']
const inUnion = own.toSpliced(1, 0, 'branchName')
const widths = { name: 5, branchName: 9, day: 8.4, kindNames: 8, topic: 10, state: 3, reason: 7, madeUpOn: 8.4, content: 8, taughtBy: 4.5 }

/** 请假与缺席：默认只看没有补课的，勾几个一起登记。 */
export function Absences({ rows, several }: { rows: readonly Absence[]; several: boolean }) {
  const [all, setAll] = useState(false)
  const [selected, setSelected] = useState<string[]>([])
  const [making, setMaking] = useState<readonly Absence[]>()
  const drop = useAct(app.attendance.dropMakeups)
  const shown = all ? rows : rows.filter(({ madeUpOn }) => madeUpOn === null)
  const picked = shown.filter((row) => selected.includes(keyOf(row)))
  const made = picked.filter(({ madeUpOn }) => madeUpOn !== null)
  const dropThem = async () => {
    const absences = made.map(({ meetingId, memberId }) => ({ meetingId, memberId }))
    if (await drop.run({ absences })) say.done(`${absences.length} 条补课已撤销`)
    setSelected([])
  }
  return (
    <div className="year-view">
      <div className="attendance-bar">
        <Button type="primary" disabled={picked.length === 0} onClick={() => setMaking(picked)}>
          登记补课{picked.length > 0 && ` ${picked.length} 人次`}
        </Button>
        <Button disabled={made.length === 0} loading={drop.busy} onClick={() => void dropThem()}>
          撤销补课
        </Button>
        <Checkbox checked={all} onChange={(event) => setAll(event.target.checked)}>
          已补课的也列出
        </Checkbox>
        <span className="attendance-keys">空格勾选，可以几个人一起登记；补课不改当时的实到。</span>
      </div>
      <LedgerTable
        ledger={absenceLedger}
        label="请假与缺席"
        rows={shown}
        rowKey={keyOf}
        columns={several ? inUnion : own}
        widths={{ ...widths, ...(shown.some(({ aside }) => aside) && { name: 8 }) }}
        render={{ name: Called }}
        selected={selected}
        onSelect={(keys) => setSelected(keys.map(String))}
        onOpen={(row) => setMaking([row])}
        empty={<Empty sentence={rows.length === 0 ? '没有人请假或缺席。' : '请假、缺席的都补了课。'} />}
      />
      {making && (
        <MakeupDialog
          absences={making}
          onClose={() => {
            setMaking(undefined)
            setSelected([])
          }}
        />
      )}
    </div>
  )
}
