import type { ReactNode } from 'react'
import Markdown, { type Components } from 'react-markdown'
import remarkGfm from 'remark-gfm'
import { Link } from 'wouter'
import { pictureAt } from './manual.ts'
import type { ManualPage } from './pages.ts'

/** 手册的一页。页里的链接还在软件里走；不认识的地址不成链接。 */
export function Article({ page }: { page: ManualPage }) {
  return (
    <article className="manual">
      <Markdown remarkPlugins={[remarkGfm]} components={pieces}>
        {page.body}
      </Markdown>
    </article>
  )
}

const wordsOf = (children: ReactNode) => (Array.isArray(children) ? children.join('') : String(children))

const pieces: Components = {
  // 页名由这一屏的标题写，文章里不再写一次
  h1: () => null,
  h2: ({ children }) => (
    <h2 id={wordsOf(children)} tabIndex={-1}>
      {children}
    </h2>
  ),
  a: ({ href = '', children }) => {
    const page = /^([\w-]+)\.md$/.exec(href)?.[1]
    return page ? <Link href={`/help/${page}`}>{children}</Link> : <span>{children}</span>
  },
  img: ({ src, alt }) => {
    const at = pictureAt(String(src))
    return at ? <img src={at} alt={alt ?? ''} width={1366} height={768} loading="lazy" /> : null
  },
}
