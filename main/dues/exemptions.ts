import type { Month } from '../../shared/kit/values.ts'
import { refuse } from '../core/refuse.ts'
import type { CommandContext } from '../core/services.ts'
import { assessing } from './collect.ts'
import * as dues from './repository.ts'

type Cells = { memberId: number; month: Month }[]

const distinct = (cells: Cells): Cells => [...new Map(cells.map((cell) => [`${cell.memberId}/${cell.month}`, cell])).values()]

/** 免交：经支部研究、报上一级党委批准（中组发〔2008〕3号第七条）。已经交过的不能免。 */
export async function exempt({ db, today, subject }: CommandContext, given: { cells: Cells; reason: string; approval: string }) {
  const cells = distinct(given.cells)
  const { assess, personOf } = await assessing(
    db,
    cells.map(({ memberId }) => memberId),
    cells.map(({ month }) => month),
    today,
  )
  const fresh: Parameters<typeof dues.writeDues>[1][number][] = []
  for (const { memberId, month } of cells) {
    const person = personOf(memberId)
    const { cell, organizationId } = assess(person, month)
    if (organizationId === undefined) return refuse('dues.notMember', { name: person.name, month })
    if (cell.paid !== 0) refuse('dues.alreadyPaid', { name: person.name, month })
    const standing = await dues.dueAt(db, memberId, month)
    if (standing) await dues.removeDue(db, standing.id)
    fresh.push({ organizationId, memberId, month, payable: 0, exempt: 1, reason: given.reason, approval: given.approval, settled: 0 })
  }
  await dues.writeDues(db, fresh)
  subject(`${cells.length === 1 ? personOf(cells[0]?.memberId ?? 0).name : `${cells.length} 格`}（${given.reason}）`)
  return { changed: cells.length }
}

export async function unexempt({ db, subject }: CommandContext, given: { cells: Cells }) {
  const cells = distinct(given.cells)
  for (const { memberId, month } of cells) {
    const due = await dues.dueAt(db, memberId, month)
    if (!due || due.exempt === 0) return refuse('dues.notExempt')
    await dues.removeDue(db, due.id)
  }
  subject(`${cells.length} 格`)
  return { changed: cells.length }
}
