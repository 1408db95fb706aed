import { Button } from 'antd'
import type { MeetingKind } from '../../shared/meetings/contract.ts'
import { withOutline } from '../../shared/outlines/rules.ts'
import { app } from '../app.ts'
import { useAct, useAsk } from '../kit/ask.ts'
import { say } from '../kit/say.ts'
import { agendaOf, type PlanForm } from './plan-form.ts'

interface OutlineOfferProps {
  form: PlanForm
  onChange: (change: Partial<PlanForm>) => void
  kinds: readonly MeetingKind[]
  /** 不是人写的议程（照上次带出的）；没有动过就可以换掉。 */
  untouched: string | undefined
  /** 接上以后，光标该到议程里接着写。 */
  onUsed: () => void
}

/** 议程上面的一排：本类会议的提纲一键接上，写好的不动；写好的也可以存成本支部的提纲。 */
export function OutlineOffer({ form, onChange, kinds, untouched, onUsed }: OutlineOfferProps) {
  const { organizationId } = form
  const list = useAsk(app.outlines.listByKinds, { organizationId, kinds: form.kinds }, { enabled: form.kinds.length > 0, keep: true })
  const keep = useAct(app.outlines.keep)
  const restore = useAct(app.outlines.restore)
  const [kind] = form.kinds
  if (kind === undefined) return null
  const outlines = list.data?.filter((one) => form.kinds.includes(one.kind)) ?? []
  const typed = form.agenda === untouched ? '' : form.agenda
  const nameOf = (code: string) => kinds.find((one) => one.code === code)?.name ?? code
  const items = agendaOf(form)
  const kept = outlines.find((one) => one.kind === kind)
  const news = items.length > 0 && items.join('\n') !== kept?.items.join('\n')
  const save = async () => {
    if (await keep.run({ organizationId, kind, items })) say.done(`已存为“${nameOf(kind)}”的提纲，下次一键带出`)
  }
  const reset = async () => {
    if (await restore.run({ organizationId, kind })) say.done(`“${nameOf(kind)}”已恢复自带的提纲`)
  }
  return (
    <div className="plan-outline field-wide">
      {outlines.map((one) => (
        <Button
          key={one.kind}
          size="small"
          title={one.items.map((item, at) => `${at + 1}．${item}`).join('\n')}
          disabled={withOutline(typed, one.items) === form.agenda}
          onClick={() => {
            onChange({ agenda: withOutline(typed, one.items) })
            onUsed()
          }}
        >
          {`用提纲：${nameOf(one.kind)}（${one.items.length} 项）`}
        </Button>
      ))}
      {news && (
        <Button size="small" type="text" loading={keep.busy} onClick={() => void save()}>
          {form.kinds.length > 1 ? `存为“${nameOf(kind)}”的提纲` : '存为本类提纲'}
        </Button>
      )}
      {kept?.own && (
        <Button size="small" type="text" loading={restore.busy} onClick={() => void reset()}>
          恢复自带提纲
        </Button>
      )}
    </div>
  )
}
