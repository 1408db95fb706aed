import type { SheetPreview } from '../../shared/imports/contract.ts'
import type { TargetField } from './ColumnsStep.tsx'
import type { Stage } from './use-import.ts'

export const stages: readonly { stage: Stage; label: string }[] = [
  { stage: 'file', label: '文件' },
  { stage: 'columns', label: '表头对应' },
  { stage: 'rows', label: '逐行检查' },
  { stage: 'done', label: '导入' },
]

type Sheet = Pick<SheetPreview, 'kind' | 'columns'>

/** 没有它就不知道是哪一条的几栏，还没有哪一列对应。 */
export function missingFields({ columns }: Sheet, fields: readonly TargetField[]): TargetField[] {
  const used = new Set(columns.map(({ field }) => field))
  return fields.filter(({ field, required }) => required && !used.has(field))
}

/**
 * 为什么现在还到不了这一步；能到的为空。
 * @example whyNotStage('rows', 'file', undefined, fields) → '先选文件，或粘贴一张表'
 */
export function whyNotStage(stage: Stage, here: Stage, sheet: Sheet | undefined, fields: readonly TargetField[]): string | undefined {
  if (stage === 'file' || stage === here) return undefined
  if (!sheet) return '先选文件，或粘贴一张表'
  if (stage === 'done') return '在“逐行检查”里按“导入”，就到这一步'
  if (stage === 'columns' || here !== 'columns') return undefined
  if (sheet.kind !== 'table') return '这张表没有可以导入的行，换一张表'
  const missing = missingFields(sheet, fields)
  return missing.length > 0 ? `先选定哪一列是“${missing.map(({ label }) => label).join('、')}”` : undefined
}
