import { Button } from 'antd'
import { useEffect, useState } from 'react'
import type { Id } from '../../shared/kit/values.ts'
import { showDay } from '../../shared/ledger/columns.ts'
import type { MeetingKind } from '../../shared/meetings/contract.ts'
import { app } from '../app.ts'
import { useAct } from '../kit/ask.ts'
import { Dialog } from '../kit/Dialog.tsx'
import { instantWords } from '../kit/days.ts'
import { useDraft } from '../kit/use-draft.ts'
import { useWhere } from '../shell/where.ts'
import { OwnKindDialog } from './OwnKindDialog.tsx'
import { PlanFields } from './PlanFields.tsx'
import { copyOf, emptyPlan, type PlanForm, planOf, problemsOf } from './plan-form.ts'

interface PlanDialogProps {
  kinds: readonly MeetingKind[]
  /** 从“去安排”来的，类型已选好。 */
  kind?: string | undefined
  /** 还差这次会的支部，也已选好。 */
  host?: Id | undefined
  /** 复制的那次会议的安排，日期空着。 */
  copied?: PlanForm | undefined
  onClose: () => void
  onPlanned: (id: Id) => void
}

type Last = NonNullable<Awaited<ReturnType<typeof app.meetings.lastOfKind>>>

/** 新建会议：选了类型，地点、主持人、时间、议程照上次同类会议带出，已填的不动。 */
export function PlanDialog({ kinds, kind, host, copied, onClose, onPlanned }: PlanDialogProps) {
  const { organizationId, year, today } = useWhere()
  const plan = useAct(app.meetings.plan, { quiet: true })
  /** 与它不同才算动过；照上次带出来的也算它的。 */
  const [blank, setBlank] = useState<PlanForm>(
    () =>
      copied ?? {
        ...emptyPlan(host ?? organizationId, today.startsWith(`${year}-`) ? today : null),
        kinds: kind ? [kind] : [],
      },
  )
  const [form, setForm] = useState<PlanForm>(blank)
  const [asked, setAsked] = useState(false)
  const [naming, setNaming] = useState(false)
  const [carried, setCarried] = useState<Last & { kind: string }>()
  const draft = useDraft(`meetings.plan/${organizationId}`, form)
  const problems = problemsOf(form, kinds)

  const carryOver = async (code: string, owner: Id) => {
    const last = await app.meetings.lastOfKind({ organizationId: owner, kind: code }).catch(() => null)
    if (!last) return
    const filled = (now: PlanForm): PlanForm => ({
      ...now,
      place: now.place || last.place,
      host: now.host || last.host,
      recorder: now.recorder || last.recorder,
      startsAt: now.startsAt ?? last.startsAt,
      endsAt: now.endsAt ?? last.endsAt,
      agenda: now.agenda || last.agenda.join('\n'),
    })
    setForm(filled)
    setBlank(filled)
    setCarried({ ...last, kind: kinds.find((one) => one.code === code)?.name ?? code })
  }
  /** 整份照上次：类型、小组也照抄，写好的主题与日期不动。 */
  const sameAsLast = async (id: Id) => {
    const page = await app.meetings.page({ id }).catch(() => null)
    if (!page) return
    const { groupId, kinds: codes, topic } = copyOf(page)
    setForm((now) => ({
      ...now,
      groupId: now.groupId ?? groupId,
      kinds: [...new Set([...now.kinds, ...codes])],
      topic: now.topic || topic,
    }))
  }
  const change = (next: Partial<PlanForm>) => {
    const added = next.kinds?.find((code) => !form.kinds.includes(code))
    setForm((now) => ({ ...now, ...next }))
    if (added) void carryOver(added, form.organizationId)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: 只在打开时带出一次
  useEffect(() => {
    if (kind) void carryOver(kind, blank.organizationId)
  }, [])
  const save = async () => {
    setAsked(true)
    if (Object.keys(problems).length > 0) return
    const answer = await plan.run(planOf(form))
    if (!answer) return
    draft.discard()
    onPlanned(answer.id)
  }
  const dirty = JSON.stringify(form) !== JSON.stringify(blank)
  const close = () => {
    draft.discard()
    onClose()
  }

  return (
    <Dialog
      title="新建会议"
      verb="安排会议"
      width={720}
      dirty={dirty}
      busy={plan.busy}
      refusal={plan.refusal}
      onSave={() => void save()}
      onClose={close}
      extra={
        <Button type="link" onClick={() => setNaming(true)} className="plan-own">
          新增会议类型
        </Button>
      }
    >
      {draft.offer && (
        <div className="draft-offer" role="status">
          <span>{instantWords(draft.offer.at, today)} 有一份没有填完的安排。</span>
          <Button size="small" onClick={() => setForm(draft.accept() ?? form)}>
            接着填
          </Button>
          <Button size="small" onClick={draft.discard}>
            不要了
          </Button>
        </div>
      )}
      <PlanFields
        form={form}
        onChange={change}
        kinds={kinds}
        problems={asked ? problems : {}}
        autoFocus={kind ? 'topic' : copied ? undefined : 'kinds'}
        carriedAgenda={carried?.agenda.join('\n')}
      />
      {copied && <p className="plan-carried">照“{copied.topic}”抄来，日期请重新写。</p>}
      {carried && (
        <p className="plan-carried">
          空着的已照上一次“{carried.kind}”（{showDay(carried.day)}）带出，可以改。
          {form.topic === '' && (
            <Button size="small" onClick={() => void sameAsLast(carried.id)}>
              主题也照上次：{carried.topic.length > 16 ? `${carried.topic.slice(0, 16)}…` : carried.topic}
            </Button>
          )}
        </p>
      )}
      {naming && (
        <OwnKindDialog
          onClose={() => setNaming(false)}
          onAdded={(code) => {
            setNaming(false)
            change({ kinds: [...form.kinds, code] })
          }}
        />
      )}
    </Dialog>
  )
}
