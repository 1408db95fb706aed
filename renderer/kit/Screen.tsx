import { type ReactNode, useEffect, useRef } from 'react'
import { Link } from 'wouter'

interface ScreenProps {
  title: ReactNode
  /** 一家的几页：标题与它们并排，次序不变，点一下换过去。 */
  family?: readonly { path: string; label: string }[]
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
export function Screen({ title, family, tools, strip, before, fill = false, children }: ScreenProps) {
  useEffect(() => {
    document.title = `${typeof title === 'string' ? `${title} - ` : ''}支部台账`
  }, [title])
  const name = useRef<HTMLHeadingElement>(null)
  // 到了一页，焦点没有人接（从 Ctrl+K 来的）：接到标题上，再按 Tab 就是这一页里的头一处
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      if (document.activeElement === document.body) name.current?.focus({ preventScroll: true })
    })
    return () => cancelAnimationFrame(frame)
  }, [])
  const heading = (
    <h1 key="title" ref={name} tabIndex={-1}>
      {title}
    </h1>
  )
  return (
    <section className={fill ? 'screen screen-fill' : 'screen'}>
      <header className="screen-head">
        {before}
        {family ? (
          <nav className="screen-family" aria-label="并列的几页">
            {family.map(({ path, label }) =>
              label === title ? (
                heading
              ) : (
                <Link key={path} href={path}>
                  {label}
                </Link>
              ),
            )}
          </nav>
        ) : (
          heading
        )}
        <div className="screen-tools">{tools}</div>
      </header>
      {strip && <div className="screen-strip">{strip}</div>}
      <div className="screen-body">{children}</div>
    </section>
  )
}
