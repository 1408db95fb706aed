import { useState } from 'react'
import type { Actor } from '../../shared/files/contract.ts'
import type { OrganizationKind } from '../../shared/organizations/contract.ts'
import { app } from '../app.ts'
import { useTask } from '../kit/ask.ts'
import { ActorPage } from './first-run/ActorPage.tsx'
import { DonePage } from './first-run/DonePage.tsx'
import { StartPage } from './first-run/StartPage.tsx'
import { UnitPage } from './first-run/UnitPage.tsx'

interface Unit {
  name: string
  kind: OrganizationKind
}

/** 头一回（或没有打开台账时）：一页一问，最多四页。 */
export function FirstRun({ onSettling }: { onSettling: (settling: boolean) => void }) {
  const [page, setPage] = useState<'start' | 'unit' | 'actor' | 'done'>('start')
  const [unit, setUnit] = useState<Unit>({ name: '', kind: 'branch' })
  const create = useTask(app.files.create, { quiet: true })
  const found = async (actor: Actor) => {
    onSettling(true)
    if (await create.run({ ...unit, actor })) setPage('done')
    else onSettling(false)
  }
  return (
    <div className="first-run">
      <main>
        <header className="first-run-head">
          <img src={new URL('../seal.svg', import.meta.url).href} alt="" width={32} height={32} />
          <span>支部台账</span>
          {page !== 'start' && <span className="first-run-step">{`第 ${{ unit: 1, actor: 2, done: 3 }[page]} 步，共 3 步`}</span>}
        </header>
        {page === 'start' && <StartPage onNew={() => setPage('unit')} />}
        {page === 'unit' && <UnitPage unit={unit} onUnit={setUnit} onBack={() => setPage('start')} onNext={() => setPage('actor')} />}
        {page === 'actor' && <ActorPage busy={create.busy} refusal={create.refusal} onBack={() => setPage('unit')} onNext={found} />}
        {page === 'done' && <DonePage unit={unit} onEnter={() => onSettling(false)} />}
      </main>
      <footer>本软件仅用于非涉密信息；严禁录入标密文件及内容。数据只存在这台电脑上，本软件不联网。按 F1 看使用手册。</footer>
    </div>
  )
}
