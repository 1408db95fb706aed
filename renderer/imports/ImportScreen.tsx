import { useEffect, useMemo, useRef, useState } from 'react'
import { app } from '../app.ts'
import { sentenceOf, useAsk } from '../kit/ask.ts'
import { Screen } from '../kit/Screen.tsx'
import { Waiting } from '../kit/Waiting.tsx'
import { useWhere } from '../shell/where.ts'
import { ColumnsStep } from './ColumnsStep.tsx'
import { bring, FileStep } from './FileStep.tsx'
import { ResultStep } from './ResultStep.tsx'
import { RowsStep } from './RowsStep.tsx'
import { type Import, type Stage, useImport } from './use-import.ts'
import './imports.css'

const stages: readonly { stage: Stage; label: string }[] = [
  { stage: 'file', label: '文件' },
  { stage: 'columns', label: '表头对应' },
  { stage: 'rows', label: '逐行检查' },
  { stage: 'done', label: '导入' },
]

/** 导入名册：文件 → 表头对应 → 逐行检查 → 导入。文件拖到这一页的任何地方都行。 */
export default function ImportScreen() {
  const { organizationId, organization } = useWhere()
  const targets = useAsk(app.imports.targets, {})
  const ledger = targets.data?.[0]
  const target = useMemo(() => ({ ledger: ledger?.ledger ?? 'members', organizationId }), [ledger?.ledger, organizationId])
  const work = useImport(target)
  const [problem, setProblem] = useState<string>()
  const [over, setOver] = useState(false)
  const place = useRef<HTMLDivElement>(null)
  // 换了一步，按过的按钮没了：焦点接到新的一步上
  // biome-ignore lint/correctness/useExhaustiveDependencies: 只在换步时
  useEffect(() => {
    if (document.activeElement === document.body) place.current?.focus({ preventScroll: true })
  }, [work.stage])
  if (!ledger) return <Waiting error={targets.error} retry={() => void targets.refetch()} />

  const drop = async (file: File | undefined) => {
    setOver(false)
    if (!file) return
    setProblem(undefined)
    work.setStage('file')
    try {
      const { ticket } = await app.files.expect({})
      const brought = await bring(file, ticket)
      await work.open(brought.file, brought.name)
    } catch (error) {
      setProblem(sentenceOf(error))
    }
  }

  return (
    <Screen title="导入名册" fill tools={<span className="hint">导入到 {organization.name}</span>}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: 拖放是捷径，选择文件的按钮总在 */}
      <div
        ref={place}
        tabIndex={-1}
        className={over ? 'import is-over' : 'import'}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false)
        }}
        onDrop={(event) => {
          event.preventDefault()
          void drop(event.dataTransfer.files[0])
        }}
      >
        <Stages work={work} />
        {work.stage === 'file' && <FileStep work={work} problem={problem} onProblem={setProblem} />}
        {work.stage === 'columns' && <ColumnsStep work={work} fields={ledger.fields} />}
        {work.stage === 'rows' && <RowsStep work={work} fields={ledger.fields} />}
        {work.stage === 'done' && work.applied && <ResultStep work={work} applied={work.applied} />}
      </div>
    </Screen>
  )
}

/** 四步走到哪里；走过的可以点回去。 */
function Stages({ work }: { work: Import }) {
  const here = stages.findIndex(({ stage }) => stage === work.stage)
  return (
    <nav className="import-stages" aria-label="导入的步骤">
      <ol>
        {stages.map(({ stage, label }, index) => (
          <li key={stage}>
            <button
              type="button"
              aria-current={index === here ? 'step' : undefined}
              disabled={index > here || (stage !== 'file' && !work.source)}
              onClick={() => work.setStage(stage)}
            >
              {'①②③④'[index]} {label}
            </button>
          </li>
        ))}
      </ol>
      {work.source && <span className="hint">{work.source.name}</span>}
    </nav>
  )
}
