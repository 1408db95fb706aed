import { Input } from 'antd'
import { baseOfItems, quarterMean } from '../../shared/dues/base-rules.ts'
import type { BaseDraft, Kind, PracticeDraft } from '../../shared/dues/bases.ts'
import type { GridRow } from '../../shared/dues/contract.ts'
import { workingOf } from '../../shared/dues/rules.ts'
import { showFen } from '../../shared/kit/money.ts'
import { calledIn } from '../../shared/members/namesakes.ts'
import { app } from '../app.ts'
import { useAct, useAsk } from '../kit/ask.ts'
import { Dialog } from '../kit/Dialog.tsx'
import { DraftNote } from '../kit/DraftNote.tsx'
import { Field } from '../kit/Field.tsx'
import { fenOf, MoneyInput } from '../kit/MoneyInput.tsx'
import { useDialogForm } from '../kit/use-dialog-form.ts'
import { useWhere } from '../shell/where.ts'

interface BaseDialogProps {
  row: GridRow
  practice: PracticeDraft
  onClose: () => void
}

const quarters = ['第一个月', '第二个月', '第三个月']

/** 各类的收入与月交额平常多大，空着的格里作例子；没有的照月交额。 */
const examples: Partial<Record<Kind, string>> = {
  ...{ salary: '4,860.00', annualSalary: '12,500.00', selfEmployed: '8,650.00', retired: '4,680.00', farmer: '0.50' },
}

interface BaseForm {
  kind: Kind | null
  /** 逐项填的：项目代号或“第几个月”→ 打的字。 */
  amounts: Record<string, string>
  whole: string
  fixed: string
  approval: string
  note: string
  /** 没有改过为空：照年度与本月。 */
  from: string | null
}

/** 核定一名党员的交费基数：选类别，逐项填，当场看见算法与跨档的提醒。 */
export function BaseDialog({ row, practice, onClose }: BaseDialogProps) {
  const { year, today } = useWhere()
  const standards = useAsk(app.dues.standards, {}).data
  const save = useAct(app.dues.setBases, { quiet: true })
  const {
    form,
    set,
    dirty,
    note: draftNote,
    close,
  } = useDialogForm<BaseForm>(
    `dues.setBases/${year}/${row.memberId}`,
    {
      kind: row.kind,
      amounts: {},
      whole: row.base === null ? '' : showFen(row.base),
      ...{ fixed: '', approval: '', note: '', from: null },
    },
    onClose,
    { amending: true },
  )
  const { kind, amounts, whole, fixed, approval, note } = form
  const from = form.from ?? (row.kind === null ? `${year}-01` : `${year}-${today.slice(5, 7)}`)
  const shown = standards?.items.filter(({ code }) => practice.items.includes(code)) ?? []
  const items = shown.flatMap(({ code }) => {
    const amount = fenOf(amounts[code] ?? '')
    return amount === null ? [] : [{ code, amount }]
  })
  const how = standards?.kinds.find(({ code }) => code === kind)?.how
  const banded = how === 'salaryBands' || how === 'retiredBands'
  const byItems = kind === 'salary' && items.length > 0
  const months = quarters.map((label) => fenOf(amounts[label] ?? ''))
  const mean = kind === 'selfEmployed' && months.every((month) => month !== null) ? quarterMean(months as [number, number, number]) : null
  const base = byItems ? baseOfItems(items, standards?.items ?? []) : (mean ?? fenOf(whole))
  const amount = how === 'farmer' || how === 'approved' ? fenOf(fixed) : null
  const draft: BaseDraft | undefined =
    kind === null
      ? undefined
      : {
          memberId: row.memberId,
          fromMonth: from,
          kind,
          base: banded ? (base ?? 0) : 0,
          amount,
          items: byItems ? items : [],
          approval: approval.trim(),
          note: note.trim(),
        }
  const complete = draft !== undefined && (!banded || base !== null) && (how === 'fixed' || banded || amount !== null)
  const working = complete && standards ? workingOf(draft, practice.rounding, standards) : undefined
  const run = async () => {
    if (draft && complete && (await save.run({ bases: [draft] }))) close()
  }
  const example = kind === null ? undefined : examples[kind]
  const money = (key: string, label: string, like = example) => (
    <Field key={key} label={label}>
      {(id) => (
        <MoneyInput
          id={id}
          value={amounts[key] ?? ''}
          onChange={(text) => set({ amounts: { ...amounts, [key]: text } })}
          {...(like && { example: like })}
        />
      )}
    </Field>
  )
  return (
    <Dialog
      title={`核定交费基数：${calledIn(row)}`}
      verb="核定"
      width={640}
      onSave={() => void run()}
      onClose={close}
      dirty={dirty}
      busy={save.busy}
      disabled={!complete}
      refusal={save.refusal}
    >
      <DraftNote {...draftNote} />
      <div className="form-grid">
        <Field label="类别" required>
          {(id) => (
            <select id={id} className="native-select" value={kind ?? ''} onChange={(event) => set({ kind: event.target.value as Kind })}>
              <option value="" disabled>
                请选择
              </option>
              {standards?.kinds.map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label="从哪个月起" required>
          {(id) => <Input id={id} type="month" value={from} onChange={(event) => set({ from: event.target.value })} />}
        </Field>
      </div>
      {kind === 'salary' && (
        <div className="form-grid dues-salary">
          {shown.map(({ code, name, sign }) =>
            money(code, `${sign === 'add' ? '加' : '减'} ${name}`, sign === 'add' ? '2,000.00' : '120.00'),
          )}
        </div>
      )}
      {kind === 'selfEmployed' && <div className="form-grid">{quarters.map((label) => money(label, `上季度${label}纯收入`))}</div>}
      {banded && !byItems && mean === null && (
        <Field label={kind === 'salary' ? '或直接填算好的基数' : '基数'} required={kind !== 'salary'}>
          {(id) => <MoneyInput id={id} value={whole} onChange={(next) => set({ whole: next })} {...(example && { example })} />}
        </Field>
      )}
      {(how === 'farmer' || how === 'approved') && (
        <Field label="每月交多少" required hint={how === 'farmer' ? '0.20 至 1.00 元，由支部定' : '免交填 0'}>
          {(id) => <MoneyInput id={id} value={fixed} onChange={(next) => set({ fixed: next })} {...(example && { example })} />}
        </Field>
      )}
      <div className="form-grid">
        {how === 'approved' && (
          <Field label="批准文号" required hint="经支部研究，报上一级党委批准">
            {(id) => <Input id={id} value={approval} maxLength={100} onChange={(event) => set({ approval: event.target.value })} />}
          </Field>
        )}
        <Field label="备注">
          {(id) => <Input id={id} value={note} maxLength={200} onChange={(event) => set({ note: event.target.value })} />}
        </Field>
      </div>
      {working && (
        <div className="dues-working" role="status">
          <p>{working.sentence}</p>
          {working.step && <p className="note-warning">{working.step}</p>}
          <p className="hint">中组发〔2008〕3号{working.article}</p>
        </div>
      )}
    </Dialog>
  )
}
