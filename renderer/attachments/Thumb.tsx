import { useEffect, useRef, useState } from 'react'
import type { Attachment } from '../../shared/attachments/contract.ts'
import { isPicture } from '../../shared/attachments/media.ts'
import { usePicture } from './picture.ts'

/** 缩略图：滚到跟前才取；点开看大的。 */
export function Thumb({ attachment, onOpen }: { attachment: Attachment; onOpen: () => void }) {
  const { id, media, turn, name, caption } = attachment
  const frame = useRef<HTMLButtonElement>(null)
  const [near, setNear] = useState(false)
  useEffect(() => {
    if (near || !frame.current) return
    const watch = new IntersectionObserver((seen) => seen.some((one) => one.isIntersecting) && setNear(true), { rootMargin: '300px' })
    watch.observe(frame.current)
    return () => watch.disconnect()
  }, [near])
  const { seen, failed } = usePicture({ id, small: true, wanted: near && isPicture(media) })
  return (
    <button ref={frame} type="button" className="thumb" onClick={onOpen} aria-label={`查看 ${caption || name}`}>
      {seen?.url && <img src={seen.url} alt="" data-turn={turn} />}
      {!isPicture(media) && <span className="thumb-word">PDF</span>}
      {failed && <span className="thumb-word">没有取到</span>}
    </button>
  )
}
