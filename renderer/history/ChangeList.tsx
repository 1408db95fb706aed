import type { ChangeRow } from '../../shared/history/contract.ts'
import { app } from '../app.ts'
import { useAsk } from '../kit/ask.ts'
import { Waiting } from '../kit/Waiting.tsx'

/** 整行是新的：不必写“空 →”。 */
const fresh = (row: ChangeRow) => row.lines.every((line) => line.before === '空' || line.before === '')

/** 新的一行里没有填的不列。 */
const linesOf = (row: ChangeRow) => (fresh(row) ? row.lines.filter((line) => line.after !== '空' && line.after !== '') : row.lines)

/** 一步里改了什么：改前 → 改后，用人的话。 */
export function ChangeList({ operationId }: { operationId: number }) {
  const changes = useAsk(app.history.changes, { operationId })
  if (!changes.data) return <Waiting error={changes.error} />
  const { rows, more } = changes.data
  if (rows.length === 0) return <p className="hint changes">这一步没有改动记录。</p>
  return (
    <div className="changes">
      {rows.map((row) => (
        <section key={`${row.table}/${row.rowId}/${row.what}`}>
          <h3>{row.what}</h3>
          {row.lines.length > 0 && (
            <table>
              <thead className="sr-only">
                <tr>
                  <th scope="col">项目</th>
                  {!fresh(row) && <th scope="col">改前</th>}
                  <th scope="col">改后</th>
                </tr>
              </thead>
              <tbody>
                {linesOf(row).map((line) => (
                  <tr key={line.label}>
                    <th scope="row">{line.label}</th>
                    {!fresh(row) && <td>{line.before || '空'}</td>}
                    <td>
                      {!fresh(row) && <span aria-hidden="true">→ </span>}
                      {line.after || '空'}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </section>
      ))}
      {more > 0 && <p className="hint">还有 {more} 处，没有全列。</p>}
    </div>
  )
}
