import type { Damage } from '../core/damage.ts'
import { tableWords } from '../history/words.ts'

/** 不进操作记录的表怎样称呼。 */
const kept: Record<string, string> = { operation: '操作记录', change: '操作记录', file: '附件的原件', draft: '没有存完的草稿' }

const nameOf = (table: string) => tableWords[table]?.name ?? kept[table] ?? table

/**
 * 损坏的地方，一样记录一句：先说哪些记录，括号里是给技术支持看的。
 * @example findingsOf([{ table: 'attendance', detail: 'row 3 missing from index x' }]) //=> ['“考勤”里有损坏（row 3 missing from index x）']
 */
export function findingsOf(damage: readonly Damage[]): string[] {
  const details = Map.groupBy(damage, ({ table }) => (table === null ? null : nameOf(table)))
  return [...details].map(([name, found]) => {
    const said = [...new Set(found.map(({ detail }) => detail.replace(/\s+/g, ' ')))].join('；')
    return name === null ? `台账文件里有损坏（${said}）` : `“${name}”里有损坏（${said}）`
  })
}
