import { Input, InputNumber } from 'antd'
import { useState } from 'react'
import type { Organization, OrganizationKind } from '../../shared/organizations/contract.ts'
import { isBranch, partsOf } from '../../shared/organizations/rules.ts'
import { kindWords } from '../../shared/organizations/words.ts'
import { app } from '../app.ts'
import { useAct } from '../kit/ask.ts'
import { DayInput, problemOfDay } from '../kit/DayInput.tsx'
import { Dialog } from '../kit/Dialog.tsx'
import { DraftNote } from '../kit/DraftNote.tsx'
import { Field } from '../kit/Field.tsx'
import { useDialogForm } from '../kit/use-dialog-form.ts'
import { ordered } from '../shell/tree.ts'
import { useWhere } from '../shell/where.ts'

const topKinds: readonly OrganizationKind[] = ['committee', 'generalBranch', 'branch', 'jointBranch', 'floatingBranch', 'temporaryBranch']

function KindSelect({
  id,
  kinds,
  value,
  onChange,
}: {
  id: string
  kinds: readonly OrganizationKind[]
  value: OrganizationKind
  onChange: (kind: OrganizationKind) => void
}) {
  return (
    <select id={id} className="native-select" value={value} onChange={(event) => onChange(event.target.value as OrganizationKind)}>
      {kinds.map((kind) => (
        <option key={kind} value={kind}>
          {kindWords[kind]}
        </option>
      ))}
    </select>
  )
}

interface FoundingForm {
  parentId: number | null
  kind: OrganizationKind
  name: string
  foundedOn: string | null
}

/** 新建组织：设在谁下面、哪一种、叫什么。 */
export function FoundOrganization({
  parent,
  onDone,
  onClose,
}: {
  parent: Organization | undefined
  onDone: (id: number) => void
  onClose: () => void
}) {
  const { organizations } = useWhere()
  const kindsUnder = (id: number | null) => {
    const above = organizations.find((one) => one.id === id)
    return above ? partsOf(above.kind) : topKinds
  }
  const { form, set, dirty, note, close } = useDialogForm<FoundingForm>(
    `organizations.found/${parent?.id ?? ''}`,
    { parentId: parent?.id ?? null, kind: kindsUnder(parent?.id ?? null)[0] ?? 'branch', name: '', foundedOn: null },
    onClose,
  )
  const { parentId, kind, name, foundedOn } = form
  const found = useAct(app.organizations.found, { quiet: true })
  const problem = problemOfDay(foundedOn, true)
  const save = async () => {
    const answer = await found.run({ parentId, kind, name: name.trim(), foundedOn })
    if (!answer) return
    onDone(answer.id)
    close()
  }
  return (
    <Dialog
      title="新建组织"
      verb="新建"
      onSave={() => void save()}
      onClose={close}
      dirty={dirty}
      busy={found.busy}
      refusal={found.refusal}
      disabled={name.trim() === '' || problem !== undefined}
    >
      <DraftNote {...note} />
      <Field label="设在">
        {(id) => (
          <select
            id={id}
            className="native-select"
            value={parentId ?? ''}
            onChange={(event) => {
              const next = Number(event.target.value) || null
              const kinds = kindsUnder(next)
              set({ parentId: next, kind: kinds.includes(kind) ? kind : (kinds[0] ?? 'branch') })
            }}
          >
            {ordered(organizations)
              .filter(({ organization }) => partsOf(organization.kind).length > 0)
              .map(({ organization, depth }) => (
                <option key={organization.id} value={organization.id}>
                  {'　'.repeat(depth)}
                  {organization.name}
                </option>
              ))}
            <option value="">最上一级（没有上级）</option>
          </select>
        )}
      </Field>
      <Field label="种类">
        {(id) => <KindSelect id={id} kinds={kindsUnder(parentId)} value={kind} onChange={(next) => set({ kind: next })} />}
      </Field>
      <Field label="名称" required hint={kind === 'group' ? '如：第一党小组' : '写全称，会印在表上'}>
        {(id) => <Input id={id} autoFocus maxLength={80} value={name} onChange={(event) => set({ name: event.target.value })} />}
      </Field>
      <Field label="成立日期" hint="不清楚就空着">
        {(id) => <DayInput id={id} monthAllowed value={foundedOn} onChange={(next) => set({ foundedOn: next })} />}
      </Field>
    </Dialog>
  )
}

/** 改名称、种类、成立日期。 */
export function AmendOrganization({ organization, onClose }: { organization: Organization; onClose: () => void }) {
  const { organizations } = useWhere()
  const above = organizations.find((one) => one.id === organization.parentId)
  const kinds = above ? partsOf(above.kind) : topKinds
  const { name, kind, foundedOn, termUntil, termNoticeDays, units } = organization
  const { form, set, dirty, note, close } = useDialogForm(
    `organizations.amend/${organization.id}`,
    { name, kind, foundedOn, termUntil, termNoticeDays, units },
    onClose,
    { amending: true },
  )
  const amend = useAct(app.organizations.amend, { quiet: true })
  const save = async () => {
    if (!dirty || (await amend.run({ id: organization.id, ...form, name: form.name.trim() }))) close()
  }
  return (
    <Dialog
      title={`修改 ${organization.name}`}
      verb="保存"
      onSave={() => void save()}
      onClose={close}
      dirty={dirty}
      busy={amend.busy}
      refusal={amend.refusal}
      disabled={form.name.trim() === '' || (problemOfDay(form.foundedOn, true) ?? problemOfDay(form.termUntil, true)) !== undefined}
    >
      <DraftNote {...note} />
      <Field label="名称" required>
        {(id) => <Input id={id} autoFocus maxLength={80} value={form.name} onChange={(event) => set({ name: event.target.value })} />}
      </Field>
      <Field label="种类">{(id) => <KindSelect id={id} kinds={kinds} value={form.kind} onChange={(next) => set({ kind: next })} />}</Field>
      <Field label="成立日期" hint="不清楚就空着">
        {(id) => <DayInput id={id} monthAllowed value={form.foundedOn} onChange={(foundedOn) => set({ foundedOn })} />}
      </Field>
      {isBranch(form.kind) && (
        <div className="form-grid">
          <Field label="本届届满日期" hint="填了就提醒换届；可以只到年月。">
            {(id, described) => (
              <DayInput
                id={id}
                aria-describedby={described}
                monthAllowed
                value={form.termUntil}
                onChange={(next) => set({ termUntil: next })}
              />
            )}
          </Field>
          <Field label="提前几天提醒换届" hint="空着按 180 天。">
            {(id, described) => (
              <InputNumber
                id={id}
                aria-describedby={described}
                min={1}
                max={730}
                precision={0}
                value={form.termNoticeDays}
                onChange={(next) => set({ termNoticeDays: next })}
              />
            )}
          </Field>
          {form.kind === 'jointBranch' && (
            <Field label="覆盖几个单位">
              {(id) => <InputNumber id={id} min={1} max={200} precision={0} value={form.units} onChange={(next) => set({ units: next })} />}
            </Field>
          )}
        </div>
      )}
    </Dialog>
  )
}

/** 撤销一个组织：从哪天起不再有它；此前的记录都在。 */
export function DissolveOrganization({ organization, onClose }: { organization: Organization; onClose: () => void }) {
  const { today } = useWhere()
  const [on, setOn] = useState<string | null>(today)
  const dissolve = useAct(app.organizations.dissolve, { quiet: true })
  const problem = on === null ? '请填日期。' : problemOfDay(on)
  const save = async () => {
    if (on && (await dissolve.run({ id: organization.id, on }))) onClose()
  }
  return (
    <Dialog
      title={`撤销 ${organization.name}`}
      verb="撤销这个组织"
      dirty={on !== today}
      onSave={() => void save()}
      onClose={onClose}
      busy={dissolve.busy}
      refusal={dissolve.refusal}
      disabled={problem !== undefined}
      width={440}
    >
      <p className="hint">党员要先调整到别处。此前的会议和记录都留着，仍可查看、打印。</p>
      <Field label="撤销日期" required>
        {(id) => <DayInput id={id} value={on} onChange={setOn} />}
      </Field>
    </Dialog>
  )
}
