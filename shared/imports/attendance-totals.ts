import type { AttendanceState } from '../attendance/contract.ts'
import { stateWords } from '../attendance/words.ts'
import type { Person, Sheet, Sheeted } from './attendance-sheet.ts'
import type { UnderstoodRow } from './contract.ts'
import { addressOf, letterOf } from './grid.ts'
import { normalHeading } from './headings.ts'

const here = (rows: readonly UnderstoodRow[], ...states: AttendanceState[]) =>
  rows.filter(({ values }) => states.some((state) => values.state === stateWords[state])).length

/** 合计列写着的与读到的对一对。 */
export function againstTotals({ grid }: Sheet, person: Person, rows: readonly UnderstoodRow[]): void {
  const [first] = rows
  for (const { column, header } of person.block.totals) {
    const written = /^(\d+(?:\.\d+)?)(%|次|人)?$/.exec(grid.text(person.row, column))
    if (!first || !written) continue
    const [present, leave, absent, late] = [
      here(rows, 'present', 'late', 'online'),
      here(rows, 'leave'),
      here(rows, 'absent'),
      here(rows, 'late'),
    ]
    const expected = present + leave + absent
    const word = normalHeading(header)
    const rate = /率/.test(word)
    const read = rate
      ? (present * 100) / Math.max(1, expected)
      : /请假/.test(word)
        ? leave
        : /缺|旷/.test(word)
          ? absent
          : /迟到/.test(word)
            ? late
            : /应/.test(word)
              ? expected
              : /实到|出勤|出席|到会|参/.test(word)
                ? present
                : undefined
    if (read === undefined) continue
    const value = Number(written[1]) * (rate && written[2] !== '%' && Number(written[1]) <= 1 ? 100 : 1)
    if (Math.abs(value - read) > (rate ? 1 : 0))
      first.warnings.push({
        field: null,
        cell: addressOf(person.row, column),
        text: `“${word}”写的是 ${written[0]}，读到的是 ${rate ? `${Math.round(read * 10) / 10}%` : read}，请核对`,
      })
  }
}

/** 下面的合计行写着的，与一列读到的对一对；标题里的应到、实到也对。 */
export function totalsBelow(sheet: Sheeted, rows: readonly UnderstoodRow[]): string[] {
  const { grid, columns, skipped, dated, facts } = sheet
  const told: string[] = []
  const compare = (what: string, written: number, read: number) => {
    if (written !== read) told.push(`${what} ${written}，读到 ${read}，请核对。`)
  }
  const expectedOf = (list: readonly UnderstoodRow[]) => here(list, 'present', 'late', 'online', 'leave', 'absent')
  if (!dated) {
    if (facts.expected !== undefined && facts.expected > 0) compare('表上写应到', facts.expected, expectedOf(rows))
    if (facts.present !== undefined && facts.present > 0) compare('表上写实到', facts.present, here(rows, 'present', 'late', 'online'))
    return told
  }
  for (const { row } of skipped.filter(({ reason }) => reason === '合计行')) {
    const label =
      grid
        .filled(row - 1)
        .map((column) => grid.text(row - 1, column))
        .find((text) => /[\u3400-\u9fff]/.test(text)) ?? ''
    for (const { mark, chosen } of columns) {
      const written = /^\d+$/.exec(grid.text(row - 1, mark.column))
      if (!written || chosen === null) continue
      const list = rows.filter(({ at }) => at.replace(/\d+$/, '') === letterOf(mark.column))
      const read = /应/.test(label)
        ? expectedOf(list)
        : /请假/.test(label)
          ? here(list, 'leave')
          : /缺/.test(label)
            ? here(list, 'absent')
            : here(list, 'present', 'late', 'online')
      compare(`“${mark.header}”一列${label.replace(/[:：]/, '')}写`, Number(written[0]), read)
    }
  }
  return told
}
