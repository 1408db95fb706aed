import { Button } from 'antd'
import { type ReactNode, useRef } from 'react'

interface RowListProps<T> {
  /** 小标题，也是按钮里的话：“＋ 添加批评意见”。 */
  title: string
  hint?: string
  /** 各格的名目，一格一个，排在第一行上面。 */
  head?: ReactNode
  rows: readonly T[]
  blank: T
  /** 添了一条，光标落在它的哪一格；省略时为头一格。例：'.talk-talked input' */
  first?: string
  onChange: (rows: T[]) => void
  children: (row: T, set: (next: Partial<T>) => void, no: number) => ReactNode
}

/** 一份清单：一行一条，最后一个按钮再添一条。 */
export function RowList<T>({ title, hint, head, rows, blank, first = 'input, textarea', onChange, children }: RowListProps<T>) {
  const more = useRef<HTMLButtonElement>(null)
  const list = useRef<HTMLOListElement>(null)
  const set = (at: number) => (next: Partial<T>) => onChange(rows.map((row, index) => (index === at ? { ...row, ...next } : row)))
  const remove = (at: number) => {
    onChange(rows.filter((_, index) => index !== at))
    more.current?.focus()
  }
  const add = () => {
    onChange([...rows, blank])
    requestAnimationFrame(() => list.current?.lastElementChild?.querySelector<HTMLElement>(first)?.focus())
  }
  return (
    <div className="row-list">
      <h3>
        {title}
        {rows.length > 0 && <span className="count">{rows.length}</span>}
      </h3>
      {hint && <p className="hint">{hint}</p>}
      {rows.length > 0 && head}
      <ol ref={list}>
        {rows.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: 按位置编辑，没有别的名字
          <li key={index}>
            {children(row, set(index), index + 1)}
            <Button type="text" size="small" aria-label={`删去第 ${index + 1} 条${title}`} title="删去" onClick={() => remove(index)}>
              ✕
            </Button>
          </li>
        ))}
      </ol>
      <Button ref={more} type="dashed" size="small" onClick={add}>
        ＋ 添加{title}
      </Button>
    </div>
  )
}
