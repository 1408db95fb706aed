import type { AttendanceYear } from '../../shared/attendance/contract.ts'
import { tallyMeetings, tallyOf, yearOfKind, yearOfPeople, yearWith } from '../../shared/attendance/rules.ts'
import { legend, yearMarks } from '../../shared/attendance/words.ts'
import type { Wanted } from '../../shared/documents/contract.ts'
import { showDay } from '../../shared/ledger/columns.ts'
import type { TaskContext } from '../core/services.ts'
import { fileName } from './file-name.ts'
import { type Composed, kindNamed, organizationName } from './ledger-papers.ts'
import { linesIn, unitsOf } from './text-width.ts'
import type { SheetCell, SheetColumn, SheetPlan } from './workbook.ts'

/** 印在纸上一张最多几次会；工作簿是一张宽表，超过 FOLDED 次打印时折成两页，字不至于太小。 */
const MOST_MEETINGS = 16
const FOLDED = 20
const MARK_WIDTH = 7

interface Heading {
  unit: string
  title: string
  on: string
  mark: string
}

const column = (label: string, width: number, format: SheetColumn['format'], align: SheetColumn['align'] = 'center'): SheetColumn => ({
  label,
  width,
  align,
  format,
  total: false,
})

/** 例：'3/5\n支部党员大会' */
const headOf = ({ day, kindNames }: AttendanceYear['meetings'][number]) =>
  `${Number(day.slice(5, 7))}/${Number(day.slice(8))}\n${kindNames.split('、')[0] ?? ''}`

/** 几次会的一张表；withTotals 时右边接着全年的合计。末两行是每次会的应到、实到。 */
function sheetOf(year: AttendanceYear, meetings: AttendanceYear['meetings'], withTotals: boolean, heading: Heading): SheetPlan {
  const totals = tallyMeetings(year)
  const whole = tallyOf(year.people.flatMap(({ marks }) => marks.map(([, mark]) => mark)))
  const counts = ['expected', 'present', 'onLeave', 'absent', 'madeUp', 'rate'] as const
  const labels = { expected: '应到', present: '实到', onLeave: '请假', absent: '缺席', madeUp: '补课', rate: '出席率' }
  const columns = [
    column('序号', 5, 'number'),
    column('姓名', Math.min(16, Math.max(10, ...year.people.map(({ name }) => unitsOf(name) + 2))), 'text'),
    ...meetings.map((meeting) => column(headOf(meeting), MARK_WIDTH, 'text')),
    ...(withTotals ? counts.map((key) => column(labels[key], key === 'rate' ? 8 : 6, key === 'rate' ? 'percent' : 'number', 'right')) : []),
  ]
  const rows = year.people.map(({ name, marks }, index): SheetCell[] => {
    const at = new Map(marks)
    const tally = tallyOf(marks.map(([, mark]) => mark))
    const signs = meetings.map(({ meetingId }) => {
      const mark = at.get(meetingId)
      return mark ? yearMarks[mark].sign : ''
    })
    return [index + 1, name, ...signs, ...(withTotals ? counts.map((key) => tally[key]) : [])]
  })
  const footer = (label: string, key: 'expected' | 'present'): SheetCell[] => [
    null,
    label,
    ...meetings.map(({ meetingId }) => String(totals.find((one) => one.meetingId === meetingId)?.[key] ?? 0)),
    ...(withTotals ? counts.map((count) => ((count === 'expected') === (key === 'expected') ? whole[count] : null)) : []),
  ]
  const all = [...rows, footer('应到人数', 'expected'), footer('实到人数', 'present')]
  return {
    name: '年度考勤表',
    title: heading.title,
    heading: [`填报单位（盖章）：${heading.unit}`, `填报日期：${heading.on}`, '单位：人次'],
    columns,
    rows: all,
    headerHeight: Math.max(30, ...columns.map(({ label, width }) => linesIn(label, width - 1) * 15 + 6)),
    rowHeights: all.map(() => 22),
    notes: [legend],
    closing: ['填表人：', '审核人：', '负责人：'],
    mark: heading.mark,
    orientation: 'landscape',
    secondPageAt: meetings.length > FOLDED ? 2 + Math.ceil(meetings.length / 2) : null,
    frozenColumns: 2,
  }
}

interface Part {
  name: string
  year: AttendanceYear
}

/** 几个支部开的会各成一份：那个支部的会，那些会上的人与支部里的人。只有一个支部的会时不分。 */
function partsOf(year: AttendanceYear, whole: string): Part[] {
  const units = new Map(year.meetings.map(({ organizationId, organizationName }) => [organizationId, organizationName]))
  if (units.size <= 1) return [{ name: whole, year }]
  return [...units]
    .sort(([a], [b]) => a - b)
    .map(([id, name]) => {
      const { meetings, people } = yearWith(year, ({ organizationId }) => organizationId === id)
      return { name, year: { meetings, people: people.filter(({ marks, branchName }) => marks.length > 0 || branchName === name) } }
    })
}

/** 印在纸上的几张：会多的接着另起一张，末一张带全年合计。 */
function pagesOf(year: AttendanceYear, heading: Heading): SheetPlan[] {
  const pages = Math.max(1, Math.ceil(year.meetings.length / MOST_MEETINGS))
  const size = Math.ceil(year.meetings.length / pages)
  return Array.from({ length: pages }, (_, page) =>
    sheetOf(year, year.meetings.slice(page * size, (page + 1) * size), page === pages - 1, heading),
  )
}

/** 年度考勤表：人 × 会，记号与图例；各行之和等于各列之和。总支的一个支部一份。 */
export async function composeMatrix(context: TaskContext, wanted: Extract<Wanted, { kind: 'attendanceMatrix' }>): Promise<Composed> {
  const { app, today, session } = context
  const { scope, meetingKind, memberIds, format } = wanted
  const facts = yearOfKind(await app.attendance.year(scope), meetingKind)
  const chosen = new Set(memberIds)
  const year = memberIds === null ? facts : yearOfPeople(facts, ({ memberId }) => chosen.has(memberId))
  const unit = await organizationName(context, scope.organizationId)
  const kind = await kindNamed(context, meetingKind)
  const demo = session.describe()?.demo ?? false
  const parts = partsOf(year, unit).map(({ name, year: part }) => ({
    part,
    heading: { unit: name, title: `${name}${scope.year}年度${kind}考勤表`, on: showDay(today), mark: demo ? '演示' : '' },
  }))
  return {
    plan:
      format === 'pdf'
        ? { kind: 'ledgerTable', sheets: parts.flatMap(({ part, heading }) => pagesOf(part, heading)), demo }
        : {
            kind: 'workbook',
            sheets: parts.map(({ part, heading }, at) => ({
              ...sheetOf(part, part.meetings, true, heading),
              name: parts.length > 1 ? `${at + 1} ${heading.unit}` : '年度考勤表',
            })),
          },
    name: fileName([unit, `${kind}考勤表`, String(scope.year)], today, format),
    notes: year.meetings.length === 0 ? ['这一年还没有开过的会。'] : [],
  }
}
