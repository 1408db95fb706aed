import { Button } from 'antd'
import { app } from '../app.ts'
import { useTask } from '../kit/ask.ts'
import { useKeys } from '../kit/keys.ts'
import { deliver, handToPrinter } from './deliver.ts'
import type { Paper } from './use-paper.ts'

interface PaperActionsProps {
  paper: Paper | undefined
  busy?: boolean
  /** 旁边另有更要紧的一步（如归档），保存就不抢眼。 */
  aside?: boolean
  /** 保存或送去打印之后。 */
  onDelivered?: () => void
}

/** 保存与打印：存的就是正在看的那一份。 */
export function PaperActions({ paper, busy = false, aside = false, onDelivered }: PaperActionsProps) {
  const save = useTask(app.documents.save)
  const print = useTask(app.documents.print)
  const made = paper?.made
  const off = !made || busy
  const printNow = async () => {
    const saved = made && (await print.run({ made: made.made }))
    if (!saved) return
    handToPrinter(saved)
    onDelivered?.()
  }
  useKeys({ p: () => void printNow() }, { enabled: !off && made?.format === 'pdf' })
  return (
    <>
      {(!made || made.format === 'pdf') && (
        <Button disabled={off} loading={print.busy} title="P" onClick={() => void printNow()}>
          打印
        </Button>
      )}
      <Button
        type={aside ? 'default' : 'primary'}
        disabled={off}
        loading={save.busy}
        title="把这份文书存到电脑上"
        onClick={async () => {
          const saved = made && (await save.run({ made: made.made }))
          if (!saved) return
          deliver(saved)
          onDelivered?.()
        }}
      >
        保存
      </Button>
    </>
  )
}
