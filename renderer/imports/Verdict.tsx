import { Button, Checkbox, Select } from 'antd'
import type { FieldChange, PreviewRow } from '../../shared/imports/contract.ts'
import { stateWords } from './counts.ts'

interface VerdictProps {
  entry: PreviewRow
  /** 各栏里已经显示说明的字段；别的说明写在这里。 */
  known: ReadonlySet<string>
  onAnswer: (id: number | null) => void
}

/** 再多就收成一个下拉。 */
const FEW = 4

const marks = { doubtful: '✕ ', added: '', updated: '', unchanged: '' } as const

/** 这一行的结果；要人回答的当场回答；不属于哪一格的说明也在这里。 */
export function Verdict({ entry, known, onAnswer }: VerdictProps) {
  const { state, changes, matches, question, values, errors, warnings } = entry
  const apart = [...errors, ...warnings].filter(({ field }) => field === null || !known.has(field))
  const taken = changes.filter((change) => change.taken).length
  const left = changes.length - taken
  const name = values.name ?? ''
  return (
    <>
      <span aria-hidden="true">{state === 'added' && warnings.length > 0 ? '△ ' : marks[state]}</span>
      {stateWords[state]}
      {state === 'updated' && `（${taken} 项）`}
      {matches && matches.name !== name && ` ${matches.name}`}
      {left > 0 && <span className="import-note">{left} 项不同，没有采用</span>}
      {question && (
        <span className="import-question">
          {question.text}？
          {question.choices.length > FEW ? (
            <Select
              size="small"
              aria-label={question.text}
              placeholder="请选择"
              style={{ width: 150 }}
              options={question.choices.map(({ id, label }) => ({ value: id, label }))}
              onChange={onAnswer}
            />
          ) : (
            question.choices.map(({ id, label }) => (
              <Button key={id} size="small" onClick={() => onAnswer(id)}>
                是 {label}
              </Button>
            ))
          )}
          {question.none !== null && (
            <Button size="small" onClick={() => onAnswer(null)}>
              {question.none}
            </Button>
          )}
        </span>
      )}
      {apart.map(({ cell, text }) => (
        <span key={`${cell}${text}`} className="import-note">
          {text}（{cell}）
        </span>
      ))}
    </>
  )
}

/** 一格里的变化：原来的 → 文件里的，勾上才改。 */
export function ChangeCell({ change, label, onTake }: { change: FieldChange; label: string; onTake: (taken: boolean) => void }) {
  const { from, to, taken } = change
  return (
    <Checkbox
      className={taken ? 'import-change is-taken' : 'import-change'}
      aria-label={`${label}：${from || '空'} 改为 ${to}`}
      checked={taken}
      onChange={(event) => onTake(event.target.checked)}
    >
      <span className="import-from">{from || '（空）'}</span> → <span className="import-to">{to}</span>
    </Checkbox>
  )
}
