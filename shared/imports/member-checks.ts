import { addMonths } from '../kit/calendar.ts'
import { checkIdNumber, to18 } from '../members/id-number.ts'
import type { MemberLimits } from '../members/rules.ts'
import { genderWords } from '../members/words.ts'
import type { CellNote } from './contract.ts'

/** 已读好的一行，等待行内核对。 */
export interface ReadRow {
  /** Excel 里看到的行号。 */
  row: number
  values: Record<string, string>
  warnings: CellNote[]
  errors: CellNote[]
  /** 字段 → 格的地址。 */
  cells: Record<string, string>
  /** 字段 → 原来的文字，判断错列时用。 */
  raw: Record<string, string>
}

const note = (row: ReadRow, field: string, text: string): CellNote => ({ field, cell: row.cells[field] ?? `第 ${row.row} 行`, text })

/** 两个日子谁早；精度不同时只比共有的部分。 */
const compare = (one: string, other: string) => {
  const length = Math.min(one.length, other.length)
  const [a, b] = [one.slice(0, length), other.slice(0, length)]
  return a < b ? -1 : a > b ? 1 : 0
}

const numberLike = /^[\d\s.\-/年月日:xX+Ee]+$/
/** 每个字段“内容不像它”的样子。 */
const misfits: Record<string, (text: string) => boolean> = {
  gender: (text) => !/^(男|女)性?$/.test(text),
  idNumber: (text) => /[\u3400-\u9fff]/.test(text) || (numberLike.test(text) && text.replace(/\D/g, '').length < 8),
  birthDay: (text) => /[\u3400-\u9fff]/.test(text.replace(/[年月日号份]/g, '')),
  joinedOn: (text) => /[\u3400-\u9fff]/.test(text.replace(/[年月日号份]/g, '')),
  mobile: (text) => /[\u3400-\u9fff]/.test(text),
  ethnicity: (text) => /\d|^(男|女)$/.test(text),
  category: (text) => /\d/.test(text),
}

/** 列错位：姓名像数字、日期或“男”“汉族”，另有至少一处也对不上。来源：templates.md 导入容错（不自动修复，整行拦下）。 */
export function isShifted({ raw }: ReadRow): boolean {
  const name = raw.name ?? ''
  const oddName = name !== '' && (numberLike.test(name) || /^(男|女|.{1,4}族|.*\d{6,}.*)$/.test(name))
  const others = Object.entries(misfits).filter(([field, misfit]) => raw[field] && misfit(raw[field]))
  return oddName && others.length >= 1
}

/** 与身份证号对照；不一致只提醒，以档案为准。来源：GB 11643、templates.md §1。 */
function againstIdNumber(row: ReadRow, today: string): CellNote[] {
  const { idNumber, birthDay, gender } = row.values
  if (!idNumber) return []
  const found = checkIdNumber(idNumber, today)
  const notes: CellNote[] = []
  if (found.birthDay && birthDay && compare(found.birthDay, birthDay) !== 0)
    notes.push(note(row, 'birthDay', `出生日期 ${birthDay} 与身份证号里的 ${found.birthDay} 不一致，以档案为准，请核对`))
  if (found.gender && gender && gender !== genderWords[found.gender])
    notes.push(note(row, 'gender', `性别“${gender}”与身份证号（${genderWords[found.gender]}）不一致，以档案为准，请核对`))
  return notes
}

const noProbation = (day: string, { noProbationFrom, noProbationUntil }: MemberLimits) =>
  compare(day, noProbationFrom) >= 0 && compare(day, noProbationUntil) <= 0

/** 日子的先后。入党早于转正；规则包里不设预备期的年代可以相同。来源：templates.md §1。 */
function dayOrder(row: ReadRow, today: string, limits: MemberLimits): CellNote[] {
  const { birthDay, joinedOn, fullMemberOn, category } = row.values
  const notes: CellNote[] = []
  for (const [field, word] of [
    ['birthDay', '出生日期'],
    ['joinedOn', '入党日期'],
    ['fullMemberOn', '转正日期'],
  ] as const) {
    const day = row.values[field]
    if (day && compare(day, today) > 0) notes.push(note(row, field, `${word} ${day} 在今天之后，请核对`))
  }
  if (joinedOn && fullMemberOn) {
    const order = compare(joinedOn, fullMemberOn)
    if (order > 0) notes.push(note(row, 'fullMemberOn', `转正日期 ${fullMemberOn} 早于入党日期 ${joinedOn}，请核对`))
    if (order === 0 && !noProbation(joinedOn, limits))
      notes.push(
        note(
          row,
          'fullMemberOn',
          `转正日期与入党日期相同，请核对（只有 ${limits.noProbationFrom} 至 ${limits.noProbationUntil} 没有预备期）`,
        ),
      )
  }
  if (birthDay && joinedOn && Number(joinedOn.slice(0, 4)) - Number(birthDay.slice(0, 4)) < limits.joiningAge)
    notes.push(note(row, 'joinedOn', `按出生日期 ${birthDay}，入党时不满 ${limits.joiningAge} 岁，请核对`))
  if (category === '预备党员' && fullMemberOn) notes.push(note(row, 'category', '预备党员不应有转正日期，请核对'))
  return notes
}

/** 类别没写时登记成什么；知道多少说多少。 */
export function categoryFor(
  values: Record<string, string>,
  today: string,
  limits: MemberLimits,
): { category: '正式党员' | '预备党员'; told: boolean; why?: string } {
  const { category, joinedOn, fullMemberOn } = values
  if (category === '正式党员' || category === '预备党员') return { category, told: true }
  if (fullMemberOn) return { category: '正式党员', told: true }
  if (joinedOn && compare(joinedOn, addMonths(today, -limits.probationMonths)) > 0)
    return {
      category: '预备党员',
      told: false,
      why: `没有写人员类别；入党不满 ${limits.probationMonths} 个月（${joinedOn}），新增时按预备党员登记`,
    }
  return { category: '正式党员', told: false, why: '没有写人员类别，新增时按正式党员登记' }
}

/** 备注里说人已经不在了。 */
const gone = /已?(转出|转走|调走|去世|病故|死亡|逝世|除名|退党|出党|脱党|开除党籍)/

/** 一行之内的核对：缺姓名、错列不能导入；其余只提醒。 */
export function checkRow(row: ReadRow, today: string, limits: MemberLimits): void {
  if (isShifted(row)) {
    row.errors.splice(
      0,
      row.errors.length,
      note(row, 'name', `这一行像是错了列（姓名一格是“${row.raw.name}”），整行没有导入，请在原表里对齐后再导入`),
    )
    row.warnings.length = 0
    return
  }
  if (!row.values.category && /[(（]预备(党员)?[)）]$/.test(row.raw.name ?? '') && !row.errors.some(({ field }) => field === 'category'))
    row.values.category = '预备党员'
  const name = row.values.name
  if (!name && !row.errors.some(({ field }) => field === 'name')) row.errors.push(note(row, 'name', '没有姓名'))
  if (name && numberLike.test(name)) row.errors.push(note(row, 'name', `姓名一格是“${name}”，不像姓名`))
  row.warnings.push(...againstIdNumber(row, today), ...dayOrder(row, today, limits))
  if (row.values.note && !row.values.standing && gone.test(row.values.note))
    row.warnings.push(note(row, 'note', `备注写着“${row.values.note.slice(0, 20)}”，没有写党籍状态，新增的按正常登记，请核对`))
  if (row.values.outOfContact === '是' && !row.values.outOfContactSince)
    row.warnings.push(note(row, 'outOfContact', '标为失联，但没有失去联系的日期'))
  const { why, category } = categoryFor(row.values, today, limits)
  const worthSaying = row.cells.category !== undefined || row.cells.fullMemberOn !== undefined || category === '预备党员'
  if (why && worthSaying && !row.errors.some(({ field }) => field === 'category'))
    row.warnings.push({ ...note(row, 'category', why), cell: row.cells.category ?? row.cells.name ?? `第 ${row.row} 行` })
}

/** 文件里重复的人：两行都提醒；身份证号完全相同的，后一行不导入，免得悄悄合并。 */
export function checkDuplicates(rows: ReadRow[]): void {
  const seenId = new Map<string, ReadRow>()
  const seenName = new Map<string, ReadRow[]>()
  for (const row of rows) {
    const { idNumber, name, birthDay, mobile } = row.values
    const twin = idNumber ? seenId.get(to18(idNumber)) : undefined
    if (twin) {
      row.errors.push(note(row, 'idNumber', `身份证号与第 ${twin.row} 行“${twin.values.name ?? ''}”相同，这一行没有导入，请留下其中一行`))
      twin.warnings.push(note(twin, 'idNumber', `身份证号与第 ${row.row} 行“${name ?? ''}”相同`))
      continue
    }
    if (idNumber) seenId.set(to18(idNumber), row)
    if (!name) continue
    const namesakes = seenName.get(name) ?? []
    const same = namesakes.find(
      ({ values }) =>
        !(values.idNumber && idNumber) &&
        ((birthDay && values.birthDay === birthDay) ||
          (!(birthDay && values.birthDay) && (!(mobile && values.mobile) || mobile === values.mobile))),
    )
    if (same) {
      const what = birthDay && same.values.birthDay === birthDay ? '姓名和出生日期都相同' : '姓名相同，资料不足以区分'
      row.warnings.push(note(row, 'name', `与第 ${same.row} 行${what}，请核对是不是同一个人`))
      if (!same.warnings.some(({ text }) => text.startsWith('与第')))
        same.warnings.push(note(same, 'name', `与第 ${row.row} 行${what}，请核对是不是同一个人`))
    }
    namesakes.push(row)
    seenName.set(name, namesakes)
  }
}
