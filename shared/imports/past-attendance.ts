import { stateWords } from '../attendance/words.ts'
import type { Column } from '../ledger/columns.ts'
import { isPresent } from '../meetings/rules.ts'
import { factsOf } from './attendance-facts.ts'
import { type AttendanceBlock, type AttendanceHead, findAttendance, type MarkColumn } from './attendance-head.ts'
import { footnotesOf, isSymbol, legendOf, type Meaning, meaningOf, normalMark } from './attendance-marks.ts'
import { BLANK, isState, type Listed, type Person, personOf, type Sheet, type Sheeted, SKIP, SYMBOL } from './attendance-sheet.ts'
import { adviceFor, columnsFor } from './attendance-told.ts'
import { againstTotals } from './attendance-totals.ts'
import type { CellNote, SheetPreview, UnderstoodRow } from './contract.ts'
import { addressOf, type Grid, gridOf, letterOf, linesOf } from './grid.ts'
import { normalHeading } from './headings.ts'
import { readMemberCell } from './member-cells.ts'
import { type Occasions, occasionOf } from './occasions.ts'
import type { RawSheet } from './raw.ts'
import type { Understanding } from './read-body.ts'
import type { Understood } from './understand.ts'
import { yearSaid } from './when.ts'

const notAPerson =
  /^(列席|请假|缺席|缺勤|参会|出席|到会|应到|迟到|特邀)(人员|党员|同志|领导)?$|^(合计|小计|总计|共计|应到|实到|出勤|请假|缺席|缺勤|迟到|到会|出席)(人数|率|情况)?$|^(填表|制表|审核|记录|统计|经办|负责|主持|签到|列席|缺席|请假|参会|会议)?(人|人员)?[:：]|^(备注|注|说明|图例|日期|星期|附注)[:：]?|人数$|出勤率$|支部书记[:：]|签[字章]/
/** 单独一格的，不是分隔行而是人名。 */
const isPersonName = (text: string) => /^[\u3400-\u9fff·]{2,4}$/.test(text) && !notAPerson.test(text) && !/组$|支部$|人员$/.test(text)
const group = /^(第?[一二三四五六七八九十\d]{1,2}|.{1,8})(党小组|小组|班组)[:：]?$/

function readPerson(
  grid: Grid,
  row: number,
  block: AttendanceBlock,
  held: string,
  branchHeld: string,
  column: Column<unknown>,
  today: string,
): Person | undefined {
  const own = grid.own(row, block.name)
  const text = (own?.text ?? '').trim()
  if (!own || text === '' || notAPerson.test(text.replace(/\s/g, '')) || text.length > 20 || legendOf([text]).size > 0) return undefined
  const read = readMemberCell(own, 'name', column, today)
  const at = (from: number | undefined) => (from === undefined ? '' : grid.text(row, from))
  return {
    row,
    block,
    name: 'text' in read ? read.text : text,
    cell: addressOf(row, block.name),
    warning: 'text' in read ? read.warning : undefined,
    problem: 'problem' in read ? read.problem : undefined,
    groupName: at(block.groupName) || held,
    branchName: at(block.branchName) || branchHeld,
    reason: at(block.reason).replace(/\s*\n\s*/g, ' '),
    observing: false,
  }
}

/** 不是人的一行为什么跳过。 */
function whySkipped(grid: Grid, row: number, head: AttendanceHead): string {
  const texts = grid.filled(row).map((column) => grid.text(row, column).replace(/\s/g, ''))
  const [first = ''] = texts
  if (
    texts.every((text) => /^\d+$/.test(text)) &&
    grid.filled(row).every((column) => head.blocks.some(({ left, name }) => column >= left && column < name))
  )
    return '只有预印的序号，没有填人'
  if (texts.every((text) => /^(星期|周)?[一二三四五六日天]$|^星期$/.test(text))) return '星期一行'
  if (texts.some((text) => /^(合计|小计|总计|应到|实到|出勤|请假|缺席)(人数|率)?$|人数$|率$/.test(text))) return '合计行'
  if (texts.length === 1 && group.test(first)) return `分隔行“${first}”`
  return '表下的备注、落款'
}

/** 又写了一遍“姓名”的一行。 */
const isHeadAgain = (grid: Grid, head: AttendanceHead, row: number) =>
  head.blocks.some(
    ({ name }) => normalHeading(grid.text(row, name)) === normalHeading(grid.text(head.bottom, name)) && grid.own(row, name) !== undefined,
  )

const paperTitle = /(签到|考勤|点名|参会|出勤)[\u3400-\u9fff]{0,4}(表|册|簿|单)$|^(会议|活动|签到|召开)?(时间|日期).*\d/

/** 下面接着另一次会的表从哪一行起：又有一个标题（不是打印时每页重复的那个），再往下又有表头。 */
function anotherFrom(grid: Grid, head: AttendanceHead): number | undefined {
  const bare = (row: number) => grid.filled(row).map((column) => grid.text(row, column).replace(/[\s:：]/g, ''))
  const above = new Set(grid.rows.filter((row) => row < head.top).flatMap(bare))
  const below = grid.rows.filter((row) => row > head.bottom)
  const lastHead = below.findLast((row) => isHeadAgain(grid, head, row)) ?? -1
  return below.find((row) => row < lastHead && paperTitle.test(bare(row)[0] ?? '') && !above.has(bare(row)[0] ?? ''))
}

function peopleOf(grid: Grid, head: AttendanceHead, given: Understanding): { people: Person[]; skipped: SheetPreview['skipped'] } {
  const people: Person[] = []
  const skipped: SheetPreview['skipped'] = []
  const column = (given.ledger.columns as Record<string, Column<unknown>>).name as Column<unknown>
  let [held, branchHeld, observing] = ['', '', false]
  const end = anotherFrom(grid, head)
  for (const row of linesOf(grid, head.bottom + 1)) {
    const filled = grid.filled(row)
    if (end !== undefined && row >= end) {
      skipped.push({ row: row + 1, reason: filled.length === 0 ? '空行' : '下面是另一次会的表，没有读；请一次会一张工作表，分开导入' })
      continue
    }
    if (filled.length === 0) {
      skipped.push({ row: row + 1, reason: '空行' })
      continue
    }
    const alone = filled.length === 1 ? grid.text(row, filled[0] as number).replace(/[\s:：]/g, '') : ''
    if (alone !== '' && !isPersonName(alone)) observing = /^列席/.test(alone)
    if (group.test(alone)) held = alone
    else if (/(党支部|支部)$/.test(alone) && alone.length <= 20) [branchHeld, held] = [alone, '']
    const again = isHeadAgain(grid, head, row)
    const here =
      again || (alone !== '' && (alone === held || alone === branchHeld))
        ? []
        : head.blocks.flatMap((block) => readPerson(grid, row, block, held, branchHeld, column, given.today) ?? [])
    if (here.length === 0) skipped.push({ row: row + 1, reason: again ? '重复的表头' : whySkipped(grid, row, head) })
    else if (given.adjustments.leaveOut.includes(row + 1)) skipped.push({ row: row + 1, reason: '您选择不导入' })
    else people.push(...here.map((person) => ({ ...person, observing })))
  }
  return { people, skipped }
}

function sheetOf(grid: Grid, given: Understanding, occasions: Occasions): Sheet | undefined {
  const texts = grid.rows.slice(0, 12).flatMap((row) => grid.filled(row).map((column) => grid.text(row, column)))
  const titles = [grid.sheet.name, ...texts.filter((text) => text.length < 60)]
  const year = yearSaid(titles)
  const month = titles.map((text) => /((?:19|20)\d{2})\s*年\s*(\d{1,2})\s*月(?!\s*\d)/.exec(text)).find(Boolean)
  const head = findAttendance(grid, { year, month: month ? `${month[1]}-${String(month[2]).padStart(2, '0')}` : undefined })
  if (!head) return undefined
  const told = factsOf(grid, head.top, head.bottom, year)
  const facts = { ...told, day: told.day ?? stampedDay(grid, head) }
  const dated = head.blocks.some(({ marks }) =>
    marks.some(
      ({ day, month: only, header }) => day !== undefined || only !== undefined || !/签|出勤|考勤|到会|出席|参|实到|状态|到课/.test(header),
    ),
  )
  const { people, skipped } = peopleOf(grid, head, given)
  const listed = [grid.sheet.name, ...texts].some((text) => attended.test(text.replace(/\s/g, '')))
  for (const block of head.blocks) if (block.marks.length === 0 && listed) block.marks = [bare(block, grid, head)]
  const rowsOf = (block: AttendanceBlock) => people.filter((person) => person.block === block).map(({ row }) => row)
  let one: string | null | undefined
  const columns = head.blocks.flatMap((block): Listed[] =>
    block.marks.map((mark) => {
      const occasion = occasionOf(mark, facts, occasions, dated)
      const letter = letterOf(mark.column)
      const empty = dated && rowsOf(block).every((row) => !grid.own(row, mark.column))
      const own = Object.hasOwn(given.adjustments.fields, letter) ? (given.adjustments.fields[letter] ?? null) : undefined
      const chosen = !dated && one !== undefined ? one : own !== undefined ? own : empty ? null : occasion.chosen
      if (one === undefined) one = chosen
      return { mark, block, occasion, chosen, undecided: chosen === null && own === undefined && !empty }
    }),
  )
  const outside = grid.rows
    .filter((row) => row < head.top || !people.some((person) => person.row === row))
    .flatMap((row) => grid.filled(row).map((column) => grid.text(row, column)))
  const legend = legendOf(outside)
  for (const [key, value] of Object.entries(given.adjustments.fields))
    if (key.startsWith(SYMBOL) && value && (isState(value) || value === SKIP))
      legend.set(key.slice(SYMBOL.length), isState(value) ? { state: value } : 'none')
  return { grid, head, facts, dated, columns, people, skipped, legend, footnotes: footnotesOf(outside) }
}

/** 线上签到导出的表：标题没有日子，签到时间都是同一天的就是那天。 */
function stampedDay(grid: Grid, { bottom }: AttendanceHead): string | undefined {
  const texts = grid.rows.filter((row) => row > bottom).flatMap((row) => grid.filled(row).map((column) => grid.text(row, column)))
  const days = new Set(texts.flatMap((text) => /^(\d{4}-\d{2}-\d{2})(\s|$)/.exec(text)?.[1] ?? []))
  return days.size === 1 ? [...days][0] : undefined
}

/** 标题说表上的就是到了的人：没有签名一列，签的就是姓名。 */
const attended = /签到|签名|到会|参会|出席|参加(人员|会议)/
const bare = ({ name }: AttendanceBlock, grid: Grid, { bottom }: AttendanceHead): MarkColumn => ({
  column: name,
  header: grid.text(bottom, name),
  ...{ day: undefined, startsAt: undefined, month: undefined, warning: undefined },
})

/** 各格的记号：空着几格，看不懂的记号各几格，空格按什么读。 */
function surveyed(sheet: Sheet, chosen: string | null | undefined): Sheeted {
  const { grid, columns, legend, dated } = sheet
  const unknown = new Map<string, number>()
  const seen = new Set<string>()
  let [blanks, marked] = [0, 0]
  for (const { mark, block, chosen: into, undecided } of columns) {
    if (into === null && !undecided) continue
    for (const { row, name } of personOf(sheet, block)) {
      const text = grid.own(row, mark.column)?.text ?? ''
      if (text.trim() === '') {
        blanks += 1
        continue
      }
      marked += 1
      const meaning = meaningOf(text, legend) ?? (dated ? undefined : signed(text, name))
      const symbol = normalMark(text)
      if (meaning === undefined && isSymbol(symbol)) unknown.set(symbol, (unknown.get(symbol) ?? 0) + 1)
      if (meaning && meaning !== 'none') seen.add(meaning.state)
    }
  }
  const told = legend.get('')
  const here = seen.has('present')
  const away = seen.has('absent')
  const guess = told
    ? told === 'none'
      ? SKIP
      : told.state
    : !dated
      ? marked > 0
        ? 'absent'
        : null
      : here
        ? away
          ? SKIP
          : 'absent'
        : marked > 0 && unknown.size === 0
          ? 'present'
          : SKIP
  return { ...sheet, blanks, unknown, blank: chosen === undefined ? guess : chosen }
}

/** 签名一格写的是人名：本人的就是到了，别人的提醒。 */
function signed(text: string, name: string): Meaning | undefined {
  const plain = text.replace(/[\s\u3000]/g, '')
  if (!/^[\u3400-\u9fff·]{2,6}$/.test(plain)) return undefined
  return plain === name ? { state: 'present' } : { state: 'present', warning: `签名写的是“${plain}”，不是本人，按出席读，请核对` }
}

/** 一格 → 一行；不适用的、空着不读的为 undefined。 */
function readMark(
  sheet: Sheeted,
  person: Person,
  { mark, occasion, chosen }: Listed,
  given: Understanding,
  occasions: Occasions,
): UnderstoodRow | undefined {
  const { grid, dated, facts, blank, legend } = sheet
  const cell = addressOf(person.row, mark.column)
  const text = grid.own(person.row, mark.column)?.text ?? ''
  const warnings: CellNote[] = []
  const errors: CellNote[] = []
  const warn = (said: string, field: string | null = 'state', at = cell) => warnings.push({ field, cell: at, text: said })
  const wrong = (said: string, field: string | null = 'state', at = cell) => errors.push({ field, cell: at, text: said })
  let meaning = text.trim() === '' ? undefined : (meaningOf(text, legend) ?? (dated ? undefined : signed(text, person.name)))
  if (text.trim() !== '' && meaning === undefined) wrong(`看不懂“${text.trim().slice(0, 12)}”，请改成出席、请假、缺席、迟到、线上或列席`)
  const ticked = person.block.states.find(({ column }) => meaningOf(grid.text(person.row, column)) !== undefined)
  const excuse = dated
    ? undefined
    : ((ticked && meaningOf(ticked.word)) ?? meaningOf(person.reason, legend) ?? sheet.footnotes.get(person.name))
  if (text.trim() === '') {
    if (excuse !== undefined && excuse !== 'none') meaning = excuse
    else if (blank === SKIP) return undefined
    else if (blank === null) wrong('签名一列全是空的，看不出到没到；请在“表头对应”里说空着的格是什么，或在这一格写上')
    else if (isState(blank)) {
      meaning = { state: blank }
      if (blank === 'absent' && !legend.has('') && !Object.hasOwn(given.adjustments.fields, BLANK))
        warn('空着，也没有写请假，记为缺席，请核对')
    }
  }
  if (meaning === 'none') return undefined
  if (meaning?.state === 'absent' && excuse !== undefined && excuse !== 'none' && excuse.state === 'leave') meaning = excuse
  if (meaning && person.observing && isPresent(meaning.state)) meaning = { ...meaning, state: 'observer' }
  const away = meaning !== undefined && meaning.state !== 'present' && meaning.state !== 'online'
  const noted = away && !dated && excuse === undefined ? person.reason : undefined
  const reason = [meaning?.reason, noted].filter(Boolean).join('；').slice(0, 200)
  if (meaning?.warning) warn(meaning.warning)
  if (person.warning) warn(person.warning, 'name', person.cell)
  if (person.problem) wrong(person.problem, 'name', person.cell)
  const known = chosen?.startsWith('meeting:') ? occasions.meetings.find(({ id }) => chosen === `meeting:${id}`) : undefined
  const day = known?.day ?? occasion.day
  if (chosen === null)
    wrong(
      occasion.choices.length > 0
        ? '还没有定是哪次会，请在“表头对应”里选'
        : '看不出是哪天的会，也没有已有的会可选；请在表头写上日期，或先补录那次会',
      'topic',
      `${letterOf(mark.column)} 列`,
    )
  if (day && day > given.today) wrong(`${day} 还没有到，不能登记出勤`, 'day', `${letterOf(mark.column)} 列`)
  const topic = known?.topic ?? occasion.topic
  const kind = chosen?.startsWith('new:') ? chosen.slice(4) : ''
  const told = meaning === undefined ? {} : { state: stateWords[meaning.state] }
  const values: Record<string, string> = { name: person.name, ...told, topic }
  const put = (field: string, value: string | undefined | null) => {
    if (value) values[field] = value
  }
  put('day', day)
  put('reason', reason)
  put('groupName', person.groupName)
  put('branchName', person.branchName)
  put('meeting', known ? String(known.id) : kind && `new ${day} ${kind} ${topic}`)
  if (!known) {
    put('kind', kind)
    put('startsAt', occasion.startsAt)
    if (!dated) for (const field of ['endsAt', 'place', 'host', 'recorder'] as const) put(field, facts[field])
  }
  if (grid.sheet.hiddenRows.includes(person.row)) warnings.push({ field: null, cell: person.cell, text: '这一行在原表里是隐藏的' })
  return { row: person.row + 1, at: cell, values, warnings, errors }
}

/** 名字横着排在一行里的，说怎样转过来。 */
const notFound = (grid: Grid) =>
  grid.rows.some(
    (row) =>
      grid
        .filled(row)
        .filter(
          (column) =>
            /^[\u3400-\u9fff]{2,3}$/.test(grid.text(row, column).replace(/\s/g, '')) &&
            !/[会课日期]|主持|记录|地点|姓名|序号|签名|备注|时间|议题|类型|状态|主题/.test(grid.text(row, column)),
        ).length >= 4,
  )
    ? '名字像是横着排的。请在 Excel 里复制这张表，用选择性粘贴的“转置”改成一人一行，第一列写上姓名，再导入。'
    : '没有找到“姓名”一列。请选择一人一行的签到表，或一人一行、一次会一列的考勤表。'

const nothing = (sheet: RawSheet, kind: 'empty' | 'table', advice: string): Understood => ({
  name: sheet.name,
  kind,
  advice,
  headerRows: [],
  columns: [],
  rows: [],
  skipped: [],
})

/**
 * 看懂一张签到表或考勤表：一格记号一行；不接触名册。一列的会先按日子找已有的，没有就是新的一次；记号照图例，没有图例的问。
 * @example understandAttendance(sheet, given, { meetings: [], kinds }).rows[0]?.values //=> { name: '张三', state: '出席', day: '2024-03-05', topic: '主题党日', … }
 */
export function understandAttendance(raw: RawSheet, given: Understanding, existing: unknown): Understood {
  const { occasions } = existing as { occasions: Occasions }
  const grid = gridOf(raw, given.adjustments.cells)
  if (grid.lastRow < 0) return nothing(raw, 'empty', '空的工作表，没有内容。')
  const found = sheetOf(grid, given, occasions)
  if (!found) return nothing(raw, 'empty', notFound(grid))
  const sheet = surveyed(found, Object.hasOwn(given.adjustments.fields, BLANK) ? (given.adjustments.fields[BLANK] ?? null) : undefined)
  const skipped = [...sheet.skipped]
  const rows: UnderstoodRow[] = []
  for (const person of sheet.people) {
    const marks = sheet.columns.filter(
      ({ block, mark, chosen, undecided }) =>
        block === person.block && (chosen !== null || (undecided && (!sheet.dated || grid.own(person.row, mark.column) !== undefined))),
    )
    const read = marks.flatMap((column) => readMark(sheet, person, column, given, occasions) ?? [])
    if (read.every(({ errors }) => errors.length === 0)) againstTotals(sheet, person, read)
    rows.push(...read)
    if (read.length === 0) skipped.push({ row: person.row + 1, reason: `“${person.name}”没有可读的记号` })
  }
  return {
    name: raw.name,
    kind: 'table',
    advice: adviceFor(sheet, rows),
    headerRows: Array.from({ length: sheet.head.bottom - sheet.head.top + 1 }, (_, at) => sheet.head.top + at + 1),
    columns: columnsFor(sheet),
    rows,
    skipped: skipped.sort((a, b) => a.row - b.row),
  }
}
