import { Button } from 'antd'
import { useState } from 'react'
import type { OrganizationKind } from '../../shared/organizations/contract.ts'
import { app } from '../app.ts'
import { useAct } from '../kit/ask.ts'
import { RefusalNote } from '../kit/RefusalNote.tsx'
import { UnitPage } from './first-run/UnitPage.tsx'
import { useUndo } from './use-undo.ts'

/** 台账里一个组织也没有（建单位的那一步被撤销了）：重做它，或者重新建。 */
export function NoOrganization() {
  const { latest, putBack, busy } = useUndo()
  const found = useAct(app.organizations.found, { quiet: true })
  const [unit, setUnit] = useState<{ name: string; kind: OrganizationKind }>({ name: '', kind: 'branch' })
  return (
    <div className="first-run">
      <main>
        {latest?.redo && (
          <p className="draft-note">
            <span>刚撤销了：{latest.last?.subject}。</span>
            <Button size="small" disabled={busy} onClick={putBack}>
              重做
            </Button>
          </p>
        )}
        <UnitPage unit={unit} onUnit={setUnit} onNext={() => void found.run({ parentId: null, ...unit })} />
        <RefusalNote refusal={found.refusal} />
      </main>
    </div>
  )
}
