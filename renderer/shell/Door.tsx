import { useState } from 'react'
import { app } from '../app.ts'
import { useAsk } from '../kit/ask.ts'
import { Waiting } from '../kit/Waiting.tsx'
import { FirstRun } from './FirstRun.tsx'
import { Frame } from './Frame.tsx'
import { HelpKey } from './HelpKey.tsx'

/** 进门：没有打开台账就从头问起，打开了就是书桌。刚建好的先停在“从哪里开始”。哪里都能按 F1。 */
export function Door() {
  const current = useAsk(app.files.current, {})
  const [settling, setSettling] = useState(false)
  if (current.data === undefined) return <Waiting error={current.error} />
  const ledger = settling ? null : current.data
  return (
    <>
      {ledger ? <Frame key={ledger.path} ledger={ledger} /> : <FirstRun onSettling={setSettling} />}
      <HelpKey atDesk={ledger !== null} />
    </>
  )
}
