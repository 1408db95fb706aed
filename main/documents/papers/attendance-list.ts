import type { Ink, Style } from '../ink.ts'
import { ruled } from '../ink.ts'
import { mm, type Piece } from '../layout.ts'

/** 名单上的一个人。 */
export interface Attendee {
  name: string
  group: string
  state: string
  reason: string
}

/** 出勤名单一页大约几行；最后一页只剩几行时排紧一点，免得多出一页。 */
const LIST = { first: 25, next: 27, few: 5 }
const isTight = (people: number) =>
  people > LIST.first && (people - LIST.first) % LIST.next <= LIST.few && (people - LIST.first) % LIST.next > 0

/** 出勤名单，另起一页；counts 是应到、实到等的话。 */
export const attendanceList = (ink: Ink, people: readonly Attendee[], counts: readonly string[]): Piece[] => {
  const tight = isTight(people.length)
  // 没有分党小组的支部不留一列空格
  const grouped = people.some(({ group }) => group !== '')
  const cell = (text: string, align: Style['align'] = 'center') =>
    ink.cell(text, { size: tight ? 11 : 12, leading: tight ? 14 : 16, align: align ?? 'center' })
  return [
    { ...ink.text('出勤名单', { role: 'title', size: 18, leading: 28, align: 'center' }), pageBreak: 'before' },
    ink.text(counts.join('　'), { size: 12, leading: 20, align: 'center', margin: [0, 0, 0, mm(2)] }),
    {
      table: {
        headerRows: 1,
        dontBreakRows: true,
        widths: [mm(12), mm(36), ...(grouped ? [mm(34)] : []), mm(20), '*'],
        heights: tight ? 14 : 18,
        body: [
          ['序号', '姓名', ...(grouped ? ['党小组'] : []), '出勤', '事由'].map((label) =>
            ink.cell(label, { role: 'heading', size: 12, leading: 16, align: 'center' }),
          ),
          ...people.map(({ name, group, state, reason }, index) => [
            cell(String(index + 1)),
            cell(name),
            ...(grouped ? [cell(group)] : []),
            cell(state),
            cell(reason, 'left'),
          ]),
        ],
      },
      layout: ruled({ x: 3, y: tight ? 1 : 1.5 }),
    },
  ]
}
