import { stateWords } from '../attendance/words.ts'
import { isSymbol } from './attendance-marks.ts'
import { BLANK, isState, personOf, type Sheeted, SKIP, SYMBOL } from './attendance-sheet.ts'
import { totalsBelow } from './attendance-totals.ts'
import type { SheetPreview, UnderstoodRow } from './contract.ts'
import { letterOf } from './grid.ts'

const stateChoices = (['present', 'leave', 'absent', 'late', 'online', 'observer'] as const).map((value) => ({
  value: value as string,
  label: stateWords[value],
}))
/** 读完说的话：这是什么表，还有什么没有定，写着的数与读到的对不对得上。 */
export function adviceFor(sheet: Sheeted, rows: readonly UnderstoodRow[]): string {
  const { columns, people, dated, blank, blanks, unknown } = sheet
  if (columns.length === 0) return '没有找到签名、出勤或日期的列。请换一张有签名或出勤记号的表。'
  if (people.length === 0) return '表头认得，但下面还没有人。'
  const said = [dated ? `这是考勤表：${columns.length} 列，一列一次会。` : '这是一次会的签到表。']
  if (columns.some(({ mark, block }) => mark.column === block.name)) said.push('没有签名或出勤一列，表上的人都按出席读。')
  said.push(...new Set(columns.flatMap(({ mark }) => (mark.warning ? [`${mark.warning}。`] : []))))
  const waiting = columns.filter(({ undecided }) => undecided)
  if (waiting.length > 0)
    said.push(
      `${waiting.map(({ mark }) => `“${mark.header}”`).join('、')}还没有定是哪次会，请在下面选；那里没有的，先在“会议活动”里补录那次会。`,
    )
  if (unknown.size > 0) said.push(`${[...unknown.keys()].map((symbol) => `“${symbol}”`).join('、')}没有图例，请在下面说是什么。`)
  if (blanks > 0 && blank !== null)
    said.push(
      blank === SKIP ? `空着的 ${blanks} 格没有读（不算应到）。` : isState(blank) ? `空着的 ${blanks} 格按${stateWords[blank]}读。` : '',
    )
  if (blanks > 0 && blank === null) said.push('签名一列全是空的，请在下面说空着的格是什么。')
  said.push(...totalsBelow(sheet, rows))
  return said.join('')
}

/** “表头对应”里列的：各列，和要人定意思的记号、空格。 */
export function columnsFor(sheet: Sheeted): SheetPreview['columns'] {
  const { grid, head, columns, dated, blanks, blank, unknown, people } = sheet
  const plain = (column: number | undefined, field: string | null) =>
    column === undefined
      ? []
      : [
          {
            letter: letterOf(column),
            header: grid.text(head.bottom, column),
            field,
            samples: people
              .slice(0, 3)
              .map(({ row }) => grid.text(row, column))
              .filter(Boolean),
            remembered: false,
            choices: [],
          },
        ]
  const listed = head.blocks.flatMap((block) => [
    ...plain(block.name, 'name'),
    ...plain(block.groupName, 'groupName'),
    ...plain(block.branchName, 'branchName'),
    ...plain(block.reason, 'reason'),
  ])
  const marks = columns.map(({ mark, block, occasion, chosen }, at) => ({
    letter: letterOf(mark.column),
    header: mark.header,
    field: dated || at === 0 ? chosen : 'state',
    samples: personOf(sheet, block)
      .flatMap(({ row }) => grid.own(row, mark.column)?.text.trim().slice(0, 12) ?? [])
      .slice(0, 5),
    remembered: false,
    choices: dated || at === 0 ? occasion.choices : [],
  }))
  const asked = [...unknown].map(([symbol, count]) => ({
    letter: `${SYMBOL}${symbol}`,
    header: `记号“${symbol}”（${count} 格）`,
    field: null,
    samples: [],
    remembered: false,
    choices: [...stateChoices, { value: SKIP, label: '不适用，不读' }],
  }))
  const told = [...sheet.legend]
    .filter(([symbol]) => isSymbol(symbol) && !unknown.has(symbol))
    .map(([symbol, meaning]) => ({
      letter: `${SYMBOL}${symbol}`,
      header: `记号“${symbol}”`,
      field: meaning === 'none' ? SKIP : meaning.state,
      samples: [],
      remembered: false,
      choices: [...stateChoices, { value: SKIP, label: '不适用，不读' }],
    }))
  const empty =
    blanks === 0
      ? []
      : [
          {
            letter: BLANK,
            header: `空着的格（${blanks} 格）`,
            field: blank,
            samples: [],
            remembered: false,
            choices: [...stateChoices.slice(0, 3), { value: SKIP, label: '不读，不算应到' }],
          },
        ]
  return [
    ...[...listed, ...marks].sort((a, b) => a.letter.length - b.letter.length || a.letter.localeCompare(b.letter)),
    ...asked,
    ...told,
    ...empty,
  ]
}
