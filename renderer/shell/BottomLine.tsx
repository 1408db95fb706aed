import { Button } from 'antd'
import { Link } from 'wouter'
import { instantWords } from '../kit/days.ts'
import { useKeys } from '../kit/keys.ts'
import { Progress } from '../kit/Waiting.tsx'
import { useUndo } from './use-undo.ts'
import { useWhere } from './where.ts'

/** 下边：最后一件事，能撤销哪件、能重做哪件。点字看操作记录。 */
export function BottomLine() {
  const { today } = useWhere()
  const { latest, takeBack, putBack, busy, progress, cancel } = useUndo()
  // 要撤销的不是左边写着的那一件时，两个按钮都写明是哪一件
  const named = latest?.undo ? latest.undo.id !== latest.last?.id : false
  useKeys({ 'ctrl+z': takeBack, 'ctrl+y': putBack, 'ctrl+shift+z': putBack })
  return (
    <footer className="bottomline">
      <Progress state={progress} onCancel={cancel} />
      <span role="status" aria-live="polite" className="bottomline-last" hidden={progress !== null}>
        {latest?.last ? (
          <Link href="/history" title="查看操作记录">
            <span className="tick" aria-hidden="true">
              ✓
            </span>
            <time dateTime={latest.last.at}>{instantWords(latest.last.at, today)}</time> {latest.last.title} {latest.last.subject}
          </Link>
        ) : (
          <Link href="/history">还没有操作</Link>
        )}
      </span>
      {latest?.undo && (
        <Button size="small" onClick={takeBack} disabled={busy} title={`撤销：${latest.undo.title} ${latest.undo.subject}（Ctrl+Z）`}>
          撤销{named && `：${latest.undo.title}`}
        </Button>
      )}
      {latest?.redo && (
        <Button size="small" onClick={putBack} disabled={busy} title={`重做：${latest.redo.subject}（Ctrl+Y）`}>
          重做{named && `：${latest.redo.subject.split(' ')[0]}`}
        </Button>
      )}
      <span className="bottomline-note">本软件仅用于非涉密信息</span>
    </footer>
  )
}
