import { Button } from 'antd'
import { app } from '../app.ts'
import { useAsk } from '../kit/ask.ts'
import { problemOfDay } from '../kit/DayInput.tsx'
import type { PlanForm } from './plan-form.ts'

interface OpenDecisionsProps {
  form: PlanForm
  onChange: (change: Partial<PlanForm>) => void
}

const HEAD = '上次议定事项落实情况'

/** 还没落实的议定事项，一键列进议程；已经列了就不再提。 */
export function OpenDecisions({ form, onChange }: OpenDecisionsProps) {
  const day = form.day && !problemOfDay(form.day) ? form.day : null
  const list = useAsk(
    app.decisions.list,
    { organizationId: form.organizationId, year: Number(day?.slice(0, 4) ?? 2000) },
    { enabled: day !== null },
  )
  const open = list.data?.filter((one) => one.state !== 'done' && one.organizationId === form.organizationId && one.day < (day ?? '')) ?? []
  if (open.length === 0 || form.agenda.includes(HEAD)) return null
  const words = open.map(({ text, responsible }) => (responsible ? `${text}（${responsible}）` : text)).join('；')
  const line = `${HEAD}：${words}`
  const item = line.length > 200 ? `${line.slice(0, 190)}…等 ${open.length} 项` : line
  return (
    <p className="hint field-wide">
      还有 {open.length} 项议定事项没有落实。
      <Button size="small" onClick={() => onChange({ agenda: [item, form.agenda].filter(Boolean).join('\n') })}>
        列进议程
      </Button>
    </p>
  )
}
