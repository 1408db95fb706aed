import { useEffect, useState } from 'react'
import { app, fetchTicket } from '../app.ts'

/** 同时取几张：票有限，一屏缩略图排队取。 */
const AT_ONCE = 4
let running = 0
const waiting: (() => void)[] = []

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) await new Promise<void>((go) => waiting.push(go))
  running += 1
  try {
    return await work()
  } finally {
    running -= 1
    waiting.shift()?.()
  }
}

/** 一份附件的字节。 */
const bytesOf = (id: number, small: boolean) =>
  inTurn(async () => {
    const { ticket, media } = await app.attachments.open({ id, small })
    return { bytes: await fetchTicket(ticket), media }
  })

/** 取来的一份：图片有地址，PDF 有字节。 */
interface Seen {
  url?: string
  bytes?: Uint8Array
}

/**
 * 看到时才取的一张；换了、不看了就放掉。
 * @example const { seen, failed } = usePicture({ id, small: true, wanted: near })
 */
export function usePicture({ id, small, wanted }: { id: number; small: boolean; wanted: boolean }) {
  const [seen, setSeen] = useState<Seen>()
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    if (!wanted) return
    let current = true
    let url: string | undefined
    setSeen(undefined)
    setFailed(false)
    const fetchIt = async () => {
      const { bytes, media } = await bytesOf(id, small)
      if (!current) return
      if (media === 'application/pdf') return setSeen({ bytes })
      url = URL.createObjectURL(new Blob([bytes as BlobPart], { type: media }))
      setSeen({ url })
    }
    fetchIt().catch(() => current && setFailed(true))
    return () => {
      current = false
      if (url) URL.revokeObjectURL(url)
    }
  }, [id, small, wanted])
  return { seen, failed }
}
