import { Button } from 'antd'
import { instantWords, localToday } from './days.ts'

interface DraftNoteProps {
  restoredAt: string | null
  onStartOver: () => void
  /** 没有接着填的那一份：它改的那一条后来变了。 */
  outdatedAt?: string | null
  onTake?: () => void
}

/** “接着上次没有存完的内容”；改的那一条后来变了的，由人决定接不接。 */
export function DraftNote({ restoredAt, onStartOver, outdatedAt = null, onTake }: DraftNoteProps) {
  const at = restoredAt ?? outdatedAt
  if (!at) return null
  const when = instantWords(at, localToday())
  return (
    <div className="draft-note" role="status">
      {restoredAt ? (
        <>
          <span>已接着上次没有存完的内容（{when}）。</span>
          <Button size="small" onClick={onStartOver}>
            从头填
          </Button>
        </>
      ) : (
        <>
          <span>上次没有存完的改动（{when}）还在，但存着的内容后来改过了。</span>
          <Button size="small" onClick={onTake}>
            接着填
          </Button>
          <Button size="small" onClick={onStartOver}>
            不要了
          </Button>
        </>
      )}
    </div>
  )
}
