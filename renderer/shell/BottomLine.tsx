import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useRef } from 'react'
import { Link } from 'wouter'
import { app } from '../app.ts'
import { actsDone, answerAtHand, useAsk, useTask } from '../kit/ask.ts'
import { instantWords } from '../kit/days.ts'
import { useKeys } from '../kit/keys.ts'
import { Progress } from '../kit/Waiting.tsx'
import { useWhere } from './where.ts'

/** 下边：最后一件事，能撤销哪件、能重做哪件。点字看操作记录。 */
export function BottomLine() {
  const { today } = useWhere()
  const desk = useQueryClient()
  const latest = useAsk(app.history.latest, {}, { keep: true }).data
  const undo = useTask(app.history.undo)
  const redo = useTask(app.history.redo)
  const busy = undo.busy || redo.busy
  const progress = undo.progress ?? redo.progress
  // 要撤销的不是左边写着的那一件时，两个按钮都写明是哪一件
  const named = latest?.undo ? latest.undo.id !== latest.last?.id : false
  // 一步一步来：手上的事做完、那一行换新了，才看要撤销的是哪一件。刚存完就按 Ctrl+Z 撤销的是刚存的；连按两下就是两步
  const turn = useRef(Promise.resolve())
  const press = (act: 'undo' | 'redo') => {
    turn.current = turn.current.then(async () => {
      await actsDone()
      const operation = answerAtHand(desk, app.history.latest, {})?.[act]
      if (operation) await { undo, redo }[act].run({ operationId: operation.id })
    })
  }
  const takeBack = () => press('undo')
  const putBack = () => press('redo')
  useKeys({ 'ctrl+z': takeBack, 'ctrl+y': putBack, 'ctrl+shift+z': putBack })
  return (
    <footer className="bottomline">
      <Progress state={progress} onCancel={undo.busy ? undo.cancel : redo.cancel} />
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
