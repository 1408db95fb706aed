import { type Column, choice, dayOrMonth, number, text } from '../ledger/columns.ts'
import type { Ledger } from '../ledger/define.ts'
import type { CustomCell, CustomField } from './contract.ts'

type Described = Pick<CustomField, 'id' | 'name' | 'kind' | 'options' | 'privacy'>

/** 一项自设字段在名册行上的键。例：customKey(7) → 'custom-7' */
export const customKey = (id: number) => `custom-${id}` as const

/** 键 → 编号；不是自设字段的为 undefined。例：customIdOf('custom-7') → 7；customIdOf('mobile') → undefined */
export const customIdOf = (key: string): number | undefined => {
  const id = /^custom-(\d+)$/.exec(key)?.[1]
  return id === undefined ? undefined : Number(id)
}

const wordsFor = (options: readonly string[]) => Object.fromEntries(options.map((option) => [option, option]))

/** 是与否分得清“没有填”，所以当作两个说法的单选。 */
const yesNoAlso = { 有: '是', '√': '是', 对: '是', 无此项: '否', 没有: '否', '×': '否', 不是: '否' }

/**
 * 一项自设字段写成台账的一列：屏幕、工作簿、PDF、导入都读它。
 * @example fieldColumn({ id: 7, name: '血型', kind: 'choice', options: ['A', 'B'], privacy: 'open' }).read('C')
 *   → { problem: '“C”不在可选的说法里：A、B' }
 */
export const fieldColumn = ({ name, kind, options, privacy }: Described): Column<CustomCell> => {
  const width = Math.min(16, Math.max(name.length + 1, 8))
  const shared = { width, privacy } as const
  const column = {
    text: () => text(name, { ...shared, width: Math.max(width, 12) }),
    number: () => number(name, shared),
    day: () => dayOrMonth(name, { privacy }),
    yesNo: () => choice(name, wordsFor(['是', '否']), { ...shared, also: yesNoAlso }),
    choice: () => choice(name, wordsFor(options), shared),
  }[kind]()
  return column as unknown as Column<CustomCell>
}

/** 存着的文字 → 格里的值。例：cellOfText('number', '3.5') → 3.5 */
export const cellOfText = (kind: CustomField['kind'], value: string): CustomCell => (kind === 'number' ? Number(value) : value)

/**
 * 接上自设字段的台账：描述里说好接的（党员信息台账）才接，接在备注之前；其余原样。
 * @example withCustomFields(membersLedger, fields).columns['custom-7']?.label → '血型'
 */
export const withCustomFields = (ledger: Ledger, fields: readonly Described[]): Ledger => {
  if (!ledger.takesCustomFields || fields.length === 0) return ledger
  const { note, ...rest } = ledger.columns
  const own = Object.fromEntries(fields.map((field) => [customKey(field.id), fieldColumn(field)]))
  return { ...ledger, columns: { ...rest, ...own, ...(note ? { note } : {}) } }
}
