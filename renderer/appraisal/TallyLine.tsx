// biome-ignore-all lint/a11y/useSemanticElements: 像电子表格的一张表，焦点在整张表上
// biome-ignore-all lint/a11y/useFocusableInteractive: 焦点在整张表上
// biome-ignore-all lint/a11y/useKeyWithClickEvents: 键盘在整张表上听
import { memo } from 'react'
import type { Ballots, Entry } from '../../shared/appraisal/contract.ts'
import { excellentRate, sumOf } from '../../shared/appraisal/rules.ts'
import { gradeWords, UNGRADED } from '../../shared/appraisal/words.ts'
import { calledIn } from '../../shared/members/namesakes.ts'
import { type LineForm, offOf, voteFields, votesOf } from './tally-form.ts'

/** 光标走的各列：自评、五种票、等次。 */
export const columns = ['selfGrade', ...voteFields, 'grade'] as const
const labels = { ...gradeWords, selfGrade: '自评', abstained: '弃权', grade: '评定等次' }
export const columnLabel = (column: (typeof columns)[number]) => labels[column]
/** 读屏软件念的：票数说“票”，免得与等次混。 */
const spoken = (column: (typeof columns)[number]) => (column === 'selfGrade' || column === 'grade' ? labels[column] : `${labels[column]}票`)

interface TallyLineProps {
  entry: Entry
  at: number
  line: LineForm
  ballots: Ballots | null
  /** 光标在这一行的第几列；不在为 undefined。 */
  cursor: number | undefined
  onPoint: (row: number, column: number) => void
}

/** 差多少票的一句话。例：-2 → '少 2' */
const offWords = (off: number) => (off < 0 ? `少 ${-off}` : `多 ${off}`)

/** 一个人的一行：票数合计就在行里与有效票对，对不上的说差几张。 */
export const TallyLine = memo(function TallyLine({ entry, at, line, ballots, cursor, onPoint }: TallyLineProps) {
  const { memberId, graded } = entry
  const votes = votesOf(line)
  const off = offOf(line, ballots)
  const textAt = (column: (typeof columns)[number]) => {
    if (column === 'selfGrade') return line.selfGrade ? gradeWords[line.selfGrade] : ''
    if (!graded) return column === 'grade' ? UNGRADED : ''
    if (column === 'grade') return line.grade ? gradeWords[line.grade] : ''
    return line.votes[column]
  }
  const cellAt = (column: (typeof columns)[number], index: number) => (
    <div
      key={column}
      id={`tally-${memberId}-${index}`}
      role="gridcell"
      aria-selected={cursor === index}
      aria-label={`${calledIn(entry)} ${spoken(column)} ${textAt(column) || '空'}`}
      className={`tally-cell tally-${column}${line.grade && column === 'grade' ? ` is-${line.grade}` : ''}${cursor === index ? ' is-cursor' : ''}`}
      onMouseDown={() => onPoint(at, index)}
    >
      {textAt(column)}
    </div>
  )
  return (
    <div role="row" aria-rowindex={at + 2} className={`tally-line${graded ? '' : ' is-ungraded'}`}>
      <div role="rowheader" className={`tally-cell tally-name${cursor === undefined ? '' : ' is-current'}`} title={calledIn(entry)}>
        {entry.name}
        {entry.aside && <small>{entry.aside}</small>}
      </div>
      {columns.slice(0, -1).map(cellAt)}
      <div role="gridcell" className={`tally-cell tally-sum${off ? ' is-off' : off === 0 ? ' is-even' : ''}`}>
        {votes && graded ? (off === undefined ? sumOf(votes) : off === 0 ? `${sumOf(votes)} ✓` : `${sumOf(votes)} ${offWords(off)}`) : ''}
      </div>
      <div role="gridcell" className="tally-cell tally-sum">
        {votes && graded && excellentRate(votes) !== null ? `${excellentRate(votes)?.toFixed(1)}%` : ''}
      </div>
      {cellAt('grade', columns.length - 1)}
      <div role="gridcell" className="tally-cell tally-opinion" title={line.opinion}>
        {line.opinion}
      </div>
    </div>
  )
})
