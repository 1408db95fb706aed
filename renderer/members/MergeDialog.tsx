import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { columnsOf } from '../../shared/ledger/define.ts'
import { MemberFacts, type MemberRow } from '../../shared/members/contract.ts'
import { app } from '../app.ts'
import { useMembersLedger } from '../fields/fields.ts'
import { useAct, useAsk } from '../kit/ask.ts'
import { Dialog } from '../kit/Dialog.tsx'
import { RefusalNote } from '../kit/RefusalNote.tsx'
import { say } from '../kit/say.ts'

interface MergeDialogProps {
  /** 恰好两份。 */
  people: readonly MemberRow[]
  onDone: (id: number) => void
  onClose: () => void
}

interface Difference {
  field: string
  label: string
  keep: string
  drop: string
}

const movedWords = (what: string, moved: number, dropped: number) =>
  [...(moved > 0 ? [`${what} ${moved} 条`] : []), ...(dropped > 0 ? [`${what} ${dropped} 条两份都有，以保留的为准`] : [])].join('，')

/** 合并两份同一人的记录：先看清哪一项取哪一份、哪些记录并过来。 */
export function MergeDialog({ people, onDone, onClose }: MergeDialogProps) {
  // 打开时的两份；合并之后名册就只有一份了
  const [[keep, drop], setPair] = useState(() => [people[0], people[1]] as const)
  const [take, setTake] = useState<readonly string[]>([])
  const merge = useAct(app.members.merge, { quiet: true })
  const preview = useAsk(app.members.mergePreview, { keep: keep?.id ?? 1, drop: drop?.id ?? 1 }, { enabled: !!keep && !!drop })
  const ledger = useMembersLedger()
  const shown = preview.data
  const { differing, filled } = useMemo(() => {
    const differing: Difference[] = []
    const filled: Difference[] = []
    if (!shown) return { differing, filled }
    for (const { field, column } of columnsOf(ledger)) {
      if (!(field in MemberFacts.shape || field.startsWith('custom-'))) continue
      const [one, other] = [shown.keep, shown.drop].map((row) => (row as unknown as Record<string, unknown>)[field])
      const blank = one === null || one === undefined || one === '' || one === false
      const line = { field, label: column.label, keep: column.show(one ?? null), drop: column.show(other ?? null) }
      if (other === null || other === undefined || other === '' || other === false || other === one) continue
      ;(blank ? filled : differing).push(line)
    }
    return { differing, filled }
  }, [shown, ledger])
  if (!keep || !drop) return null
  const act = async () => {
    const done = await merge.run({ keep: keep.id, drop: drop.id, take: [...take] })
    if (!done) return
    say.done(`已合并，${keep.name} 现在只有一份。`)
    onDone(done.id)
    onClose()
  }
  return (
    <Dialog
      title={`合并两份记录：${keep.name}${drop.name === keep.name ? '' : ` 与 ${drop.name}`}`}
      verb="合并"
      width={760}
      dirty={take.length > 0}
      disabled={!shown || shown.refusal !== null}
      busy={merge.busy}
      refusal={merge.refusal}
      extra={
        <Button
          onClick={() => {
            setPair([drop, keep])
            setTake([])
          }}
        >
          换过来
        </Button>
      }
      onSave={() => void act()}
      onClose={onClose}
    >
      <div className="dialog-scroll merge">
        <p>
          保留 <strong>{keep.name}</strong>（{keep.branchName}），去掉另一份（{drop.branchName}）。做完可以撤销，两份都回来。
        </p>
        <RefusalNote refusal={shown?.refusal ?? undefined} />
        {differing.length > 0 && (
          <table>
            <caption className="sr-only">两份都填了而不同的，选一个</caption>
            <thead>
              <tr>
                <th scope="col">两份不同</th>
                <th scope="col">保留的</th>
                <th scope="col">去掉的</th>
              </tr>
            </thead>
            <tbody>
              {differing.map((line) => (
                <tr key={line.field}>
                  <th scope="row">{line.label}</th>
                  {(['keep', 'drop'] as const).map((side) => (
                    <td key={side}>
                      <label>
                        <input
                          type="radio"
                          name={`merge-${line.field}`}
                          checked={take.includes(line.field) === (side === 'drop')}
                          onChange={() => setTake(side === 'drop' ? [...take, line.field] : take.filter((field) => field !== line.field))}
                        />{' '}
                        {line[side]}
                      </label>
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {filled.length > 0 && <p>保留的那份空着、照填：{filled.map(({ label, drop: text }) => `${label} ${text}`).join('；')}。</p>}
        {shown && shown.moves.length > 0 && (
          <p>
            各处的记录：
            {shown.moves.map(({ what, moved, dropped }) => movedWords(what, moved, dropped)).join('；')}
            。同一次会议两份都登记了的，留到会程度高的。
          </p>
        )}
      </div>
    </Dialog>
  )
}
