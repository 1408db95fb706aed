import { Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import type { Audience, Period } from '../../shared/meetings/contract.ts'
import { audienceWords } from '../../shared/meetings/words.ts'
import { app } from '../app.ts'
import { useAct } from '../kit/ask.ts'
import { Dialog } from '../kit/Dialog.tsx'
import { Field } from '../kit/Field.tsx'

const periodWords: Record<Period, string> = { none: '不定期', month: '每月', quarter: '每季度', year: '每年' }
const optionsOf = <K extends string>(words: Record<K, string>) =>
  (Object.keys(words) as K[]).map((value) => ({ value, label: words[value] }))

/** 本单位自设的会议类型：名称、谁应到、多久一次。 */
export function OwnKindDialog({ onClose, onAdded }: { onClose: () => void; onAdded: (code: string) => void }) {
  const add = useAct(app.meetings.addKind, { quiet: true })
  const [name, setName] = useState('')
  const [audience, setAudience] = useState<Audience>('members')
  const [period, setPeriod] = useState<Period>('none')
  const [times, setTimes] = useState(1)
  const save = async () => {
    const answer = await add.run({ name: name.trim(), audience, period, times: period === 'none' ? 0 : times })
    if (answer) onAdded(answer.code)
  }
  return (
    <Dialog
      title="新增会议类型"
      verb="新增"
      dirty={name.trim() !== ''}
      disabled={name.trim() === ''}
      busy={add.busy}
      refusal={add.refusal}
      onSave={() => void save()}
      onClose={onClose}
    >
      <Field label="名称" required wide>
        {(id) => (
          <Input id={id} autoFocus maxLength={20} value={name} placeholder="例：读书会" onChange={(event) => setName(event.target.value)} />
        )}
      </Field>
      <Field label="谁应到" wide>
        {(id) => <Select id={id} style={{ width: '100%' }} value={audience} onChange={setAudience} options={optionsOf(audienceWords)} />}
      </Field>
      <Field label="多久一次" wide hint="定了次数，这里会提醒还差几次。">
        {(id, note) => (
          <span className="own-period">
            <Select
              id={id}
              aria-describedby={note}
              style={{ width: 140 }}
              value={period}
              onChange={setPeriod}
              options={optionsOf(periodWords)}
            />
            {period !== 'none' && (
              <>
                至少 <InputNumber aria-label="次数" min={1} max={31} value={times} onChange={(value) => setTimes(value ?? 1)} /> 次
              </>
            )}
          </span>
        )}
      </Field>
    </Dialog>
  )
}
