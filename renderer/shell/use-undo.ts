import { useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { app } from '../app.ts'
import { actsDone, answerAtHand, useAsk, useTask } from '../kit/ask.ts'

/**
 * 最后一件事，能撤销、能重做的那件，和做这两样的手。
 * 一步一步来：手上的事做完、答案换新了，才看要撤销的是哪一件。刚存完就按 Ctrl+Z，撤销的是刚存的；连按两下就是两步。
 */
export function useUndo() {
  const desk = useQueryClient()
  const latest = useAsk(app.history.latest, {}, { keep: true }).data
  const undo = useTask(app.history.undo)
  const redo = useTask(app.history.redo)
  const turn = useRef(Promise.resolve())
  const press = (act: 'undo' | 'redo') => {
    turn.current = turn.current.then(async () => {
      await actsDone()
      const operation = answerAtHand(desk, app.history.latest, {})?.[act]
      if (operation) await { undo, redo }[act].run({ operationId: operation.id })
    })
  }
  return {
    latest,
    takeBack: () => press('undo'),
    putBack: () => press('redo'),
    busy: undo.busy || redo.busy,
    progress: undo.progress ?? redo.progress,
    cancel: undo.busy ? undo.cancel : redo.cancel,
  }
}
