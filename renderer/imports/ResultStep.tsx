import { Button } from 'antd'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { ImportSum } from '../../shared/imports/contract.ts'
import { showFen } from '../../shared/kit/money.ts'
import { app } from '../app.ts'
import { useTask } from '../kit/ask.ts'
import { goAnd } from '../kit/intent.ts'
import { RefusalNote } from '../kit/RefusalNote.tsx'
import { Progress } from '../kit/Waiting.tsx'
import { addends, countsOf } from './counts.ts'
import type { Applied, Import } from './use-import.ts'

/** 每一分的去处：文件里的 = 记入的 + 原来就有的 + 没有导入的。 */
function Sums({ sums }: { sums: readonly ImportSum[] }) {
  return (
    <dl className="import-sums">
      {sums.map(({ label, file, entered, already, left }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            文件 <b className="num">{showFen(file)}</b> = 记入 <b className="num">{showFen(entered)}</b>
            {already !== 0 && (
              <>
                {' + '}原来就有 <b className="num">{showFen(already)}</b>
              </>
            )}
            {left !== 0 && (
              <>
                {' + '}没有导入 <b className="num">{showFen(left)}</b>
              </>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** 一行几格的原因相同（名册里没有这个人），只列一次。 */
const onceEach = (rejected: Applied['rejected']) => [
  ...new Map(rejected.map((one) => [`${one.sheet} ${one.row} ${one.reason}`, one])).values(),
]

/** 导入完：数目、没导入的行与原因、下一步。 */
export function ResultStep({
  work,
  applied,
  ledger,
}: {
  work: Import
  applied: Applied
  ledger: { what: string; unit: string; room: string }
}) {
  const [, go] = useLocation()
  const undo = useTask(app.history.undo, { quiet: true })
  const [undone, setUndone] = useState(false)
  const { counts, sums, rejected, operationId } = applied
  const others = work.sheets.filter(({ name, kind }) => kind === 'table' && !applied.sheets.includes(name))
  const { what, unit, room } = ledger
  const parts = addends({ ...counts, total: counts.in, doubtful: counts.rejected, warned: 0 })
  const entered = counts.added + counts.updated
  const named = applied.sheets.length > 1
  const takeBack = async () => {
    if (operationId !== null && (await undo.run({ operationId }))) setUndone(true)
  }
  if (undone)
    return (
      <div className="import-result">
        <h2>已撤销这次导入</h2>
        <p>{what}和导入之前一样。</p>
        <div className="archive-buttons">
          <Button type="primary" onClick={() => work.recheck()}>
            回到逐行检查
          </Button>
          <Button onClick={() => work.setStage('file')}>换一个文件</Button>
        </div>
      </div>
    )
  return (
    <div className="import-result">
      <h2 role="status">{entered > 0 ? `✓ 已导入 ${entered} ${unit}` : `没有要改的，${what}和原来一样`}</h2>
      <p className="import-sum">
        共 <b>{counts.in}</b> 行 ={' '}
        {parts.map(({ word, count }, index) => (
          <span key={word}>
            {index > 0 && ' + '}
            {word} <b>{count}</b>
          </span>
        ))}
      </p>
      {sums.length > 0 && <Sums sums={sums} />}
      <div className="import-steps-next">
        <Button type="primary" autoFocus onClick={() => go(`/${room}`)}>
          去看{what}
        </Button>
        {room === 'members' && <Button onClick={() => goAnd('/meetings', 'meetings.plan')}>安排会议</Button>}
        {others.map((one) => (
          <Button
            key={one.name}
            onClick={() => {
              work.chooseSheet(one.name)
              work.setStage('columns')
            }}
          >
            接着导入“{one.name}”（{countsOf(one).total - one.skipped.length} 行）
          </Button>
        ))}
        <Button onClick={() => work.setStage('file')}>再导入一个文件</Button>
        {operationId !== null && (
          <Button loading={undo.busy} onClick={() => void takeBack()}>
            撤销这次导入
          </Button>
        )}
      </div>
      <RefusalNote refusal={undo.refusal} />
      <Progress state={undo.progress} onCancel={undo.cancel} />
      {rejected.length > 0 && (
        <>
          <h3>没有导入的 {rejected.length} 行</h3>
          <p className="hint">
            可以
            <Button type="link" size="small" onClick={() => work.recheck()}>
              回到逐行检查
            </Button>
            改好再导入一次：已导入的不会重复。
          </p>
          <div className="import-scroll">
            <table className="import-columns">
              <thead>
                <tr>
                  <th scope="col">行</th>
                  <th scope="col">原因</th>
                </tr>
              </thead>
              <tbody>
                {onceEach(rejected).map(({ sheet, row, reason }) => (
                  <tr key={`${sheet}${row}${reason}`}>
                    <td className="import-letter">{named ? `${sheet} ${row}` : row}</td>
                    <td>{reason}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </div>
  )
}
