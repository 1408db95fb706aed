import { Button } from 'antd'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { app } from '../app.ts'
import { useAct } from '../kit/ask.ts'
import { goAnd } from '../kit/intent.ts'
import { RefusalNote } from '../kit/RefusalNote.tsx'
import { countsOf } from './counts.ts'
import type { Applied, Import } from './use-import.ts'

/** 导入完：数目、没导入的行与原因、下一步。 */
export function ResultStep({ work, applied }: { work: Import; applied: Applied }) {
  const [, go] = useLocation()
  const undo = useAct(app.history.undo, { quiet: true })
  const [undone, setUndone] = useState(false)
  const { counts, rejected, operationId } = applied
  const others = work.sheets.filter(({ name, kind }) => kind === 'table' && name !== applied.sheet)
  const parts = [
    ['新增', counts.added],
    ['更新', counts.updated],
    ['没有变化', counts.unchanged],
    ['有错没导入', counts.rejected],
    ['跳过', counts.skipped],
  ] as const
  const takeBack = async () => {
    if (operationId !== null && (await undo.run({ operationId }))) setUndone(true)
  }
  if (undone)
    return (
      <div className="import-result">
        <h2>已撤销这次导入</h2>
        <p>名册和导入之前一样。</p>
        <div className="archive-buttons">
          <Button type="primary" onClick={() => work.setStage('rows')}>
            回到逐行检查
          </Button>
          <Button onClick={() => work.setStage('file')}>换一个文件</Button>
        </div>
      </div>
    )
  return (
    <div className="import-result">
      <h2 role="status">✓ 已导入 {counts.accepted} 人</h2>
      <p className="import-sum">
        共 <b>{counts.in}</b> 行 ={' '}
        {parts
          .filter(([, count], index) => count > 0 || index === 0)
          .map(([word, count], index) => (
            <span key={word}>
              {index > 0 && ' + '}
              {word} <b>{count}</b>
            </span>
          ))}
      </p>
      <div className="import-steps-next">
        <Button type="primary" autoFocus onClick={() => go('/members')}>
          看名册
        </Button>
        <Button onClick={() => goAnd('/meetings', 'meetings.plan')}>安排会议</Button>
        {others.map((one) => (
          <Button
            key={one.name}
            onClick={() => {
              work.chooseSheet(one.name)
              work.setStage('columns')
            }}
          >
            接着导入“{one.name}”（{countsOf(one).ready} 人）
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
      {rejected.length > 0 && (
        <>
          <h3>没有导入的 {rejected.length} 行</h3>
          <p className="hint">
            可以
            <Button type="link" size="small" onClick={() => work.setStage('rows')}>
              回到逐行检查
            </Button>
            改好再导入一次：已导入的人不会重复。
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
                {rejected.map(({ row, reason }) => (
                  <tr key={`${row}${reason}`}>
                    <td className="import-letter">{row}</td>
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
