import { GlobalWorkerOptions, getDocument, type PDFDocumentProxy } from 'pdfjs-dist'
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url'
import { useEffect, useRef, useState } from 'react'
import './documents.css'

GlobalWorkerOptions.workerSrc = workerUrl

interface Size {
  width: number
  height: number
}

/** 把一份 PDF 的字节画成一页页；看到哪页才画哪页。 */
export function PdfPages({ bytes, label }: { bytes: Uint8Array; label: string }) {
  const [pages, setPages] = useState<{ document: PDFDocumentProxy; sizes: Size[] }>()
  const [broken, setBroken] = useState(false)
  useEffect(() => {
    setBroken(false)
    // pdf.js 会把缓冲区转给工人，留给别处的那份不能动
    const loading = getDocument({ data: bytes.slice(), isEvalSupported: false } as Parameters<typeof getDocument>[0])
    let current = true
    const open = async () => {
      const document = await loading.promise
      const sizes: Size[] = []
      for (let n = 1; n <= document.numPages; n += 1) {
        const { width, height } = (await document.getPage(n)).getViewport({ scale: 1 })
        sizes.push({ width, height })
      }
      if (current) setPages({ document, sizes })
    }
    open().catch(() => current && setBroken(true))
    return () => {
      current = false
      void loading.destroy()
    }
  }, [bytes])
  if (broken) return <p role="alert">预览没有画出来，可以先保存再打开看。</p>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: 能滚动的地方要能用键盘滚
    <section className="pdf-pages" aria-label={label} tabIndex={0} data-pages={pages?.sizes.length ?? 0}>
      {pages?.sizes.map((size, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: 页码就是它的身份
        <PdfPage key={index} document={pages.document} number={index + 1} count={pages.sizes.length} size={size} />
      ))}
    </section>
  )
}

function PdfPage({ document, number, count, size }: { document: PDFDocumentProxy; number: number; count: number; size: Size }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [near, setNear] = useState(number <= 2)
  useEffect(() => {
    if (near || !canvas.current) return
    const watch = new IntersectionObserver((seen) => seen.some((one) => one.isIntersecting) && setNear(true), { rootMargin: '600px' })
    watch.observe(canvas.current)
    return () => watch.disconnect()
  }, [near])
  useEffect(() => {
    const target = canvas.current
    if (!near || !target) return
    let stop = () => {}
    let current = true
    const draw = async () => {
      const page = await document.getPage(number)
      if (!current) return
      const viewport = page.getViewport({ scale: (target.clientWidth / size.width) * Math.min(window.devicePixelRatio || 1, 2) })
      target.width = Math.round(viewport.width)
      target.height = Math.round(viewport.height)
      const task = page.render({ canvas: target, viewport })
      stop = () => task.cancel()
      await task.promise
      target.dataset.drawn = 'yes'
    }
    draw().catch(() => undefined)
    return () => {
      current = false
      stop()
    }
  }, [document, near, number, size])
  return (
    <figure className={size.width > size.height ? 'pdf-page is-wide' : 'pdf-page'}>
      <canvas
        ref={canvas}
        role="img"
        aria-label={`第 ${number} 页，共 ${count} 页`}
        style={{ aspectRatio: `${size.width} / ${size.height}` }}
      />
      <figcaption>
        第 {number} 页，共 {count} 页
      </figcaption>
    </figure>
  )
}
