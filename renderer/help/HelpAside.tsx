import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { Link } from 'wouter'
import { useKeys } from '../kit/keys.ts'
import { Article } from './Article.tsx'
import { addressOf } from './address.ts'
import { manual } from './manual.ts'
import './help.css'

interface HelpAsideProps {
  /** 人在哪个房间（rooms.tsx 里的 key）；没有打开台账时为 door。 */
  room: string
  /** 书桌上有“帮助”一页可去；门口没有。 */
  linked: boolean
  onClose: () => void
}

/** F1：说这一屏的那一页手册，靠右放着；下面的页面照常能用。 */
export default function HelpAside({ room, linked, onClose }: HelpAsideProps) {
  const page = manual.find(({ rooms }) => rooms.includes(room)) ?? manual[0]
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    const before = document.activeElement
    heading.current?.focus()
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])
  useKeys({ Escape: onClose })
  if (!page) return null
  return (
    <aside className="help-aside" aria-label="帮助">
      <header>
        <h2 ref={heading} tabIndex={-1} className="help-aside-title">
          {page.title}
        </h2>
        {linked && (
          <Link href={addressOf(page)} onClick={onClose}>
            全部帮助
          </Link>
        )}
        <Button size="small" onClick={onClose} title="F1 或 Esc">
          关上
        </Button>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: 要能用键盘滚动 */}
      <section className="help-aside-page" tabIndex={0} aria-label="正文">
        <Article page={page} />
      </section>
    </aside>
  )
}
