import type { ApplicantFacts, ApplicantRow } from '../../shared/applicants/contract.ts'
import { app } from '../app.ts'
import { useAct } from '../kit/ask.ts'
import { problemOfDay } from '../kit/DayInput.tsx'
import { Dialog } from '../kit/Dialog.tsx'
import { DraftNote } from '../kit/DraftNote.tsx'
import { useDialogForm } from '../kit/use-dialog-form.ts'
import { ApplicantField } from './ApplicantField.tsx'
import { changed, columnOf, type Fact, factsOf, problemsOf } from './facts.ts'
import { useDevelopment, useFormalMembers } from './use-development.ts'
import { WarningList } from './WarningList.tsx'

export type Reaching = 'activist' | 'candidate'

interface Step {
  title: string
  /** 决定走到这一步的日子：研究决定的那天，只能照会议记录填。 */
  decided: 'activistOn' | 'candidateOn'
  fields: readonly Fact[]
  hints: Partial<Record<Fact, string>>
}

const steps: Record<Reaching, Step> = {
  activist: {
    title: '列为积极分子',
    decided: 'activistOn',
    fields: ['activistOn', 'filedOn', 'mentors'],
    hints: { activistOn: '支部委员会（不设支委会的由支部大会）研究决定的那天', filedOn: '还没有备案就空着，备案后再补' },
  },
  candidate: {
    title: '列为发展对象',
    decided: 'candidateOn',
    fields: ['postedFrom', 'postedUntil', 'candidateOn', 'introducers'],
    hints: { candidateOn: '支部委员会讨论同意、报上级党委同意并公示之后', introducers: '一般由培养联系人担任' },
  },
}

/** 往前走一步：填研究决定的日子和这一步要有的几项；照规则核对，只提醒。 */
export function StepDialog({ reaching, person, onClose }: { reaching: Reaching; person: ApplicantRow; onClose: () => void }) {
  const { title, decided, fields, hints } = steps[reaching]
  const { form, set, dirty, note, close } = useDialogForm<ApplicantFacts>(
    `applicants.${reaching}/${person.id}`,
    () => {
      const facts = factsOf(person)
      return { ...facts, introducers: facts.introducers ?? (reaching === 'candidate' ? facts.mentors : null) }
    },
    onClose,
    { amending: true },
  )
  const { warningsOf } = useDevelopment()
  const people = useFormalMembers()
  const makeActivist = useAct(app.applicants.makeActivist, { quiet: true })
  const makeCandidate = useAct(app.applicants.makeCandidate, { quiet: true })
  const act = reaching === 'activist' ? makeActivist : makeCandidate
  const problems = { ...problemsOf(form), ...wholeDays(form, fields) }
  const wrong = fields.some((field) => problems[field] !== undefined)
  const mine = (field: Fact) => field !== 'filedOn' && (fields.includes(field) || field === 'appliedOn' || field === 'talkedOn')
  const warnings = form[decided] ? warningsOf({ ...person, ...form }).filter(({ field }) => mine(field)) : []

  const save = async () => {
    const day = form[decided]
    if (!day || wrong) return
    const { filedOn, mentors, postedFrom, postedUntil, introducers } = changed(factsOf(person), form)
    const { id } = person
    const done =
      reaching === 'activist'
        ? await makeActivist.run({ id, day, filedOn, mentors })
        : await makeCandidate.run({ id, day, postedFrom, postedUntil, introducers })
    if (done) close()
  }
  return (
    <Dialog
      title={`${title}：${person.name}`}
      verb={title}
      width={560}
      onSave={() => void save()}
      onClose={close}
      dirty={dirty}
      busy={act.busy}
      refusal={act.refusal}
      disabled={!form[decided] || wrong}
    >
      <DraftNote {...note} />
      <div className="form-grid">
        {fields.map((field) => (
          <ApplicantField
            key={field}
            field={field}
            facts={form}
            people={people}
            onChange={set}
            problem={form[field] === null ? undefined : problems[field]}
            hint={hints[field]}
          />
        ))}
      </div>
      <WarningList warnings={warnings} />
    </Dialog>
  )
}

/** 这一步的日子都要填到日。 */
const wholeDays = (form: ApplicantFacts, fields: readonly Fact[]) =>
  Object.fromEntries(
    fields
      .filter((field) => columnOf(field).kind === 'dayOrMonth' && form[field] !== null)
      .map((field) => [field, problemOfDay(String(form[field]))]),
  )
