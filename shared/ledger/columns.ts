import { showFen } from '../kit/money.ts'
import type { Day, DayOrMonth, Fen, Month, Time } from '../kit/values.ts'
import {
  type Reading,
  readChoice,
  readDay,
  readDayOrMonth,
  readFen,
  readMonth,
  readNames,
  readNumber,
  readText,
  readTime,
  readYesNo,
} from './reading.ts'

/** 个人信息的种类，决定三个级别里怎样出现（main/documents/grades.ts）。 */
export type Privacy = 'open' | 'idNumber' | 'phone' | 'address' | 'income' | 'private'

/** 台账的一列：标题、宽（约几个汉字）、怎样写成文字、怎样从文字读回来。 */
export interface Column<V> {
  kind: 'text' | 'number' | 'percent' | 'money' | 'day' | 'dayOrMonth' | 'month' | 'time' | 'choice' | 'yesNo' | 'code'
  label: string
  width: number
  align: 'left' | 'center' | 'right'
  privacy: Privacy
  /** 外来表格里的别名；标题本身不用再列。 */
  synonyms: readonly string[]
  /** 合计行里求和。 */
  total: boolean
  /** 由别的字段算出，只出不进。 */
  derived: boolean
  /** 导入时必须有值。 */
  required: boolean
  /** 两级表头里上一级的字；同组的列要相邻。 */
  group?: string
  /** 行内合计：这些字段相加，工作簿里写公式。 */
  sums?: readonly string[]
  /** 代码列：对照表的名字（规则包里），写文件时译成代码，读回时译成文字。 */
  dictionary?: string
  /** 外来的表里可以占几列（两名联系人各一列），读来用顿号连起来。 */
  many?: boolean
  /** 空着、印出来手写的列（签字）：照给的宽，行也高些。 */
  byHand?: boolean
  /** 外来的表里起止常写在一格：后一天归到哪个字段。 */
  until?: string
  /** 只能是这几个说法之一的列。 */
  words?: readonly string[]
  show(value: V): string
  read(text: string): Reading<V>
}

type Options = Partial<
  Pick<Column<unknown>, 'width' | 'align' | 'privacy' | 'synonyms' | 'total' | 'derived' | 'required' | 'group' | 'sums' | 'byHand'>
>

const column = <V>(
  kind: Column<V>['kind'],
  label: string,
  options: Options,
  show: Column<V>['show'],
  read: Column<V>['read'],
): Column<V> => ({
  kind,
  label,
  width: Math.max(label.length + 1, 6),
  align: 'center',
  privacy: 'open',
  synonyms: [],
  total: false,
  derived: false,
  required: false,
  ...options,
  show,
  read,
})

const orEmpty =
  <V>(show: (value: V) => string) =>
  (value: V | null) =>
    value === null || value === undefined ? '' : show(value)

export const text = (label: string, options: Options = {}) =>
  column<string | null>(
    'text',
    label,
    { align: 'left', ...options },
    orEmpty((v) => v),
    readText,
  )

/** 几个人名，写作“张三、李四”；外来的表里可以一格写几个，也可以一人一列。 */
export const names = (label: string, options: Options = {}): Column<string | null> => ({
  ...column<string | null>(
    'text',
    label,
    { width: 14, ...options },
    orEmpty((v) => v),
    readNames,
  ),
  many: true,
})

/** 代码列：`dictionary` 是规则包里对照表的名字，如 'education'。界面上显示文字。 */
export const code = (label: string, dictionary: string, options: Options = {}): Column<string | null> => ({
  ...column<string | null>(
    'code',
    label,
    options,
    orEmpty((v) => v),
    readText,
  ),
  dictionary,
})

export const number = (label: string, options: Options = {}) =>
  column<number | null>('number', label, { align: 'right', ...options }, orEmpty(String), readNumber)

/** 百分数，值 95.5 显示 95.5%。 */
export const percent = (label: string, options: Options = {}) =>
  column<number | null>(
    'percent',
    label,
    { align: 'right', ...options },
    orEmpty((v) => `${v}%`),
    readNumber,
  )

/** 金额：值是整数分，显示 1,234.50；工作簿里是数字元，格式 #,##0.00。 */
export const money = (label: string, options: Options = {}) =>
  column<Fen | null>('money', label, { align: 'right', width: 10, ...options }, orEmpty(showFen), readFen)

/** 一格里是金额，或几个说法之一（免、转）。例：moneyOr('1月', ['免']).read('免') → { value: '免' } */
export const moneyOr = (label: string, words: readonly string[], options: Options = {}) =>
  column<Fen | string | null>(
    'money',
    label,
    { align: 'right', width: 8, ...options },
    orEmpty((v) => (typeof v === 'number' ? showFen(v) : v)),
    (input) => (words.includes(input.trim()) ? { value: input.trim() } : readFen(input)),
  )

/** 完整的一天，写作 2026年03月05日。 */
export const day = (label: string, options: Options = {}) =>
  column<Day | null>('day', label, { width: 13, ...options }, orEmpty(showDay), readDay)

/** 一天或只有年月，写作 2026年03月05日 / 2026年03月。 */
export const dayOrMonth = (label: string, options: Options = {}) =>
  column<DayOrMonth | null>('dayOrMonth', label, { width: 13, ...options }, orEmpty(showDay), readDayOrMonth)

export const month = (label: string, options: Options = {}) =>
  column<Month | null>('month', label, { width: 10, ...options }, orEmpty(showDay), readMonth)

export const time = (label: string, options: Options = {}) =>
  column<Time | null>(
    'time',
    label,
    options,
    orEmpty((v) => v),
    readTime,
  )

export const yesNo = (label: string, options: Options = {}) => column<boolean>('yesNo', label, options, (v) => (v ? '是' : '否'), readYesNo)

/** 几个固定说法之一；words 是代号 → 说法，also 是另外认得的说法 → 代号。 */
export const choice = <K extends string>(label: string, words: Record<K, string>, options: Options & { also?: Record<string, K> } = {}) => {
  const { also = {}, ...rest } = options
  const described = column<K | null>(
    'choice',
    label,
    rest,
    orEmpty((v) => words[v]),
    (input) => readChoice(input, words, also),
  )
  return { ...described, words: Object.values<string>(words) }
}

/** '2026-03-05' → '2026年03月05日'；'2026-03' → '2026年03月'。 */
export function showDay(value: string): string {
  const [year, month, dayOfMonth] = value.split('-')
  return dayOfMonth ? `${year}年${month}月${dayOfMonth}日` : `${year}年${month}月`
}
