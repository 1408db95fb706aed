import { type FormCell, formRow, inPieces } from './form-sheet.ts'

/** 栏名占左两列，值占其余；两对栏并排时各占一半。出勤名单也用这几列：序号、姓名、党小组、出勤、事由。 */
export const RECORD_WIDTHS = [6, 16, 22, 16, 12, 16]
const WHOLE = RECORD_WIDTHS.reduce((sum, width) => sum + width, 0)

export const recordRow = (cells: FormCell[], least?: number) => formRow(RECORD_WIDTHS, cells, least)
export const label = (value: string, span = 2): FormCell => ({ value, span, style: 'label' })
const value = (text: string, span: number): FormCell => ({ value: text || null, span, style: 'value' })
export const wide = (name: string, text: string) => recordRow([label(name), value(text, 4)])
export const pair = (one: [string, string], other: [string, string]) =>
  recordRow([label(one[0]), value(one[1], 1), label(other[0], 1), value(other[1], 2)])
const prose = (text: string) =>
  inPieces(text, WHOLE).map((piece) => recordRow([{ value: piece === '' ? null : piece, span: 6, style: 'prose' }], 20))
export const block = (title: string, paragraphs: readonly string[]) => [
  { ...recordRow([{ value: title, span: 6, style: 'heading' }], 24), keep: true },
  ...(paragraphs.length === 0 ? prose('') : paragraphs.flatMap(prose)),
]

/** 末尾一行：主持人、记录人签名。 */
export const signatures = recordRow(
  [
    label('主持人\n（签名）'),
    { value: null, span: 1, style: 'value' },
    label('记录人\n（签名）', 1),
    { value: null, span: 2, style: 'value' },
  ],
  46,
)
