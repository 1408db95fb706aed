import { Button } from 'antd'
import { instantWords, localToday } from './days.ts'

/** “接着上次没有存完的内容”。 */
export function DraftNote({ restoredAt, onStartOver }: { restoredAt: string | null; onStartOver: () => void }) {
  if (!restoredAt) return null
  return (
    <div className="draft-note" role="status">
      <span>已接着上次没有存完的内容（{instantWords(restoredAt, localToday())}）。</span>
      <Button size="small" onClick={onStartOver}>
        从头填
      </Button>
    </div>
  )
}
