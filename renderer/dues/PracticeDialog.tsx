import { Checkbox, Input } from 'antd'
import { useState } from 'react'
import type { PracticeDraft, Rounding } from '../../shared/dues/bases.ts'
import { adjustWords, modeWords, unitWords } from '../../shared/dues/words.ts'
import type { Id } from '../../shared/kit/values.ts'
import { app } from '../app.ts'
import { useAct, useAsk } from '../kit/ask.ts'
import { Dialog } from '../kit/Dialog.tsx'
import { Field } from '../kit/Field.tsx'
import { useWhere } from '../shell/where.ts'

interface PracticeDialogProps {
  organizationId: Id
  /** 现行的口径；头一次为 null。 */
  standing: PracticeDraft | null
  onClose: () => void
}

/** 党费口径：取整由支部自己选定，软件不预选；计入项目缺省只减个税，可以另存。 */
export function PracticeDialog({ organizationId, standing, onClose }: PracticeDialogProps) {
  const { year, today } = useWhere()
  const standards = useAsk(app.dues.standards, {}).data
  const save = useAct(app.dues.choosePractice, { quiet: true })
  const [unit, setUnit] = useState<Rounding['unit'] | undefined>(standing?.rounding.unit)
  const [mode, setMode] = useState<Rounding['mode'] | undefined>(standing?.rounding.mode)
  const [adjust, setAdjust] = useState<PracticeDraft['adjust'] | undefined>(standing?.adjust)
  const [items, setItems] = useState<string[] | undefined>(standing?.items)
  const [share, setShare] = useState(standing?.remitShare == null ? '' : String(standing.remitShare / 100))
  const [book, setBook] = useState(standing?.book ?? '')
  const chosen = items ?? standards?.items.filter(({ usual }) => usual).map(({ code }) => code) ?? []
  const percent = share.trim() === '' ? null : Number(share)
  const wrongShare = percent !== null && !(percent >= 0 && percent <= 100)
  const lacking = [!unit && '取整到哪一位', !mode && '怎样取', !adjust && '基数变动怎么办'].filter((one) => one !== false)
  const dirty =
    unit !== standing?.rounding.unit || mode !== standing?.rounding.mode || adjust !== standing?.adjust || items !== standing?.items
  const run = async () => {
    if (!unit || !mode || !adjust) return
    const fromMonth = standing ? today.slice(0, 7) : `${year}-01`
    const remitShare = percent === null ? null : Math.round(percent * 100)
    if (await save.run({ organizationId, fromMonth, rounding: { unit, mode }, adjust, items: chosen, remitShare, book: book.trim() }))
      onClose()
  }
  return (
    <Dialog
      title="党费口径"
      verb="定下"
      width={620}
      onSave={() => void run()}
      onClose={onClose}
      dirty={dirty}
      busy={save.busy}
      disabled={lacking.length > 0 || wrongShare}
      refusal={save.refusal}
      extra={lacking.length > 0 && <span className="hint dialog-lacking">还没选：{lacking.join('、')}</span>}
    >
      <p className="hint dues-lead">全国没有统一的取整规定，按上级或本支部的做法选；选定之前不能收党费。</p>
      <Choice legend="取整到" words={unitWords} value={unit} onChange={setUnit} />
      <Choice legend="怎样取" words={modeWords} value={mode} onChange={setMode} />
      <Choice legend="基数变动" words={adjustWords} value={adjust} onChange={setAdjust} />
      <fieldset className="dues-choice">
        <legend>算基数时计入（存作本支部口径）</legend>
        <div className="dues-items">
          {standards?.items.map(({ code, name, sign }) => (
            <Checkbox
              key={code}
              checked={chosen.includes(code)}
              onChange={(event) => setItems(event.target.checked ? [...chosen, code] : chosen.filter((one) => one !== code))}
            >
              {sign === 'add' ? '加' : '减'} {name}
            </Checkbox>
          ))}
        </div>
      </fieldset>
      <div className="form-grid">
        <Field label="上缴比例（%）" hint="上级定的；没有定就空着" problem={wrongShare ? '请填 0 到 100 之间的数' : undefined}>
          {(id) => <Input id={id} value={share} inputMode="decimal" onChange={(event) => setShare(event.target.value)} />}
        </Field>
        <Field label="收据册" hint="印在编号前面，可以空着">
          {(id) => <Input id={id} value={book} maxLength={20} onChange={(event) => setBook(event.target.value)} />}
        </Field>
      </div>
    </Dialog>
  )
}

interface ChoiceProps<K extends string> {
  legend: string
  words: Record<K, string>
  value: K | undefined
  onChange: (value: K) => void
}

function Choice<K extends string>({ legend, words, value, onChange }: ChoiceProps<K>) {
  return (
    <fieldset className="dues-choice">
      <legend>{legend}</legend>
      {(Object.keys(words) as K[]).map((key) => (
        <label key={key}>
          <input type="radio" name={legend} checked={value === key} onChange={() => onChange(key)} />
          {words[key]}
        </label>
      ))}
    </fieldset>
  )
}
