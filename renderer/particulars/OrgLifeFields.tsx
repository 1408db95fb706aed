import { Input, InputNumber } from 'antd'
import type { Id } from '../../shared/kit/values.ts'
import type { OrgLife } from '../../shared/particulars/contract.ts'
import { Field } from '../kit/Field.tsx'
import { type Named, NameInput } from '../kit/NameInput.tsx'
import { RowList } from '../kit/RowList.tsx'
import { TalksBefore } from '../talks/TalksBefore.tsx'

interface OrgLifeFieldsProps {
  meetingId: Id
  form: OrgLife
  onChange: (next: Partial<OrgLife>) => void
  people: readonly Named[]
}

/** 组织生活会：会前的准备，会上的对照检查与批评意见。会后的整改在下面另记。 */
export function OrgLifeFields({ meetingId, form, onChange, people }: OrgLifeFieldsProps) {
  return (
    <section aria-label="组织生活会">
      <h2>组织生活会 · 会前</h2>
      <BeforeFields meetingId={meetingId} form={form} onChange={onChange} />
      <h2>组织生活会 · 会上</h2>
      <RowList
        title="对照检查"
        rows={form.examinations}
        blank={{ speaker: '', text: '' }}
        onChange={(examinations) => onChange({ examinations })}
      >
        {(row, set, no) => (
          <>
            <NameInput
              aria-label={`第 ${no} 份对照检查 姓名`}
              placeholder="姓名"
              value={row.speaker}
              people={people}
              onChange={(speaker) => set({ speaker })}
            />
            <Input.TextArea
              aria-label={`第 ${no} 份对照检查 内容`}
              className="grows"
              rows={1}
              placeholder="查摆的问题"
              value={row.text}
              onChange={({ target }) => set({ text: target.value })}
            />
          </>
        )}
      </RowList>
      <RowList
        title="批评意见"
        hint="原文只在这里看，不印进会议记录和台账，那里只有条数。"
        rows={form.criticisms}
        blank={{ critic: '', criticised: '', text: '' }}
        onChange={(criticisms) => onChange({ criticisms })}
      >
        {(row, set, no) => (
          <>
            <NameInput
              aria-label={`第 ${no} 条批评意见 批评人`}
              placeholder="批评人"
              value={row.critic}
              people={people}
              onChange={(critic) => set({ critic })}
            />
            <NameInput
              aria-label={`第 ${no} 条批评意见 被批评人`}
              placeholder="被批评人"
              value={row.criticised}
              people={people}
              onChange={(criticised) => set({ criticised })}
            />
            <Input.TextArea
              aria-label={`第 ${no} 条批评意见 意见`}
              className="grows"
              rows={1}
              placeholder="意见"
              value={row.text}
              onChange={({ target }) => set({ text: target.value })}
            />
          </>
        )}
      </RowList>
    </section>
  )
}

function BeforeFields({ meetingId, form, onChange }: Omit<OrgLifeFieldsProps, 'people'>) {
  const count = (key: 'talkPairs' | 'talkTimes', label: string) => (
    <Field label={label}>
      {(id) => (
        <InputNumber
          id={id}
          min={0}
          max={100_000}
          precision={0}
          value={form[key]}
          onChange={(next) => onChange({ [key]: next ?? 0 })}
          style={{ width: '100%' }}
        />
      )}
    </Field>
  )
  return (
    <>
      <div className="particulars-grid">
        <Field label="会议主题" wide>
          {(id) => <Input id={id} maxLength={200} value={form.theme} onChange={({ target }) => onChange({ theme: target.value })} />}
        </Field>
        <Field label="学习内容" wide>
          {(id) => (
            <Input.TextArea
              id={id}
              className="grows"
              rows={2}
              value={form.study}
              onChange={({ target }) => onChange({ study: target.value })}
            />
          )}
        </Field>
        {count('talkPairs', '谈心谈话（对）')}
        {count('talkTimes', '谈心谈话（次）')}
      </div>
      <TalksBefore
        meetingId={meetingId}
        pairs={form.talkPairs}
        times={form.talkTimes}
        onFill={({ pairs, times }) => onChange({ talkPairs: pairs, talkTimes: times })}
      />
      <RowList title="征求意见" rows={form.sources} blank={{ source: '', count: 0 }} onChange={(sources) => onChange({ sources })}>
        {(row, set, no) => (
          <>
            <Input
              aria-label={`第 ${no} 条征求意见 来源`}
              className="row-wide"
              placeholder="向谁征求，如 普通党员、会员企业"
              maxLength={200}
              value={row.source}
              onChange={({ target }) => set({ source: target.value })}
            />
            <InputNumber
              aria-label={`第 ${no} 条征求意见 条数`}
              min={0}
              max={100_000}
              precision={0}
              suffix="条"
              value={row.count}
              onChange={(next) => set({ count: next ?? 0 })}
            />
          </>
        )}
      </RowList>
    </>
  )
}
