import { Input } from 'antd'
import { useState } from 'react'
import { kindsFor, looksLikeRate } from '../../shared/dues/base-rules.ts'
import type { Kind } from '../../shared/dues/bases.ts'
import type { GridRow } from '../../shared/dues/contract.ts'
import { percentOf } from '../../shared/dues/rules.ts'
import { showFen } from '../../shared/kit/money.ts'
import { calledIn } from '../../shared/members/namesakes.ts'
import { app } from '../app.ts'
import { useAct, useAsk } from '../kit/ask.ts'
import { Dialog } from '../kit/Dialog.tsx'
import { Field } from '../kit/Field.tsx'
import { useWhere } from '../shell/where.ts'

/** 名册里写着每月党费、还没核定的一个人。 */
export type Noted = GridRow & { rosterMonthly: number }

/** 这一次不核定他。 */
const LATER = ''

/** 照名册里的每月党费核定：先看是谁、多少、归哪一类，从哪个月起；一次全记，也一次撤销。 */
export function RosterBasesDialog({ people, onClose }: { people: readonly Noted[]; onClose: () => void }) {
  const { year } = useWhere()
  const standards = useAsk(app.dues.standards, {}).data
  const save = useAct(app.dues.setBases, { quiet: true })
  const [from, setFrom] = useState(`${year}-01`)
  const [chosen, setChosen] = useState<Record<number, Kind | typeof LATER>>({})
  const lines = people.map((row) => {
    const kinds = standards ? kindsFor(row.rosterMonthly, standards) : []
    const doubtful = standards !== undefined && looksLikeRate(row.rosterMonthly, standards)
    return { row, kinds, doubtful, kind: chosen[row.memberId] ?? (doubtful ? LATER : (kinds[0] ?? LATER)) }
  })
  const bases = lines.flatMap(({ row: { memberId, rosterMonthly: amount }, kind }) =>
    kind === LATER ? [] : [{ memberId, fromMonth: from, kind, base: 0, amount, note: '照名册的每月党费' }],
  )
  const ready = from !== '' && bases.length > 0
  const run = async () => {
    if (ready && (await save.run({ bases }))) onClose()
  }
  return (
    <Dialog
      title={`照名册核定：${bases.length} 人`}
      verb="核定"
      width={560}
      onSave={() => void run()}
      onClose={onClose}
      dirty={Object.keys(chosen).length > 0}
      busy={save.busy}
      disabled={!ready}
      refusal={save.refusal}
    >
      <p className="hint dues-lead">照名册里写的每月党费收。收入以后再填，填了就按比例算；类别不对的在这里改，不照此收的选“先不核定”。</p>
      <Field label="从哪个月起" required hint="从这个月起，过了月没有交的算作欠">
        {(id) => <Input id={id} type="month" value={from} onChange={(event) => setFrom(event.target.value)} />}
      </Field>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: 要能用键盘滚动 */}
      <section className="dues-review" tabIndex={0} aria-label="照名册核定的各人">
        <table>
          <thead>
            <tr>
              <th scope="col">姓名</th>
              <th scope="col">每月</th>
              <th scope="col">类别</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ row, kinds, doubtful, kind }) => (
              <tr key={row.memberId}>
                <th scope="row">{calledIn(row)}</th>
                <td className="num">{showFen(row.rosterMonthly)}</td>
                <td>
                  <select
                    className="native-select"
                    aria-label={`${calledIn(row)} 类别`}
                    value={kind}
                    onChange={(event) => setChosen({ ...chosen, [row.memberId]: event.target.value as Kind | typeof LATER })}
                  >
                    <option value={LATER}>先不核定</option>
                    {kinds.map((code) => (
                      <option key={code} value={code}>
                        {standards?.kinds.find((one) => one.code === code)?.name}
                      </option>
                    ))}
                  </select>
                  {doubtful && kind === LATER && (
                    <small className="note-warning">也可能是比例 {percentOf(row.rosterMonthly)}；真是每月这么多，再选类别</small>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Dialog>
  )
}
