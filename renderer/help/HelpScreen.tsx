import { Input, type InputRef } from 'antd'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { Link, useLocation, useParams } from 'wouter'
import { Empty } from '../kit/Empty.tsx'
import { useKeys } from '../kit/keys.ts'
import { Screen } from '../kit/Screen.tsx'
import { Article } from './Article.tsx'
import { addressOf } from './address.ts'
import { manual } from './manual.ts'
import { findIn, type ManualHit } from './pages.ts'
import './help.css'

/** 帮助：左边目录与搜索，右边手册的一页。 */
export default function HelpScreen() {
  const { page: slug, section } = useParams<{ page?: string; section?: string }>()
  const [wanted, setWanted] = useState('')
  const page = slug === undefined ? manual[0] : manual.find((one) => one.slug === slug)
  const body = useRef<HTMLElement>(null)
  const search = useRef<InputRef>(null)
  useKeys({ '/': () => search.current?.focus() })
  // 到一节就滚到那一节，换一页从头看
  useEffect(() => {
    const heading = section && document.getElementById(section)
    if (heading) heading.scrollIntoView({ block: 'start' })
    else if (slug !== undefined) body.current?.scrollTo(0, 0)
  }, [slug, section])
  const hits = wanted.trim() === '' ? null : findIn(manual, wanted)
  return (
    <Screen title={page ? page.title : '帮助'} fill>
      <div className="help">
        <nav className="help-side" aria-label="手册目录">
          <Input
            ref={search}
            allowClear
            placeholder="搜索手册"
            aria-label="搜索手册"
            title="/"
            value={wanted}
            onChange={(event) => setWanted(event.target.value)}
            onKeyDown={(event) => event.key === 'Escape' && leave(event, () => setWanted(''))}
          />
          {hits ? <Hits hits={hits} wanted={wanted} /> : <Contents current={page?.slug} />}
        </nav>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: 要能用键盘滚动 */}
        <section className="help-page" ref={body} tabIndex={0} aria-label="正文">
          {page ? <Article page={page} /> : <Empty sentence="手册里没有这一页。从左边选一页，或者搜索。" />}
        </section>
      </div>
    </Screen>
  )
}

function leave(event: KeyboardEvent, then: () => void) {
  event.stopPropagation()
  then()
}

function Contents({ current }: { current: string | undefined }) {
  return (
    <ul>
      {manual.map((page) => (
        <li key={page.slug}>
          <Link href={addressOf(page)} aria-current={page.slug === current ? 'page' : undefined}>
            {page.title}
          </Link>
          {page.slug === current && page.sections.length > 1 && (
            <ul>
              {page.sections.slice(1).map((section) => (
                <li key={section.title}>
                  <Link href={addressOf(page, section)}>{section.title}</Link>
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  )
}

function Hits({ hits, wanted }: { hits: readonly ManualHit[]; wanted: string }) {
  const [, go] = useLocation()
  return (
    <>
      <p className="hint" role="status">
        {hits.length > 0 ? `找到 ${hits.length} 处` : `没有找到“${wanted.trim()}”，换个说法试试，如“补课”“收据”。`}
      </p>
      <ul>
        {hits.map(({ page, section, before, hit, after }) => (
          <li key={`${page.slug}/${section.title}`}>
            <button type="button" className="help-hit" onClick={() => go(addressOf(page, section))}>
              <strong>{section.title}</strong>
              {section.title !== page.title && <small>{page.title}</small>}
              <span>
                {before}
                <mark>{hit}</mark>
                {after}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
