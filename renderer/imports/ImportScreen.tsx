import { Radio } from 'antd'
import { type ClipboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import type { imports } from '../../shared/imports/contract.ts'
import { importableNamed } from '../../shared/imports/incoming.ts'
import type { Gives } from '../../shared/kit/procedure.ts'
import { app } from '../app.ts'
import { sentenceOf, useAsk } from '../kit/ask.ts'
import { useIntent } from '../kit/intent.ts'
import { Screen } from '../kit/Screen.tsx'
import { Waiting } from '../kit/Waiting.tsx'
import { useWhere } from '../shell/where.ts'
import { Asks } from './Asks.tsx'
import { ColumnsStep, type TargetField } from './ColumnsStep.tsx'
import { pastedTable } from './clipboard.ts'
import { bring, FileStep } from './FileStep.tsx'
import { ResultStep } from './ResultStep.tsx'
import { RowsStep } from './RowsStep.tsx'
import { stages, whyNotStage } from './stages.ts'
import { leftUnfinished, unfinishedFor } from './unfinished.ts'
import { type Import, useImport } from './use-import.ts'
import './imports.css'

type Ledger = Gives<typeof imports.targets>[number]

/** 导入：先定是哪一本台账；换一本就从头来。 */
export default function ImportScreen() {
  const targets = useAsk(app.imports.targets, {})
  const [wanted, setWanted] = useState(() => leftUnfinished()?.target.ledger)
  useIntent<string>('imports.into', setWanted)
  const ledger = targets.data?.find((one) => one.ledger === wanted) ?? targets.data?.[0]
  if (!targets.data || !ledger) return <Waiting error={targets.error} />
  return <Wizard key={ledger.ledger} ledger={ledger} ledgers={targets.data} onLedger={setWanted} />
}

interface WizardProps {
  ledger: Ledger
  ledgers: readonly Ledger[]
  onLedger: (ledger: string) => void
}

/** 文件 → 表头对应 → 逐行检查 → 导入。文件拖到这一页的任何地方都行。 */
function Wizard({ ledger, ledgers, onLedger }: WizardProps) {
  const { organizationId, organization } = useWhere()
  const [answers, setAnswers] = useState(() => ({
    organizationId,
    choices: unfinishedFor(ledger.ledger, organizationId)?.target.choices ?? ({} as Record<string, string>),
  }))
  // 换了组织，先前的回答不再算
  const choices = answers.organizationId === organizationId ? answers.choices : undefined
  const target = useMemo(
    () => ({ ledger: ledger.ledger, organizationId, choices: choices ?? {} }),
    [ledger.ledger, organizationId, choices],
  )
  const work = useImport(target)
  const [problem, setProblem] = useState<string>()
  const [over, setOver] = useState(false)
  const place = useRef<HTMLDivElement>(null)
  // 一进来就能按 Ctrl+V；换了一步，按过的按钮没了：焦点接到新的一步上
  // biome-ignore lint/correctness/useExhaustiveDependencies: 只在换步时
  useEffect(() => {
    if (document.activeElement === document.body) place.current?.focus({ preventScroll: true })
  }, [work.stage])

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

  const paste = (event: ClipboardEvent<HTMLDivElement>) => {
    const typing = (event.target as Element).matches('input, textarea')
    if (typing || (work.stage !== 'file' && work.stage !== 'done')) return
    event.preventDefault()
    setProblem(undefined)
    const [file] = event.clipboardData.files
    const table = pastedTable(event.clipboardData)
    if (table) void work.openPasted(table)
    else if (file) void drop(file)
    else setProblem('剪贴板里没有表格。请先在 WPS、Excel 或 Word 里选中表格、复制。')
  }

  return (
    <Screen title={`导入${ledger.what}`} fill tools={<span className="hint">导入到 {organization.name}</span>}>
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
        onPaste={paste}
        onDrop={(event) => {
          event.preventDefault()
          void drop(event.dataTransfer.files[0])
        }}
      >
        <Stages work={work} fields={ledger.fields} />
        {work.stage !== 'done' && (
          <Asks target={target} onChoose={(key, value) => setAnswers({ organizationId, choices: { ...target.choices, [key]: value } })} />
        )}
        {work.stage === 'file' && (
          <FileStep work={work} problem={problem} onProblem={setProblem} what={ledger.what}>
            {ledgers.length > 1 && (
              <Radio.Group
                aria-label="要导入什么"
                optionType="button"
                value={ledger.ledger}
                onChange={(event) => onLedger(event.target.value as string)}
                options={ledgers.map((one) => ({ value: one.ledger, label: one.what }))}
              />
            )}
          </FileStep>
        )}
        {work.stage === 'columns' && (
          <ColumnsStep
            work={work}
            what={ledger.what}
            fields={ledger.fields}
            takesFields={importableNamed(ledger.ledger)?.takesCustomFields ?? false}
          />
        )}
        {work.stage === 'rows' && <RowsStep work={work} fields={ledger.fields} unit={ledger.unit} />}
        {work.stage === 'done' && work.applied && <ResultStep work={work} applied={work.applied} ledger={ledger} />}
      </div>
    </Screen>
  )
}

/** 四步走到哪里；走过的可以点回去，齐了的可以点过去，去不了的说为什么。 */
function Stages({ work, fields }: { work: Import; fields: readonly TargetField[] }) {
  return (
    <nav className="import-stages" aria-label="导入的步骤">
      <ol>
        {stages.map(({ stage, label }, index) => {
          const why = whyNotStage(stage, work.stage, work.sheet, fields)
          return (
            <li key={stage}>
              <button
                type="button"
                aria-current={stage === work.stage ? 'step' : undefined}
                disabled={why !== undefined}
                title={why}
                onClick={() => (stage === 'rows' && work.stage === 'done' ? work.recheck() : work.setStage(stage))}
              >
                {'①②③④'[index]} {label}
              </button>
            </li>
          )
        })}
      </ol>
      {work.source && (
        <span className="hint">
          {work.resumed && '接着没导完的 '}
          {work.source.name}
        </span>
      )}
    </nav>
  )
}
