import { useEffect, useState } from 'react'
import type { documents, Grade } from '../../shared/documents/contract.ts'
import type { Gives } from '../../shared/kit/procedure.ts'
import { app, fetchTicket } from '../app.ts'
import { useTask } from '../kit/ask.ts'
import type { WantedGiven } from './wanted.ts'

export type Made = Gives<typeof documents.make>
export interface PaperRequest {
  wanted: WantedGiven
  grade: Grade
  purpose: string
}
/** 做好的一份：PDF 带着字节，预览的与保存的是同一份。 */
export interface Paper {
  made: Made
  pdf: Uint8Array | null
}

/**
 * 制作一份文书并取来字节；request 变了就重做，为空就不做。revision 变了也重做（内容改了）。
 * @example const { paper, busy, progress, cancel, refusal } = usePaper({ wanted, grade: 'internal', purpose: '' })
 */
export function usePaper(request: PaperRequest | null, revision = '') {
  const { run, cancel, busy, progress, refusal } = useTask(app.documents.make, { quiet: true })
  const [paper, setPaper] = useState<Paper>()
  const [lost, setLost] = useState<string>()
  const [round, setRound] = useState(0)
  const key = request && JSON.stringify(request)

  // biome-ignore lint/correctness/useExhaustiveDependencies: revision 与 round 变了就要重做
  useEffect(() => {
    if (!key) return
    let current = true
    const make = async () => {
      setLost(undefined)
      const made = await run(JSON.parse(key) as PaperRequest)
      if (!current) return
      if (!made) return setPaper(undefined)
      const pdf = made.format === 'pdf' ? await fetchTicket(made.ticket) : null
      if (current) setPaper({ made, pdf })
    }
    make().catch((error: unknown) => current && setLost(error instanceof Error ? error.message : '文件没有取到，请再做一次。'))
    return () => {
      current = false
      void cancel()
    }
  }, [key, revision, round, run, cancel])

  return { paper: key ? paper : undefined, busy, progress, cancel, refusal, lost, again: () => setRound((n) => n + 1) }
}
