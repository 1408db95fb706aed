import { Button, Input } from 'antd'
import { talkKindWords } from '../../shared/talks/words.ts'
import { app } from '../app.ts'
import { useAct } from '../kit/ask.ts'
import { DayInput } from '../kit/DayInput.tsx'
import { Dialog } from '../kit/Dialog.tsx'
import { DraftNote } from '../kit/DraftNote.tsx'
import { NameInput } from '../kit/NameInput.tsx'
import { RowList } from '../kit/RowList.tsx'
import { say } from '../kit/say.ts'
import { useDialogForm } from '../kit/use-dialog-form.ts'
import { useWhere } from '../shell/where.ts'
import { FollowUpSelect } from './FollowUpSelect.tsx'
import { followFirst, formsFor, isBlank, kindOf, nextForm, problemOf, type Talker, type TalkForm, talkOf } from './talk-form.ts'

interface TalksDialogProps {
  people: readonly Talker[]
  /** 已经选好的被谈话人，一人一行。 */
  talked: readonly string[]
  onClose: () => void
}

/** 登记谈话：一次可以登好几次，下一行接着上一行的日期和谈话人；算哪一类，软件自己认。 */
export function TalksDialog({ people, talked, onClose }: TalksDialogProps) {
  const { organizationId } = useWhere()
  const { form, setForm, dirty, note, close } = useDialogForm(
    `talks.record/${organizationId}/${talked.join('、')}`,
    () => formsFor(talked),
    onClose,
  )
  const record = useAct(app.talks.record, { quiet: true })
  const written = form.filter((row) => !isBlank(row))
  const [problem] = form.flatMap((row, at) => {
    const sentence = isBlank(row) ? undefined : problemOf(row, people)
    return sentence ? [`第 ${at + 1} 次：${sentence}`] : []
  })
  const followed = followFirst(form)
  const save = async () => {
    const talks = written.flatMap((row) => talkOf(row, people) ?? [])
    if (talks.length < written.length || !(await record.run({ talks }))) return
    say.done(`${talks.length} 次谈话已登记`)
    close()
  }
  return (
    <Dialog
      title="登记谈话"
      verb={written.length > 1 ? `登记 ${written.length} 次` : '登记'}
      width={1160}
      dirty={dirty}
      disabled={written.length === 0 || problem !== undefined}
      busy={record.busy}
      refusal={record.refusal}
      onSave={() => void save()}
      onClose={close}
      extra={
        <span className="hint" role="status">
          {dirty && problem}
        </span>
      }
    >
      <DraftNote {...note} />
      {followed !== form && (
        <p className="talk-follow">
          <Button size="small" onClick={() => setForm(() => followed)}>
            日期、谈话人空着的都照第一次
          </Button>
        </p>
      )}
      <RowList
        title="谈话"
        head={<TalkHead />}
        rows={form}
        blank={nextForm(form.at(-1))}
        first=".talk-talked input"
        onChange={(rows) => setForm(() => rows)}
      >
        {(row, set, no) => <TalkLine form={row} onChange={set} people={people} label={`第 ${no} 次`} first={no === 1} />}
      </RowList>
    </Dialog>
  )
}

const TalkHead = () => (
  <div className="talk-line talk-head" aria-hidden="true">
    {['日期', '谈话人', '被谈话人', '类型', '主要内容摘要', '约定事项', '跟进'].map((label) => (
      <span key={label}>{label}</span>
    ))}
  </div>
)

interface TalkLineProps {
  form: TalkForm
  onChange: (next: Partial<TalkForm>) => void
  people: readonly Talker[]
  label: string
  first: boolean
}

function TalkLine({ form, onChange, people, label, first }: TalkLineProps) {
  const kind = kindOf(form, people)
  return (
    <div className="talk-line">
      <DayInput aria-label={`${label} 日期`} autoFocus={first} value={form.day} onChange={(day) => onChange({ day })} />
      <NameInput aria-label={`${label} 谈话人`} value={form.talker} people={people} onChange={(talker) => onChange({ talker })} />
      <NameInput
        aria-label={`${label} 被谈话人`}
        className="talk-talked"
        value={form.talked}
        people={people}
        onChange={(talked) => onChange({ talked })}
      />
      <span className="talk-kind" title={kind === 'otherTalk' ? '谈话人不在名册上，不计入覆盖' : ''}>
        {kind && talkKindWords[kind]}
      </span>
      <Input.TextArea
        aria-label={`${label} 主要内容摘要`}
        className="grows"
        rows={1}
        value={form.summary}
        onChange={({ target }) => onChange({ summary: target.value })}
      />
      <Input.TextArea
        aria-label={`${label} 约定事项`}
        className="grows"
        rows={1}
        value={form.agreed}
        onChange={({ target }) => onChange({ agreed: target.value })}
      />
      <FollowUpSelect aria-label={`${label} 跟进`} value={form.followUp} onChange={(followUp) => onChange({ followUp })} />
    </div>
  )
}
