import { Line } from '../kit/values.ts'
import type { Column } from '../ledger/columns.ts'
import { folded } from '../ledger/reading.ts'
import { MemberFacts } from '../members/contract.ts'
import { checkIdNumber } from '../members/id-number.ts'
import { isMobile, plainName, plainPhone } from '../members/plain.ts'
import { type CellReading, isScientific, readCell } from './cells.ts'
import type { RawCell } from './raw.ts'

const peoples = new Set(
  '汉 蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 高山 拉祜 水 东乡 纳西 景颇 柯尔克孜 土 达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克 俄罗斯 鄂温克 德昂 保安 裕固 京 塔塔尔 独龙 鄂伦春 赫哲 门巴 珞巴 基诺'.split(
    ' ',
  ),
)

const lostDigits = '号码被 Excel 存成了数值，末几位已经丢失。请在原表里把这一列设成“文本”、对照证件重新录入后再导入'

function readIdNumber(cell: RawCell, plain: CellReading, today: string): CellReading {
  if ('problem' in plain || plain.text === '') return plain
  if (masked(plain.text)) return unread(plain.text)
  if (isScientific(plain.text) || (cell.kind === 'number' && Math.abs(cell.number ?? 0) >= 1e15)) return { problem: lostDigits }
  const { normal, warning, kind, birthDay } = checkIdNumber(plain.text, today)
  if (kind === 'resident18' && warning && !birthDay && normal.endsWith('000')) return { problem: lostDigits }
  return { text: normal, ...(warning && { warning }) }
}

/** 打了码的号码（内部、公示的表）：认不出原来的，不能当作另一个号码。例：'999001********123X'、'138****5678'、'33010119800101XXXX' */
const masked = (text: string) => /[*＊●×•]{2,}|(?<=\d)[xX]{3,}/.test(text)
const unread = (text: string): CellReading => ({ text: '', warning: `“${text}”打了码，没有读` })

const landline = /^0\d{2,3}-?\d{7,8}(-\d{1,6})?$/

function readPhone(cell: RawCell, plain: CellReading, field: 'mobile' | 'phone'): CellReading {
  if ('problem' in plain || plain.text === '') return plain
  if (masked(plain.text)) return unread(plain.text)
  if (isScientific(plain.text) && cell.kind !== 'number') return { problem: lostDigits.replace('证件', '本人') }
  const marks = plainPhone(plain.text)
  if (isMobile(marks)) return { text: marks }
  const close = marks.replace(/\s/g, '').replace(/^\((0\d{2,3})\)/, '$1-')
  if (landline.test(close)) return field === 'phone' ? { text: close } : { text: close, warning: '这是固定电话，不是手机号，请核对' }
  const several = marks.split(/[\s,;/、，；或]+/).filter((one) => one.replace(/\D/g, '').length >= 7)
  if (several.length > 1) return { text: marks, warning: '这一格不止一个号码，照原样登记，请核对' }
  const whole = marks.replace(/\s/g, '')
  if (field === 'phone' && /^\d{7,8}$/.test(whole)) return { text: whole, warning: '固定电话缺少区号，请核对' }
  return { text: marks, warning: field === 'mobile' ? '不像手机号（应为 1 开头的 11 位），请核对' : '不像电话号码，请核对' }
}

const remark =
  /[(（]\s*(女|男|预备|预备党员|正式|书记|副书记|支部书记|.{0,2}委员|小组长|组长|流动|退休|离休|已故|去世|转出|转入|新转入|.{1,4}族)\s*[)）]$/
/** 汉字姓名后面括号里不论写了什么都是附注。例：王三（2023.5去世） */
const annotated = /^([\u3400-\u9fff·]{2,6})\s*[(（][^()（）]{1,15}[)）]$/
const marks = /^[*＊※★☆●▲△◆√#]+|[*＊※★☆●▲△◆√#]+$/g

/** 只留姓、只遮中间的名字；“张三*”后面的星号是附注的记号，不算。 */
const maskedName = /^[\u3400-\u9fff](?:[*＊●×○]+[\u3400-\u9fff]?|某某?)$|^[\u3400-\u9fff]{2}[*＊●×○]{2,}$/

/** 姓名：汉字之间的空格去掉；前后的记号、括号里的身份去掉并提醒，别的怪字只提醒。 */
function readName(plain: CellReading): CellReading {
  if ('problem' in plain || plain.text === '') return plain
  if (maskedName.test(plain.text.replace(/\s/g, ''))) return { problem: `“${plain.text.trim()}”打了码，看不出是谁` }
  const lines = plain.text.split('\n')
  if (lines.length > 1 && lines.every((line) => /^[\u3400-\u9fff]{2,4}$/.test(line))) return nameOf(lines.join('、'))
  const bare = plain.text.replace(marks, '').trim().replace(remark, '').replace(annotated, '$1').trim()
  const reading = nameOf(bare || plain.text)
  const cut = bare !== '' && bare !== plain.text.trim()
  return cut && 'text' in reading && !reading.warning
    ? { ...reading, warning: `原文是“${plain.text.trim()}”，姓名只取“${reading.text}”，请核对` }
    : reading
}

function nameOf(raw: string): CellReading {
  const text = plainName(raw.replace(/[\n\r\t]/g, ''))
  if (/[、，,;；/]/.test(text)) return { problem: `“${text}”像是不止一个人，请一行写一个人` }
  if (text.length > 40) return { problem: `“${text.slice(0, 12)}…”太长，不像姓名` }
  if (/[()（）*#0-9]/.test(text)) return { text, warning: `“${text}”里有姓名以外的字，请核对` }
  return { text }
}

const readEthnicity = (plain: CellReading): CellReading => {
  if ('problem' in plain) return plain
  const bare = plain.text.replace(/\s/g, '')
  return { ...plain, text: peoples.has(bare) ? `${bare}族` : bare }
}

/** 存得下才算：一行文字的字段把换行变空格；超长的说出来。 */
function fitting(field: string, reading: CellReading): CellReading {
  if ('problem' in reading || reading.text === '') return reading
  const facts = MemberFacts.shape as Record<string, { safeParse(value: unknown): { success: boolean } }>
  const kind = facts[field] ?? Line
  if (
    kind.safeParse(reading.text).success ||
    typeof reading.text !== 'string' ||
    field === 'gender' ||
    field.startsWith('outOf') ||
    field === 'floating'
  )
    return reading
  // biome-ignore lint/suspicious/noControlCharactersInRegex: 控制符正是要去掉的
  const single = reading.text.replace(/[\u0000-\u001f\u007f]+/g, ' ').trim()
  return kind.safeParse(single).success
    ? { ...reading, text: single }
    : { problem: `内容太长（${reading.text.length} 字），存不下，请缩短` }
}

/**
 * 读名册里的一格：身份证号、电话、姓名、民族有各自的规矩，其余按列的种类。
 * @example readMemberCell({ kind: 'text', text: '张　三' }, 'name', column, '2026-03-05') //=> { text: '张三' }
 */
export function readMemberCell(cell: RawCell, field: string, column: Column<unknown>, today: string): CellReading {
  const plain = readCell(cell.kind === 'number' && column.kind === 'text' ? { ...cell, text: folded(wholeNumber(cell)) } : cell, column)
  switch (field) {
    case 'idNumber':
      return readIdNumber(cell, plain, today)
    case 'mobile':
    case 'phone':
      return readPhone(cell, plain, field)
    case 'name':
      return fitting(field, readName(plain))
    case 'category':
      return notYet.test(folded(cell.text).trim())
        ? { problem: `写的是“${folded(cell.text).trim()}”，不是党员，不登记` }
        : fitting(field, plain)
    case 'ethnicity':
      return fitting(field, readEthnicity(plain))
    default:
      return fitting(field, plain)
  }
}

/**
 * 读一整张表用的 readMemberCell：同一栏里同样的文字（汉族、大学本科、2001.7.1）只读一次。
 * 只记文字格；数字、日期格的读法还要看格式。
 */
export function cellReader(today: string): (cell: RawCell, field: string, column: Column<unknown>) => CellReading {
  const known = new Map<string, Map<string, CellReading>>()
  return (cell, field, column) => {
    if (cell.kind !== 'text') return readMemberCell(cell, field, column, today)
    const readings = known.get(field) ?? new Map<string, CellReading>()
    known.set(field, readings)
    const reading = readings.get(cell.text) ?? readMemberCell(cell, field, column, today)
    readings.set(cell.text, reading)
    return reading
  }
}

/** 班级、单位的名单里连同群众、团员一起列的。 */
const notYet =
  /^(共?青?团员|中国?共青团员|群众|普通群众|无党派(人士)?|民主党派|(入党)?积极分子|(重点)?发展对象|入党申请人|少先队员|非党员)$/

/** 数值写成文字，不用科学计数。 */
const wholeNumber = ({ number, text }: RawCell) => (number !== undefined && Number.isSafeInteger(number) ? number.toFixed(0) : text)
