import type { Adjustments, FieldChange, PreviewRow, UnderstoodRow } from '../../shared/imports/contract.ts'
import type { Difference, Finding } from './target.ts'

/** 一项变化要不要：先看这一项的选择，再看整列的，都没有就补空白而不盖掉原有的。 */
const settled = ({ at }: UnderstoodRow, difference: Difference, { changes, columns }: Adjustments): FieldChange => ({
  ...difference,
  taken: changes[`${at} ${difference.field}`] ?? columns[difference.field] ?? !difference.overwrites,
})

/**
 * 对照的结果与人的取舍合成预览的一行。一项也不采用的更新就是没有变化。
 * @example settle(row, { is: 'new' }, adjustments).state //=> 'added'
 */
export function settle(row: UnderstoodRow, finding: Finding, adjustments: Adjustments): PreviewRow {
  const told = { ...row, warnings: finding.warnings ? [...row.warnings, ...finding.warnings] : row.warnings }
  switch (finding.is) {
    case 'new':
      return { ...told, values: { ...row.values, ...finding.settled }, state: 'added', matches: null, changes: [], question: null }
    case 'known': {
      const changes = finding.differences.map((difference) => settled(row, difference, adjustments))
      const state = changes.some(({ taken }) => taken) ? 'updated' : 'unchanged'
      return { ...told, state, matches: finding.record, changes, question: null }
    }
    case 'unsure':
      return { ...told, state: 'doubtful', matches: null, changes: [], question: finding.question }
    case 'wrong':
      return doubtful({ ...told, errors: [...told.errors, ...finding.errors] })
  }
}

/** 读不懂的行。 */
export const doubtful = (row: UnderstoodRow): PreviewRow => ({ ...row, state: 'doubtful', matches: null, changes: [], question: null })
