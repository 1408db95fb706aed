import { useCallback, useRef, useState } from 'react'
import type { Adjustments, imports, SheetPreview } from '../../shared/imports/contract.ts'
import type { Gives } from '../../shared/kit/procedure.ts'
import { app } from '../app.ts'
import { useAct, useTask } from '../kit/ask.ts'

export type Stage = 'file' | 'columns' | 'rows' | 'done'
export type Target = { ledger: string; organizationId: number }
export type Applied = Gives<typeof imports.apply> & { sheet: string; operationId: number | null }

const untouched: Adjustments = { fields: {}, cells: {}, leaveOut: [], answers: {}, columns: {}, changes: {} }

interface Source {
  name: string
  reading: string
}

/**
 * 导入的全过程：读文件，按人的改动重新检查，一次导入一张表。
 * 每改一处就重新检查那张表；手快时只认最后一次的结果。
 */
export function useImport(target: Target) {
  const read = useTask(app.imports.read, { quiet: true })
  const review = useTask(app.imports.review)
  const apply = useAct(app.imports.apply, { quiet: true })
  const [stage, setStage] = useState<Stage>('file')
  const [source, setSource] = useState<Source>()
  const [sheets, setSheets] = useState<SheetPreview[]>([])
  const [sheetName, setSheetName] = useState('')
  const [adjustments, setAdjustments] = useState<Record<string, Adjustments>>({})
  const [applied, setApplied] = useState<Applied>()
  const turn = useRef(0)
  const sheet = sheets.find((one) => one.name === sheetName)
  const mine = adjustments[sheetName] ?? untouched

  const open = useCallback(
    async (file: string, name: string) => {
      const answer = await read.run({ file, target })
      if (!answer) return
      setSource({ name, reading: answer.reading })
      setSheets(answer.sheets)
      setAdjustments({})
      setApplied(undefined)
      setSheetName((answer.sheets.find(({ kind }) => kind === 'table') ?? answer.sheets[0])?.name ?? '')
      setStage('columns')
    },
    [read.run, target],
  )

  const adjust = async (change: Partial<Adjustments>) => {
    if (!source || !sheet) return
    const next = { ...mine, ...change }
    setAdjustments((now) => ({ ...now, [sheet.name]: next }))
    turn.current += 1
    const asked = turn.current
    const [again] = (await review.run({ reading: source.reading, target, parts: [{ sheet: sheet.name, adjustments: next }] })) ?? []
    if (asked !== turn.current) return
    if (again) setSheets((now) => now.map((one) => (one.name === again.name ? again : one)))
    else setAdjustments((now) => ({ ...now, [sheet.name]: mine }))
  }

  const run = async () => {
    if (!source || !sheet) return
    const answer = await apply.run({ reading: source.reading, target, parts: [{ sheet: sheet.name, adjustments: mine }] })
    if (!answer) return
    const latest = await app.history.latest({}).catch(() => null)
    setApplied({ ...answer, sheet: sheet.name, operationId: latest?.last?.id ?? null })
    setStage('done')
  }

  return {
    stage,
    setStage,
    source,
    sheets,
    sheet,
    chooseSheet: setSheetName,
    adjustments: mine,
    adjust,
    open,
    reading: read,
    reviewing: review.busy,
    run,
    applying: apply.busy,
    refusal: apply.refusal,
    applied,
  }
}

export type Import = ReturnType<typeof useImport>
