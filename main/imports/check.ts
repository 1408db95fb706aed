import { withCustomFields } from '../../shared/fields/columns.ts'
import type { CustomField } from '../../shared/fields/contract.ts'
import type { Adjustments, PreviewRow, SheetPreview, UnderstoodRow } from '../../shared/imports/contract.ts'
import { newFieldsIn, withNewFields } from '../../shared/imports/new-fields.ts'
import type { RawSheet } from '../../shared/imports/raw.ts'
import { type Understood, understand } from '../../shared/imports/understand.ts'
import { dictionary, memberLimits } from '../rules/packs.ts'
import { doubtful, settle } from './settle.ts'
import type { ReadLine, Setting, Target } from './target.ts'

/** 一起导入的几张表里的一张，和人对它的改动。 */
export interface Part {
  sheet: RawSheet
  adjustments: Adjustments
}

/** 对照用的底；任务由查询取来，命令直接读库。 */
export interface Known {
  mappings: { headerPath: string; field: string | null }[]
  fields: CustomField[]
  existing: unknown
}

/** 国家口径的表里学历、岗位、民族写的是代码，译成文字。 */
const worded = (values: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(values).map(([field, text]) => [field, (/^\d{1,4}$/.test(text) && dictionary(field).words.get(text)) || text]),
  )

/** 看懂表格要的一切，除了表格本身与改动。 */
export function understanding(
  { ledger: described }: Target,
  { today }: Setting,
  { mappings, fields }: Known,
  adjustments: readonly Adjustments[],
) {
  const ledger = withNewFields(withCustomFields(described, fields), newFieldsIn(adjustments))
  // 记住的字段后来删了，就当没有记过
  const standing = mappings.filter(({ field }) => field === null || field in ledger.columns)
  return { ledger, today, limits: memberLimits(), remembered: new Map(standing.map(({ headerPath, field }) => [headerPath, field])) }
}

/** 每张表最近一次看懂的结果：答一个问题、导入选定的行，不必把整张表再看一遍。 */
const lately = new WeakMap<RawSheet, { by: string; result: Understood }>()

function understood(
  { sheet, adjustments }: Part,
  given: ReturnType<typeof understanding>,
  { reading }: Target,
  existing: unknown,
): Understood {
  if (reading) return reading.understand(sheet, { ...given, adjustments }, existing)
  const { ledger, today, remembered } = given
  const { fields, cells, leaveOut } = adjustments
  const by = JSON.stringify([ledger.id, Object.keys(ledger.columns), today, [...remembered], fields, cells, leaveOut])
  const before = lately.get(sheet)
  if (before?.by === by) return before.result
  const read = understand(sheet, { ...given, adjustments })
  const result = { ...read, rows: read.rows.map((row) => ({ ...row, values: worded(row.values) })) }
  lately.set(sheet, { by, result })
  return result
}

/**
 * 看懂几张表，并一起与已有的对照（一张表里的人，另一张表里不会再认一次）。
 * 预览与导入走同一处，看到什么就导入什么。
 */
export function check(parts: readonly Part[], target: Target, setting: Setting, known: Known): SheetPreview[] {
  const given = understanding(
    target,
    setting,
    known,
    parts.map(({ adjustments }) => adjustments),
  )
  const read = parts.map((part) => ({ part, sheet: understood(part, given, target, known.existing) }))
  const lines = new Map<UnderstoodRow, ReadLine>()
  const answers = new Map<ReadLine, number | null>()
  for (const { part, sheet } of read)
    for (const row of sheet.rows) {
      if (row.errors.length > 0) continue
      const line = { ...row, line: `${parts.length > 1 ? `“${sheet.name}”` : ''}第 ${row.row} 行` }
      lines.set(row, line)
      if (Object.hasOwn(part.adjustments.answers, row.at)) answers.set(line, part.adjustments.answers[row.at] ?? null)
    }
  const sound = [...lines.values()]
  const findings = target.compare(sound, known.existing, setting, (line) => answers.get(line))
  const found = new Map(sound.map((line, at) => [line, findings[at]]))
  return read.map(({ part, sheet }) => ({
    ...sheet,
    rows: sheet.rows.map((row): PreviewRow => {
      const line = lines.get(row)
      const finding = line && found.get(line)
      return finding ? settle(row, finding, part.adjustments) : doubtful(row)
    }),
  }))
}
