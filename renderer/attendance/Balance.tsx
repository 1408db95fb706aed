import type { Headcount } from '../../shared/meetings/contract.ts'

/** 应到 = 实到 + 请假 + 缺席 + 未登记，总在眼前。 */
export function Balance({ balance }: { balance: Headcount }) {
  const parts = [
    ['实到', balance.present],
    ['请假', balance.onLeave],
    ['缺席', balance.absent],
  ] as const
  const apart = [
    ['列席', balance.observers],
    ['上级领导', balance.superiors],
    ['不计入', balance.excluded],
  ] as const
  return (
    <p className="balance" role="status" aria-label="人数">
      <span>
        应到 <b>{balance.expected}</b>
      </span>
      <span aria-hidden="true">=</span>
      {parts.map(([word, count], index) => (
        <span key={word}>
          {index > 0 && <span aria-hidden="true">+ </span>}
          {word} <b>{count}</b>
          {word === '实到' && balance.online > 0 && <span className="balance-online">（线上 {balance.online}）</span>}
        </span>
      ))}
      {balance.unmarked > 0 && (
        <span className="balance-unmarked">
          <span aria-hidden="true">+ </span>未登记 <b>{balance.unmarked}</b>
        </span>
      )}
      {apart.map(
        ([word, count]) =>
          count > 0 && (
            <span key={word} className="balance-apart">
              {word} <b>{count}</b>
            </span>
          ),
      )}
    </p>
  )
}
