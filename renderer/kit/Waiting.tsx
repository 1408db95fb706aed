import { Button } from 'antd'
import type { JobState } from '../../shared/jobs/contract.ts'
import { sentenceOf } from './ask.ts'

/** 取数时的占位；失败时说为什么。 */
export function Waiting({ error, retry }: { error?: Error | null; retry?: () => void }) {
  if (!error) return <div className="waiting" role="status" aria-label="正在读取" />
  return (
    <div className="empty" role="alert">
      <p>{sentenceOf(error)}</p>
      {retry && (
        <div className="empty-steps">
          <Button onClick={retry}>再试一次</Button>
        </div>
      )}
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
