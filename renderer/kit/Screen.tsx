import { type ReactNode, useEffect, useRef } from 'react'

interface ScreenProps {
  title: ReactNode
  /** 标题右边的按钮。 */
  tools?: ReactNode
  /** 标题下面的一条：这里还缺什么、下一步。 */
  strip?: ReactNode
  /** 标题前的返回等。 */
  before?: ReactNode
  /** 内容自己滚动（表格铺满）；默认整页滚动。 */
  fill?: boolean
  children: ReactNode
}

/** 一页：标题、工具、提示条、内容。 */
export function Screen({ title, tools, strip, before, fill = false, children }: ScreenProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${typeof title === 'string' ? `${title} - ` : ''}支部台账`
  }, [title])
  return (
    <section className={fill ? 'screen screen-fill' : 'screen'}>
      <header className="screen-head">
        {before}
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        <div className="screen-tools">{tools}</div>
      </header>
      {strip && <div className="screen-strip">{strip}</div>}
      <div className="screen-body">{children}</div>
    </section>
  )
}
