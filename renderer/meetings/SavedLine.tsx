import { Button } from 'antd'
import { instantWords } from '../kit/days.ts'
import { RefusalNote } from '../kit/RefusalNote.tsx'
import { useWhere } from '../shell/where.ts'
import type { Minutes } from './use-minutes.ts'

/** 记录与决议底下的一行：存了没有，草稿到几点，保存。 */
export function SavedLine({ minutes }: { minutes: Minutes }) {
  const { today } = useWhere()
  const { dirty, empty, keptAt, resumedAt, busy, refusal, save, revert } = minutes
  const words = !dirty
    ? empty
      ? '还没有写'
      : '已保存'
    : keptAt
      ? `草稿 ${instantWords(keptAt, today)} 已存，还没写进会议记录`
      : '有还没保存的内容'
  return (
    <div className="saved-line">
      <span role="status">{resumedAt && dirty ? `已接上 ${instantWords(resumedAt, today)} 没保存完的内容` : words}</span>
      {resumedAt && dirty && (
        <Button size="small" onClick={() => void revert()}>
          不要草稿，回到已保存的
        </Button>
      )}
      <RefusalNote refusal={refusal} />
      <Button type="primary" disabled={!dirty} loading={busy} onClick={() => void save()} title="Ctrl+S">
        保存记录
      </Button>
    </div>
  )
}
