import { app } from '../app.ts'
import { useAct } from '../kit/ask.ts'
import { ReasonDialog } from '../kit/ReasonDialog.tsx'

/** 作废一次开过的会议：记录留着，不再计入任何次数。 */
export function VoidDialog({ id, onClose }: { id: number; onClose: () => void }) {
  const voiding = useAct(app.meetings.void, { quiet: true })
  return (
    <ReasonDialog
      title="作废会议"
      verb="作废会议"
      hint="记录留着看，不再算作开过的会；打印出来有“作废”字样。可以取消作废。"
      placeholder="例：与另一次登记重复"
      busy={voiding.busy}
      refusal={voiding.refusal}
      onRun={async (reason) => {
        if (await voiding.run({ id, reason })) onClose()
      }}
      onClose={onClose}
    />
  )
}
