import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { app } from '../app.ts'
import { useAsk } from '../kit/ask.ts'
import { hearNews, isSinceStep, standingOn, standOn } from '../kit/standing.ts'
import { Waiting } from '../kit/Waiting.tsx'
import { Elsewhere } from './Elsewhere.tsx'
import { FirstRun } from './FirstRun.tsx'
import { Frame } from './Frame.tsx'
import { HelpKey } from './HelpKey.tsx'
import { useLeaving } from './leaving.ts'

/** 进门：没有打开台账就从头问起，打开了就是书桌。刚建好的先停在“从哪里开始”。哪里都能按 F1。 */
export function Door() {
  const current = useAsk(app.files.current, {})
  const [settling, setSettling] = useState(false)
  const client = useQueryClient()
  const leave = useLeaving()
  const [, look] = useState(0)
  useEffect(
    () => hearNews((news) => void client.invalidateQueries(news === 'moved' ? { queryKey: [app.files.current.path] } : {})),
    [client],
  )
  if (current.data === undefined) return <Waiting error={current.error} />
  const now = current.data
  const stood = standingOn()
  if (isSinceStep(current.dataUpdatedAt) && stood !== now?.path) {
    const go = () => {
      leave()
      standOn(now?.path)
      look((times) => times + 1)
    }
    if (stood !== undefined && !window.bridge) return <Elsewhere stood={stood} now={now} onGo={go} />
    // 还没有进哪一本就跟进去；桌面版只有一个窗口，换了就是双击了另一个台账文件
    if (stood !== undefined) location.hash = '/'
    standOn(now?.path)
  }
  const ledger = settling ? null : now
  return (
    <>
      {ledger ? <Frame key={ledger.path} ledger={ledger} /> : <FirstRun onSettling={setSettling} />}
      <HelpKey atDesk={ledger !== null} />
    </>
  )
}
