import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import type { JobState } from '../../shared/jobs/contract.ts'
import { sentenceOf } from './ask.ts'

/** 取数时的占位；失败时说为什么，能再试。 */
export const Waiting = ({ error }: { error?: Error | null }) =>
  error ? <Failed error={error} /> : <div className="waiting" role="status" aria-label="正在读取" />

function Failed({ error }: { error: Error }) {
  const client = useQueryClient()
  // 一屏往往问了好几样：没有问成的都再问一次
  const again = () => void client.refetchQueries({ type: 'active', predicate: ({ state }) => state.status === 'error' })
  return (
    <div className="empty" role="alert">
      <p>{sentenceOf(error)}</p>
      <div className="empty-steps">
        <Button onClick={again}>再试一次</Button>
      </div>
    </div>
  )
}

/** 一件久些的事做到哪里了，可以取消。 */
export function Progress({ state, onCancel }: { state: JobState | null; onCancel: () => void }) {
  if (!state) return null
  return (
    <div className="job" role="status" aria-live="polite">
      <progress aria-label={state.title} {...(state.fraction === null ? {} : { value: state.fraction })} />
      <span>{state.doing || state.title}</span>
      <Button size="small" onClick={onCancel}>
        取消
      </Button>
    </div>
  )
}
