import { Button, Input, type InputRef, Segmented, Select } from 'antd'
import { useMemo, useRef, useState } from 'react'
import type { PersonTally } from '../../shared/attendance/contract.ts'
import { absenceLedger, meetingAttendanceLedger, personAttendanceLedger } from '../../shared/attendance/ledger.ts'
import { tallyMeetings, tallyPeople, yearOfKind, yearOfPeople } from '../../shared/attendance/rules.ts'
import { columnsOf, type Ledger } from '../../shared/ledger/define.ts'
import { app } from '../app.ts'
import { DocumentButtons, type DocumentItem } from '../documents/DocumentButtons.tsx'
import { useAsk } from '../kit/ask.ts'
import { Called } from '../kit/Called.tsx'
import { Empty } from '../kit/Empty.tsx'
import { goAnd, useIntent } from '../kit/intent.ts'
import { useKeys } from '../kit/keys.ts'
import { LedgerTable } from '../kit/LedgerTable.tsx'
import { useRemembered } from '../kit/remembered.ts'
import { Screen } from '../kit/Screen.tsx'
import { type Sort, sorted } from '../kit/sorting.ts'
import { Waiting } from '../kit/Waiting.tsx'
import { hasBranches, useWhere } from '../shell/where.ts'
import { Absences } from './Absences.tsx'
import { findNext } from './names.ts'
import { YearGrid } from './YearGrid.tsx'
import './attendance.css'
import './year.css'
import { navigate } from 'wouter/use-hash-location'

type View = 'grid' | 'people' | 'absences'

/** 每人出席率里显示的几列与列宽，屏幕上放得下；导出的有全部列。 */
const columns = ['name', 'branchName', 'groupName', 'expected', 'present', 'rate', 'onLeave', 'absent', 'madeUp']
const widths = { name: 6, branchName: 12, groupName: 7, expected: 3, present: 3, rate: 4, onLeave: 3, absent: 3, madeUp: 3 }

/** 例：'11/12' */
const ratio = (key: string, label: string, of: (row: PersonTally) => readonly [present: number, expected: number]) => ({
  ...{ key, label, width: 4, align: 'right' as const },
  render: (row: PersonTally) => {
    const [present, expected] = of(row)
    return expected === 0 ? '' : `${present}/${expected}`
  },
})
const byKind = [
  ratio('assembly', '大会', (row) => [row.assemblyPresent, row.assemblyExpected]),
  ratio('committee', '支委会', (row) => [row.committeePresent, row.committeeExpected]),
  ratio('group', '小组会', (row) => [row.groupPresent, row.groupExpected]),
  ratio('lecture', '党课', (row) => [row.lecturePresent, row.lectureExpected]),
  ratio('themeDay', '党日', (row) => [row.themeDayPresent, row.themeDayExpected]),
]

/** 考勤：一年的人与会；没有补课的；每个人的出席率。可以只看一类会议、一个支部或小组。 */
export default function AttendanceScreen() {
  const { organizationId, organizations, year, setYear } = useWhere()
  const scope = { organizationId, year }
  const facts = useAsk(app.attendance.year, scope, { keep: true })
  const absences = useAsk(app.attendance.absences, scope, { keep: true })
  const kinds = useAsk(app.meetings.kinds, {})
  const [seen, setSeen] = useRemembered<View>('attendance.view', 'grid')
  const [kind, setKind] = useRemembered('attendance.kind', '')
  const [unit, setUnit] = useRemembered('attendance.unit', '')
  const [text, setText] = useState('')
  const [sort, setSort] = useState<Sort>()
  const search = useRef<InputRef>(null)
  useIntent<number>('attendance.open', (given) => {
    if (given !== undefined) setYear(given)
    setSeen('absences')
    setKind('')
    setUnit('')
  })
  useKeys({ '/': () => search.current?.focus() })
  const shown = useMemo(() => {
    if (!facts.data) return undefined
    const year = yearOfKind(facts.data, kind || null)
    if (!unit && text.trim() === '') return year
    return yearOfPeople(
      year,
      (person) =>
        (!unit || person.branchName === unit || person.groupName === unit) && (text.trim() === '' || findNext([person], text, 0) === 0),
    )
  }, [facts.data, kind, unit, text])
  if (!shown || !facts.data || !absences.data || !kinds.data) return <Waiting error={facts.error ?? absences.error ?? kinds.error} />

  const units = [...new Set(facts.data.people.flatMap(({ branchName, groupName }) => [branchName, groupName]))].filter(
    (name) => name !== null,
  )
  const meetingsShown = new Set(shown.meetings.map(({ meetingId }) => meetingId))
  const peopleShown = new Set(shown.people.map(({ memberId }) => memberId))
  const gaps = absences.data.filter(({ meetingId, memberId }) => meetingsShown.has(meetingId) && peopleShown.has(memberId))
  const open = gaps.filter(({ madeUpOn }) => madeUpOn === null)
  const waiting = new Set(open.map(({ memberId }) => memberId)).size
  const none = facts.data.meetings.length === 0
  const people = tallyPeople(shown)
  const meetingKind = kind || null
  const nobody =
    text.trim() === '' ? '没有符合筛选的人。' : `没有找到“${text.trim()}”：这里认姓名和首字母；电话、身份证后四位请在最上面的搜索里找。`
  const filtered = unit !== '' || text.trim() !== ''
  const matrix = { kind: 'attendanceMatrix' as const, scope, meetingKind, memberIds: filtered ? people.map(({ id }) => id) : null }
  const view = (ledger: Ledger, rows: readonly { id: number }[]) => ({
    kind: 'view' as const,
    ledger: ledger.id,
    ...{ scope, meetingKind },
    columns: columnsOf(ledger).map(({ field }) => field),
    keys: rows.map(({ id }) => id),
    format: 'xlsx' as const,
  })
  const papers: DocumentItem[] = [
    { label: '年度考勤表 Excel', wanted: { ...matrix, format: 'xlsx' } },
    { label: '年度考勤表 PDF', wanted: { ...matrix, format: 'pdf' } },
    { label: '按人 Excel', wanted: view(personAttendanceLedger, sorted(people, personAttendanceLedger, sort)) },
    { label: '按会议 Excel', wanted: view(meetingAttendanceLedger, tallyMeetings(shown)) },
    { label: '缺勤补课 Excel', wanted: view(absenceLedger, gaps) },
  ]
  return (
    <Screen
      title="考勤"
      fill
      tools={
        <>
          <Input
            ref={search}
            aria-label="找人：姓名或拼音首字母"
            placeholder="找人：姓名或首字母  /"
            style={{ width: 190 }}
            allowClear
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          <Select
            aria-label="按类型筛选"
            style={{ width: 160 }}
            value={kind}
            onChange={setKind}
            options={[{ value: '', label: '全部类型' }, ...kinds.data.map(({ code, name }) => ({ value: code, label: name }))]}
          />
          {units.length > 1 && (
            <Select
              aria-label="按支部或小组筛选"
              style={{ width: 160 }}
              value={unit}
              onChange={setUnit}
              options={[{ value: '', label: '全部支部与小组' }, ...units.map((name) => ({ value: name, label: name }))]}
            />
          )}
          <Button onClick={() => goAnd('/imports', 'imports.into', 'attendance')}>导入签到表</Button>
          <DocumentButtons menu="导出台账" items={papers} />
        </>
      }
      strip={
        <div className="attendance-strip">
          <Segmented<View>
            aria-label="看什么"
            value={seen}
            onChange={setSeen}
            options={[
              { value: 'grid', label: '年度考勤表' },
              { value: 'people', label: '每人出席率' },
              { value: 'absences', label: `请假缺席 ${gaps.length}` },
            ]}
          />
          <span role="status">
            {none
              ? ''
              : people.length === 0
                ? nobody
                : waiting > 0
                  ? `还有 ${waiting} 人没有补课（${open.length} 人次）`
                  : '请假、缺席的都补了课'}
          </span>
        </div>
      }
    >
      {none ? (
        <Empty sentence={`${year} 年还没有开过的会。会议确认召开之后，出勤就到这里来。`}>
          <Button type="primary" onClick={() => navigate('/meetings')}>
            去会议活动
          </Button>
        </Empty>
      ) : people.length === 0 ? (
        <Empty sentence={nobody} />
      ) : seen === 'grid' ? (
        <YearGrid facts={shown} absences={absences.data} />
      ) : seen === 'people' ? (
        <LedgerTable
          ledger={personAttendanceLedger}
          label="每人出席率"
          rows={people}
          rowKey={(row) => row.id}
          columns={columns}
          extra={byKind}
          widths={{ ...widths, ...(people.some(({ aside }) => aside) && { name: 8 }) }}
          render={{ name: Called }}
          sort={sort}
          onSort={setSort}
          empty={<Empty sentence="没有符合筛选的人。" />}
        />
      ) : (
        <Absences rows={gaps} several={hasBranches({ organizationId, organizations })} />
      )}
    </Screen>
  )
}
