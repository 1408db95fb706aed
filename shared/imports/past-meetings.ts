import type { Column } from '../ledger/columns.ts'
import { folded } from '../ledger/reading.ts'
import { saysKind } from '../meetings/kind-words.ts'
import type { CellNote, SheetPreview, UnderstoodRow } from './contract.ts'
import { findTable, type TableHead } from './find-table.ts'
import { addressOf, type Grid, gridOf, letterOf, linesOf } from './grid.ts'
import { balance, countsIn } from './headcounts.ts'
import { headerKey, headerText, isSerialHeading, lexiconOf, matchHeader, normalHeading } from './headings.ts'
import type { RawSheet } from './raw.ts'
import type { Understanding } from './read-body.ts'
import type { Understood } from './understand.ts'
import { whenOf, yearSaid } from './when.ts'

const numbers = new Set(['expected', 'present', 'onLeave', 'absent'])

/** 表头与各列对应的字段；同样说“日期”的第二列（日期、时间两列）是起止。 */
interface Table {
  grid: Grid
  head: TableHead | undefined
  fields: Map<number, string | null>
  /** 表头上面的标题与表名。 */
  titles: string[]
  year: number | undefined
}

function fieldsOf(grid: Grid, head: TableHead | undefined, given: Understanding): Map<number, string | null> {
  const lexicon = lexiconOf(given.ledger)
  const columns = head ? [...head.paths.keys()] : Array.from({ length: grid.lastColumn + 1 }, (_, at) => at)
  const fields = new Map<number, string | null>(columns.map((column) => [column, null]))
  const matches = columns.flatMap((column) => {
    const match = matchHeader(head?.paths.get(column) ?? [], lexicon)
    return match ? [{ column, ...match }] : []
  })
  const taken = new Set<string>()
  for (const { column, field } of matches.sort((a, b) => b.score - a.score || a.column - b.column)) {
    const free = !taken.has(field) ? field : field === 'day' && !taken.has('startsAt') ? 'startsAt' : undefined
    if (free === undefined) continue
    taken.add(free)
    fields.set(column, free)
  }
  const set = (column: number, field: string | null) => {
    for (const [other, held] of fields) if (held !== null && held === field) fields.set(other, null)
    fields.set(column, field)
  }
  for (const column of columns) {
    const known = given.remembered.get(headerKey(head?.paths.get(column) ?? []))
    if (known !== undefined) set(column, known)
    const letter = letterOf(column)
    if (Object.hasOwn(given.adjustments.fields, letter)) set(column, given.adjustments.fields[letter] ?? null)
  }
  return fields
}

function tableOf(grid: Grid, given: Understanding): Table {
  const head = findTable(grid, lexiconOf(given.ledger))
  const titles = [
    grid.sheet.name,
    ...grid.rows.filter((row) => row < (head?.top ?? 0)).flatMap((row) => grid.filled(row).map((at) => grid.text(row, at))),
  ]
  return { grid, head, fields: fieldsOf(grid, head, given), titles, year: yearSaid(titles) }
}

const total = /^(合计|小计|总计|共计|累计|本月合计|全年合计)/
const footer =
  /^(备注|注|附注|说明|填表说明|填表人|填报人|制表人?|审核人?|负责人|经办人|统计人|填报(单位|日期|时间)|填表(单位|日期|时间)|制表(日期|时间)|支部书记|书记签字|单位|党支部|日期)[:：(（]/
const example = /^[(（【[]?(例|示例|样例|范例|填写示例)[)）】\]]?[:：]?\s*\d*$/

type LineKind = { is: 'meeting' } | { is: 'section'; text: string } | { is: 'skip'; reason: string }

/** 又一年的小标题，写在哪一列都算。例：“2025年三会一课台账” */
const yearTitle = /(19|20)\d{2}年度?.{0,20}(台账|一课|组织生活|会议|活动|情况|记录|登记|统计|一览)/

/** 表头以下的一行是一次会议，还是分隔、合计、落款。 */
function lineKind({ grid, head, fields }: Table, row: number): LineKind {
  const columns = grid.filled(row)
  const texts = columns.map((column) => grid.text(row, column))
  const first = (texts[0] ?? '').replace(/\s/g, '')
  const repeated = columns.filter(
    (column) => head && normalHeading(grid.text(row, column)) === normalHeading(head.paths.get(column)?.at(-1) ?? ''),
  ).length
  if (repeated >= Math.max(2, columns.length * 0.6)) return { is: 'skip', reason: '重复的表头' }
  if (texts.slice(0, 3).some((text) => total.test(text.replace(/\s/g, '')))) return { is: 'skip', reason: '合计行' }
  if (footer.test(first)) return { is: 'skip', reason: '表下的备注、落款' }
  if (example.test(first)) return { is: 'skip', reason: '模板里的示例行' }
  if (columns.length === 1 && first.length <= 40 && yearTitle.test(first)) return { is: 'section', text: first }
  if (columns.length === 1 && /[\u3400-\u9fff]/.test(first) && first.length <= 30 && fields.get(columns[0] as number) !== 'day')
    return { is: 'section', text: first }
  const told = columns.filter((column) => !isSerialHeading(head?.paths.get(column) ?? []))
  if (told.length === 0) return { is: 'skip', reason: '只有预印的序号，没有填会议' }
  const mapped = told.filter((column) => fields.get(column))
  if (mapped.length === 0) return { is: 'skip', reason: '不是会议' }
  const dayColumn = [...fields].find(([, field]) => field === 'day')?.[0]
  const merge = dayColumn === undefined ? undefined : grid.mergeAt(row, dayColumn)
  const topicColumn = [...fields].find(([, field]) => field === 'topic')?.[0]
  const ownTopic = topicColumn === undefined || grid.own(row, topicColumn) !== undefined
  return merge && merge.top < row && merge.top > (head?.bottom ?? -1) && !ownTopic
    ? { is: 'skip', reason: `与第 ${merge.top + 1} 行是同一次会议（日期合并）` }
    : { is: 'meeting' }
}

const tidy = (text: string) =>
  folded(text)
    .split('\n')
    .map((line) => line.replace(/[^\S\n]+/g, ' ').trim())
    .filter(Boolean)
    .join('\n')
const single = (text: string) => text.replace(/\s*\n\s*/g, ' ')

/** 一次会议的一行；section 是上面分隔行说的类型。 */
function readLine({ grid, head, fields, titles, year }: Table, row: number, section: string, given: Understanding): UnderstoodRow {
  const values: Record<string, string> = {}
  const [warnings, errors]: [CellNote[], CellNote[]] = [[], []]
  const cells: Record<string, string> = {}
  const counts: Record<string, number> = {}
  const label = (field: string) => (given.ledger.columns as Record<string, Column<never>>)[field]?.label ?? ''
  const warn = (field: string, text: string) => warnings.push({ field, cell: cells[field] ?? `第 ${row + 1} 行`, text })
  const wrong = (field: string, text: string) =>
    errors.push({ field, cell: cells[field] ?? `第 ${row + 1} 行`, text: `${label(field)}：${text}` })
  const missing: string[] = []
  for (const [column, field] of fields) {
    if (field === null) continue
    cells[field] = addressOf(row, column)
    const merge = grid.mergeAt(row, column)
    const cell =
      grid.own(row, column) ?? (merge && merge.left === column && merge.top > (head?.bottom ?? -1) ? grid.at(row, column) : undefined)
    const text = tidy(cell?.text ?? '')
    if (!cell || text === '') continue
    if (field === 'day' || field === 'startsAt' || field === 'endsAt') {
      const when = whenOf(cell, year)
      if ('problem' in when) {
        wrong(field, when.problem)
        continue
      }
      if (when.warning) warn(field, when.warning)
      if (when.day && field === 'day') values.day = when.day
      if (when.startsAt) values[field === 'endsAt' ? 'endsAt' : 'startsAt'] = when.startsAt
      if (when.endsAt) values.endsAt = when.endsAt
    } else if (numbers.has(field)) {
      const read = countsIn(text)
      if ('problem' in read) wrong(field, read.problem)
      else {
        const [count, second] = read.counts
        const both = second !== undefined && (field === 'expected' || field === 'present')
        if (both) [counts.expected, counts.present] = [counts.expected ?? (count as number), second]
        else if (second !== undefined) wrong(field, `“${single(text)}”有两个数，分不清是几人`)
        else if (count !== undefined) counts[field] = count
        for (const [item, n] of Object.entries<number>(read.said ?? {})) if (item === field || counts[item] === undefined) counts[item] = n
        if (read.names) missing.push(`${label(field)}：${single(text)}`)
      }
    } else values[field] = ['minutes', 'decisions', 'remark'].includes(field) ? text : single(text)
  }
  if (missing.length > 0) values.absentees = missing.join('；')
  values.topic ||= values.minutes?.split('\n')[0] ?? values.kindNames ?? ''
  if (!values.kindNames) {
    const said = [section, grid.sheet.name, ...titles].find(saysKind)
    if (said) values.kindNames = said.length <= 30 ? said : ''
  }
  if (values.topic.length > 200) {
    values.minutes = [values.topic, values.minutes].filter(Boolean).join('\n')
    values.topic = values.topic.slice(0, 60)
    warn('topic', '议题太长，只取开头，全文放在会议内容里')
  }
  for (const field of ['place', 'host', 'recorder'])
    if ((values[field] ?? '').length > 200) wrong(field, `内容太长（${values[field]?.length} 字），存不下，请缩短`)
  if (!values.day && !errors.some(({ field }) => field === 'day')) wrong('day', '没有日期')
  if (values.day && values.day > given.today) wrong('day', `${values.day} 还没有到，不是开过的会`)
  if (/筹备|未召开|未开展|未完成|计划|取消|延期/.test(values.status ?? '')) wrong('status', `写的是“${values.status}”，不作为开过的会导入`)
  if (values.startsAt && values.endsAt && values.endsAt < values.startsAt)
    wrong('endsAt', `${values.endsAt} 早于开始 ${values.startsAt}，请核对`)
  if (!errors.some(({ field }) => field !== null && numbers.has(field))) {
    const balanced = balance(counts)
    if ('problem' in balanced) wrong('expected', balanced.problem)
    else {
      const { warning, ...settled } = balanced
      for (const [field, count] of Object.entries(settled)) values[field] = String(count)
      if (warning) warn('expected', warning)
    }
  }
  if (grid.sheet.hiddenRows.includes(row)) warnings.push({ field: null, cell: `第 ${row + 1} 行`, text: '这一行在原表里是隐藏的' })
  return { row: row + 1, at: cells.topic ?? cells.day ?? `第 ${row + 1} 行`, values, warnings, errors }
}

function readLines(table: Table, given: Understanding): Pick<Understood, 'skipped'> & { rows: UnderstoodRow[] } {
  const { grid, head } = table
  const rows: UnderstoodRow[] = []
  const skipped: SheetPreview['skipped'] = []
  let [section, year] = ['', table.year]
  for (const row of linesOf(grid, (head?.bottom ?? -1) + 1)) {
    if (grid.filled(row).length === 0) {
      skipped.push({ row: row + 1, reason: '空行' })
      continue
    }
    const kind = lineKind(table, row)
    if (kind.is === 'section') {
      if (saysKind(kind.text)) section = kind.text
      if (yearTitle.test(kind.text)) year = yearSaid([kind.text]) ?? year
      skipped.push({ row: row + 1, reason: `分隔行“${kind.text}”` })
    } else if (kind.is === 'skip') skipped.push({ row: row + 1, reason: kind.reason })
    else if (given.adjustments.leaveOut.includes(row + 1)) skipped.push({ row: row + 1, reason: '您选择不导入' })
    else rows.push(readLine({ ...table, year }, row, section, given))
  }
  return { rows, skipped }
}

function columnsFor({ grid, head, fields }: Table, given: Understanding): SheetPreview['columns'] {
  return [...fields.keys()].map((column) => {
    const path = head?.paths.get(column) ?? []
    return {
      letter: letterOf(column),
      header: headerText(path),
      field: fields.get(column) ?? null,
      samples: grid.rows
        .filter((row) => row > (head?.bottom ?? -1))
        .flatMap((row) => grid.own(row, column)?.text.trim().slice(0, 60) ?? [])
        .slice(0, 3),
      remembered: !Object.hasOwn(given.adjustments.fields, letterOf(column)) && given.remembered.has(headerKey(path)),
    }
  })
}

function advice({ grid, head, fields, year }: Table, rows: readonly UnderstoodRow[]): string {
  const mapped = new Set(fields.values())
  if (!head) return '没有找到会议台账的表头。请选择一次会议一行、有日期和议题的表。'
  if (!mapped.has('day')) return '没有找到会议日期一列，请在下面指明。'
  if (rows.length === 0) return '表头认得，但下面还没有会议。'
  const said: string[] = []
  const dayColumn = [...fields].find(([, field]) => field === 'day')?.[0] ?? 0
  if (year !== undefined && rows.some(({ row, values }) => values.day && !/\d{4,}|年/.test(grid.text(row - 1, dayColumn))))
    said.push(`没有写年份的日期，按标题里的 ${year} 年读。`)
  if (!mapped.has('expected') && !mapped.has('present')) said.push('表里没有应到、实到人数，导入后人数空着，可以再导入签到表补上。')
  return said.join('')
}

/**
 * 看懂一张过去的会议台账：一行一次会议，分隔行说类型，标题说年份；不接触已有的会议。行数守恒。
 * @example understandMeetings(sheet, given).rows[0]?.values //=> { day: '2024-03-05', topic: '学习讨论', expected: '47', present: '44', … }
 */
export function understandMeetings(sheet: RawSheet, given: Understanding): Understood {
  const grid = gridOf(sheet, given.adjustments.cells)
  if (grid.lastRow < 0)
    return { name: sheet.name, kind: 'empty', advice: '空的工作表，没有内容。', headerRows: [], columns: [], rows: [], skipped: [] }
  const table = tableOf(grid, given)
  const { head } = table
  const { rows, skipped } = head ? readLines(table, given) : { rows: [], skipped: [] }
  return {
    name: sheet.name,
    kind: head ? 'table' : 'empty',
    advice: advice(table, rows),
    headerRows: head ? Array.from({ length: head.bottom - head.top + 1 }, (_, at) => head.top + at + 1) : [],
    columns: head ? columnsFor(table, given) : [],
    rows,
    skipped,
  }
}

/** 人改过的列所在的表头键，导入后记住。 */
export function chosenMeetingHeaders(sheet: RawSheet, given: Understanding): { headerPath: string; field: string | null }[] {
  const { head, fields } = tableOf(gridOf(sheet), given)
  return [...fields].flatMap(([column, field]) => {
    const key = headerKey(head?.paths.get(column) ?? [])
    return key && Object.hasOwn(given.adjustments.fields, letterOf(column)) ? [{ headerPath: key, field }] : []
  })
}
