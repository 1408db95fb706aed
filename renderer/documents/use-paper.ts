import { useQueryClient } from '@tanstack/react-query'
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
  const { run, cancel, progress, refusal } = useTask(app.documents.make, { quiet: true, unchanging: true })
  const desk = useQueryClient()
  const [paper, setPaper] = useState<Paper & { key: string; grade: Grade }>()
  /** 最近的一次还在做；被新的一次顶掉的不算。 */
  const [busy, setBusy] = useState(false)
  const [lost, setLost] = useState<string>()
  const [round, setRound] = useState(0)
  const key = request && JSON.stringify(request)

  // biome-ignore lint/correctness/useExhaustiveDependencies: revision 与 round 变了就要重做
  useEffect(() => {
    if (!key) return
    let current = true
    const make = async () => {
      setLost(undefined)
      setBusy(true)
      const asked = JSON.parse(key) as PaperRequest
      const made = await run(asked)
      // 上报级记了一笔，底下那一行要新的
      if (asked.grade === 'reported') void desk.invalidateQueries()
      if (!current) return
      if (!made) return setPaper(undefined)
      const pdf = made.format === 'pdf' ? await fetchTicket(made.ticket) : null
      if (current) setPaper({ made, pdf, key, grade: asked.grade })
    }
    make()
      .catch((error: unknown) => {
        if (!current) return
        setPaper(undefined)
        setLost(error instanceof Error ? error.message : '文件没有取到，请再做一次。')
      })
      .finally(() => current && setBusy(false))
    return () => {
      current = false
      void cancel()
    }
  }, [key, revision, round, run, cancel, desk])

  // 换了级别，旧的一份不能留在眼前；只换栏数之类的，留着旧的等新的
  const shown = key !== null && paper?.grade === request?.grade ? paper : undefined
  const making = key !== null && (busy || (shown !== undefined && shown.key !== key))
  return { paper: shown, busy: making, progress, cancel, refusal, lost, again: () => setRound((n) => n + 1) }
}
