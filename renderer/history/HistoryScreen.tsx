import { Button, Input } from 'antd'
import { useDeferredValue, useState } from 'react'
import type { OperationRow } from '../../shared/history/contract.ts'
import { app } from '../app.ts'
import { useAsk, useTask } from '../kit/ask.ts'
import { instantWords } from '../kit/days.ts'
import { Empty } from '../kit/Empty.tsx'
import { useIntent } from '../kit/intent.ts'
import { useKeys } from '../kit/keys.ts'
import { Screen } from '../kit/Screen.tsx'
import { Progress, Waiting } from '../kit/Waiting.tsx'
import { useWhere } from '../shell/where.ts'
import { ChangeList } from './ChangeList.tsx'
import './history.css'

const PAGE = 100

/** 操作记录：谁、何时、做了什么、改前改后；能撤销的就在这里撤销。 */
export default function HistoryScreen() {
  const [text, setText] = useState('')
  const [limit, setLimit] = useState(PAGE)
  const [open, setOpen] = useState<number>()
  const rows = useAsk(app.history.list, { text: useDeferredValue(text).trim(), limit: Math.min(500, limit) }, { keep: true })
  useIntent<string>('history.find', (given) => setText(given ?? ''))
  useKeys({ '/': () => document.getElementById('history-text')?.focus() })
  return (
    <Screen
      title="操作记录"
      tools={
        <Input
          id="history-text"
          allowClear
          aria-label="筛选操作记录"
          placeholder="操作、对象、操作人　/"
          value={text}
          onChange={(event) => setText(event.target.value)}
          className="history-text"
        />
      }
    >
      <p className="hint history-hint">记录只增不改；撤销也是一条记录。点一行看改前、改后。</p>
      {!rows.data ? (
        <Waiting error={rows.error} />
      ) : rows.data.length === 0 ? (
        <Empty sentence={text ? '没有符合的记录。换个写法试试。' : '还没有操作。登记党员、安排会议之后，这里逐条可查。'} />
      ) : (
        <ul className="panel operations">
          {rows.data.map((row) => (
            <Operation key={row.id} row={row} open={open === row.id} onToggle={() => setOpen(open === row.id ? undefined : row.id)} />
          ))}
        </ul>
      )}
      {rows.data && rows.data.length >= limit && limit < 500 && (
        <div className="empty-steps">
          <Button onClick={() => setLimit(limit + PAGE)}>再列 {PAGE} 条</Button>
        </div>
      )}
      {rows.data && rows.data.length >= 500 && <p className="hint">只列最近 500 条；更早的请用上面的筛选来找。</p>}
    </Screen>
  )
}

function Operation({ row, open, onToggle }: { row: OperationRow; open: boolean; onToggle: () => void }) {
  const { today } = useWhere()
  const undo = useTask(app.history.undo)
  const redo = useTask(app.history.redo)
  const isUndo = row.command === 'history.undo'
  const undoable = row.changes > 0 && !row.undone && !row.command.startsWith('history.') && row.command !== 'core.migrate'
  return (
    <li className={row.undone ? 'operation is-undone' : 'operation'}>
      <div className="operation-line">
        <button type="button" aria-expanded={open} onClick={onToggle}>
          <time dateTime={row.at} className="operation-at">
            {instantWords(row.at, today)}
          </time>
          <span className="operation-actor">{row.actor}</span>
          <strong>{row.title}</strong>
          <span className="operation-subject">{row.subject}</span>
          {row.undone && <span className="badge">{isUndo ? '已重做' : '已撤销'}</span>}
          <span className="operation-count num">{row.changes > 0 ? `${row.changes} 处改动` : ''}</span>
        </button>
        {undoable && (
          <Button
            size="small"
            disabled={undo.busy}
            onClick={() => void undo.run({ operationId: row.id })}
            aria-label={`撤销：${row.title} ${row.subject}`}
          >
            撤销
          </Button>
        )}
        {isUndo && !row.undone && row.changes > 0 && (
          <Button
            size="small"
            disabled={redo.busy}
            onClick={() => void redo.run({ operationId: row.id })}
            aria-label={`重做：${row.subject}`}
          >
            重做
          </Button>
        )}
      </div>
      <Progress state={undo.progress ?? redo.progress} onCancel={undo.busy ? undo.cancel : redo.cancel} />
      {open && <ChangeList operationId={row.id} />}
    </li>
  )
}
