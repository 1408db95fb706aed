import { Button } from 'antd'
import { useState } from 'react'
import type { Todo } from './todos.ts'

const toneWords = { late: '已过', soon: '该办', check: '核对' } as const
const SHOWN = 9

/** 现在要做：每一件一个按钮，急的在前。 */
export function TodoPanel({ todos }: { todos: readonly Todo[] }) {
  const [whole, setWhole] = useState(false)
  return (
    <section className="panel todo">
      <h2>现在要做{todos.length > 0 && <span className="count">{todos.length}</span>}</h2>
      {todos.length === 0 && <p className="hint">都办完了。下一次会议可以现在就安排。</p>}
      <ul>
        {(whole ? todos : todos.slice(0, SHOWN)).map((todo) => (
          <li key={todo.key} className={`todo-${todo.tone}`}>
            <span className="todo-tone">{toneWords[todo.tone]}</span>
            <span className="todo-text">
              {todo.text}
              {todo.note && <small title={todo.note}>{todo.note}</small>}
            </span>
            <Button size="small" onClick={todo.act} aria-label={`${todo.verb}：${todo.text}`}>
              {todo.verb}
            </Button>
          </li>
        ))}
      </ul>
      {todos.length > SHOWN && (
        <Button type="link" size="small" className="flush" aria-expanded={whole} onClick={() => setWhole(!whole)}>
          {whole ? '只看最急的' : `还有 ${todos.length - SHOWN} 件，看全部`}
        </Button>
      )}
    </section>
  )
}
