import { useCallback, useEffect, useRef, useState } from 'react'
import type { Adjustments, ImportTarget, imports, SheetPreview } from '../../shared/imports/contract.ts'
import type { PastedTable } from '../../shared/imports/pasted.ts'
import { noAdjustments } from '../../shared/imports/understand.ts'
import type { Gives } from '../../shared/kit/procedure.ts'
import { app } from '../app.ts'
import { useTask } from '../kit/ask.ts'
import { leave, unfinishedFor } from './unfinished.ts'

export type Stage = 'file' | 'columns' | 'rows' | 'done'
export type Applied = Gives<typeof imports.apply> & { sheets: string[]; operationId: number | null }

export interface Source {
  name: string
  reading: string
}

/**
 * 导入的全过程：读文件或粘贴，按人的改动重新检查，选定的几张表一次导入。
 * 每改一处就重新检查选定的表；手快时只认最后一次的结果。没导完就走开的，回来接着，照名册现在的样子再核对一遍。
 */
export function useImport(target: ImportTarget) {
  const read = useTask(app.imports.read, { quiet: true, unchanging: true })
  const paste = useTask(app.imports.paste, { quiet: true, unchanging: true })
  const review = useTask(app.imports.review, { unchanging: true })
  const apply = useTask(app.imports.apply, { quiet: true })
  const [resumed, setResumed] = useState(() => unfinishedFor(target.ledger, target.organizationId))
  const [stage, setStage] = useState<Stage>(resumed?.stage ?? 'file')
  const [source, setSource] = useState<Source | undefined>(resumed?.source)
  const [sheets, setSheets] = useState<SheetPreview[]>(resumed?.sheets ?? [])
  const [sheetName, setSheetName] = useState(resumed?.sheetName ?? '')
  const [together, setTogether] = useState<readonly string[]>(resumed?.together ?? [])
  const [adjustments, setAdjustments] = useState<Record<string, Adjustments>>(resumed?.adjustments ?? {})
  const [applied, setApplied] = useState<Applied>()
  const turn = useRef(0)
  const sheet = sheets.find((one) => one.name === sheetName)
  const of = (name: string) => adjustments[name] ?? noAdjustments

  const begin = useCallback((name: string, answer: Gives<typeof imports.read> | undefined) => {
    if (!answer) return
    const first = answer.sheets.find(({ kind, rows }) => kind === 'table' && rows.length > 0) ?? answer.sheets[0]
    setResumed(undefined)
    setSource({ name, reading: answer.reading })
    setSheets(answer.sheets)
    setAdjustments({})
    setApplied(undefined)
    setSheetName(first?.name ?? '')
    setTogether(first ? [first.name] : [])
    setStage('columns')
  }, [])
  const open = useCallback(async (file: string, name: string) => begin(name, await read.run({ file, target })), [begin, read.run, target])
  const openPasted = useCallback(
    async (table: PastedTable) => begin('粘贴的表', await paste.run({ table, target })),
    [begin, paste.run, target],
  )

  /** 选定的表与改动 → 重新检查；没成的，改动退回。 */
  const check = async (names: readonly string[], next: Record<string, Adjustments>) => {
    if (!source || names.length === 0) return
    const before = { together, adjustments }
    setTogether(names)
    setAdjustments(next)
    turn.current += 1
    const asked = turn.current
    const parts = names.map((name) => ({ sheet: name, adjustments: next[name] ?? noAdjustments }))
    const again = await review.run({ reading: source.reading, target, parts })
    if (asked !== turn.current) return
    if (again) setSheets((now) => now.map((one) => again.find(({ name }) => name === one.name) ?? one))
    else {
      setTogether(before.together)
      setAdjustments(before.adjustments)
    }
  }
  const adjust = async (change: Partial<Adjustments>) => {
    if (!sheet) return
    const names = together.includes(sheet.name) ? together : [sheet.name]
    await check(names, { ...adjustments, [sheet.name]: { ...of(sheet.name), ...change } })
  }
  /** 看另一张表；没有和别的表一起导入的，就换成导入它。 */
  const chooseSheet = (name: string) => {
    setSheetName(name)
    if (!together.includes(name) && together.length < 2) void check([name], adjustments)
  }
  const include = (name: string, wanted: boolean) => {
    setSheetName(name)
    const names = wanted ? [...together, name] : together.filter((one) => one !== name)
    return check(
      sheets.map((one) => one.name).filter((one) => names.includes(one)),
      adjustments,
    )
  }

  /** 导入过（或撤销过）以后回来，照名册现在的样子再核对一遍。 */
  const recheck = () => {
    setStage('rows')
    void check(together, adjustments)
  }

  // 换了要导入到哪里、先定的几项：照新的重新检查
  const asked = JSON.stringify(target)
  const checked = useRef(asked)
  // biome-ignore lint/correctness/useExhaustiveDependencies: 只在目标变了的时候
  useEffect(() => {
    if (checked.current === asked) return
    checked.current = asked
    void check(together, adjustments)
  }, [asked])

  useEffect(() => leave({ target, stage, source, sheets, sheetName, together, adjustments }))
  // biome-ignore lint/correctness/useExhaustiveDependencies: 只在回来的时候
  useEffect(() => {
    if (resumed) void check(resumed.together, resumed.adjustments)
  }, [])

  const run = async () => {
    if (!source) return
    const parts = together.map((name) => ({ sheet: name, adjustments: of(name) }))
    const answer = await apply.run({ reading: source.reading, target, parts })
    if (!answer) return
    const latest = await app.history.latest({}).catch(() => null)
    setApplied({ ...answer, sheets: [...together], operationId: latest?.last?.id ?? null })
    setStage('done')
  }

  return {
    target,
    stage,
    setStage,
    resumed: resumed !== undefined,
    source,
    sheets,
    sheet,
    together,
    chooseSheet,
    include,
    adjustments: of(sheetName),
    adjust,
    open,
    openPasted,
    recheck,
    reading: {
      busy: read.busy || paste.busy,
      progress: read.progress ?? paste.progress,
      cancel: read.busy ? read.cancel : paste.cancel,
      refusal: read.refusal ?? paste.refusal,
    },
    reviewing: review.busy,
    reviewProgress: review.progress,
    cancelReview: review.cancel,
    run,
    applying: apply.busy,
    applyProgress: apply.progress,
    cancelApply: apply.cancel,
    refusal: apply.refusal,
    applied,
  }
}

export type Import = ReturnType<typeof useImport>
