import type { balanceOf } from './states.ts'

/** 应到 = 实到 + 请假 + 缺席 + 未登记，总在眼前。 */
export function Balance({ balance }: { balance: ReturnType<typeof balanceOf> }) {
  const parts = [
    ['实到', balance.present],
    ['请假', balance.onLeave],
    ['缺席', balance.absent],
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
        </span>
      ))}
      {balance.unmarked > 0 && (
        <span className="balance-unmarked">
          <span aria-hidden="true">+ </span>未登记 <b>{balance.unmarked}</b>
        </span>
      )}
      {balance.observers > 0 && (
        <span className="balance-apart">
          列席 <b>{balance.observers}</b>
        </span>
      )}
    </p>
  )
}
