import { showDay } from '../../shared/ledger/columns.ts'
import type { MeetingRow } from '../../shared/meetings/contract.ts'
import { type FormCell, type FormPlan, formRow } from './form-sheet.ts'

export const CATALOGUE = '目录'
const WIDTHS = [6, 15, 20, 34, 6, 6, 8]
const LABELS = ['序号', '日期', '类型', '主题', '应到', '实到', '出席率']

/** 一次会议的表名：有编号，不会重名。例：sheetOfMeeting({ day: '2026-03-05', kindNames: '党课', … }, 0) // '1 03-05 党课' */
export const sheetOfMeeting = ({ day, kindNames }: Pick<MeetingRow, 'day' | 'kindNames'>, at: number): string =>
  `${at + 1} ${day.slice(5)} ${kindNames}`

const lineOf = (meeting: MeetingRow, at: number) => {
  const center = (value: string | number): FormCell => ({ value, span: 1, style: 'center' })
  return formRow(
    WIDTHS,
    [
      center(at + 1),
      center(showDay(meeting.day)),
      center(meeting.kindNames),
      { value: meeting.topic, span: 1, style: 'link', to: sheetOfMeeting(meeting, at) },
      center(meeting.expected),
      center(meeting.status === 'planned' ? '—' : meeting.present),
      center(meeting.rate === null ? '—' : `${meeting.rate.toFixed(1)}%`),
    ],
    24,
  )
}

/** 三会一课目录：一次会议一行，点主题到它的一张。 */
export function meetingCatalogue(meetings: readonly MeetingRow[], unit: string, on: string, mark: string): FormPlan {
  const title = `${unit}三会一课目录`
  return {
    name: CATALOGUE,
    title,
    widths: WIDTHS,
    rows: [
      formRow(WIDTHS, [{ value: title, span: 7, style: 'title' }], 40),
      formRow(WIDTHS, [{ value: `共 ${meetings.length} 次　　填报日期：${on}　　（点主题到那一次的记录）`, span: 7, style: 'plain' }], 22),
      formRow(
        WIDTHS,
        LABELS.map((value) => ({ value, span: 1, style: 'label' })),
      ),
      ...meetings.map(lineOf),
    ],
    breaks: [],
    repeated: 3,
    printedFrom: 0,
    mark,
  }
}
