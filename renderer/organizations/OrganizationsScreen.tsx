import { Button } from 'antd'
import { useState } from 'react'
import { showDay } from '../../shared/ledger/columns.ts'
import { partsOf } from '../../shared/organizations/rules.ts'
import { kindWords } from '../../shared/organizations/words.ts'
import { app } from '../app.ts'
import { useAsk } from '../kit/ask.ts'
import { useIntent } from '../kit/intent.ts'
import { useKeys } from '../kit/keys.ts'
import { Screen } from '../kit/Screen.tsx'
import { headsIn } from '../shell/tree.ts'
import { useWhere } from '../shell/where.ts'
import { AmendOrganization, DissolveOrganization, FoundOrganization } from './OrganizationDialogs.tsx'
import { OrganizationTree } from './OrganizationTree.tsx'
import { PostsPanel } from './PostsPanel.tsx'
import './organizations.css'

/** 组织：党委、总支、支部、小组的树；一个组织的情况与任职。 */
export default function OrganizationsScreen() {
  const { organizations, organizationId } = useWhere()
  const [chosen, setChosen] = useState(organizationId)
  const [open, setOpen] = useState<'found' | 'amend' | 'dissolve'>()
  const current = organizations.find((one) => one.id === chosen) ?? organizations.find((one) => one.id === organizationId)
  const posts = useAsk(app.organizations.posts, { organizationId: chosen }, { keep: true }).data ?? []
  const close = () => setOpen(undefined)
  useIntent('organizations.found', () => setOpen('found'))
  useKeys({ n: () => setOpen('found'), e: () => setOpen('amend') })
  const notes = (useAsk(app.organizations.notes, { organizationId: chosen }).data ?? []).filter((note) => note.organizationId === chosen)
  if (!current) return null
  const canHold = partsOf(current.kind).length > 0 && !current.dissolvedOn
  return (
    <Screen
      title="组织"
      tools={
        <Button type="primary" onClick={() => setOpen('found')} aria-keyshortcuts="N">
          新建组织 N
        </Button>
      }
    >
      <div className="organizations">
        <OrganizationTree chosen={current.id} onChoose={setChosen} />
        <div className="organization-main">
          <section className="panel">
            <div className="panel-head">
              <h2>{current.name}</h2>
              <div className="organization-tools">
                {canHold && <Button onClick={() => setOpen('found')}>新建下级</Button>}
                {!current.dissolvedOn && (
                  <>
                    <Button onClick={() => setOpen('amend')} title="E">
                      修改
                    </Button>
                    <Button onClick={() => setOpen('dissolve')}>撤销…</Button>
                  </>
                )}
              </div>
            </div>
            <p className="hint">
              {kindWords[current.kind]} · {headsIn(organizations, current)} 名党员
              {current.foundedOn && ` · ${showDay(current.foundedOn)}成立`}
              {current.termUntil && ` · 本届到 ${showDay(current.termUntil)}`}
              {current.dissolvedOn && ` · ${showDay(current.dissolvedOn)}撤销`}
            </p>
            {notes.map((note) => (
              <p key={note.text} className="note-warning organization-note">
                {note.text}
                <small>{note.article}</small>
              </p>
            ))}
          </section>
          <PostsPanel organization={current} posts={posts} />
        </div>
      </div>
      {open === 'found' && <FoundOrganization parent={canHold ? current : undefined} onDone={setChosen} onClose={close} />}
      {open === 'amend' && <AmendOrganization key={current.id} organization={current} onClose={close} />}
      {open === 'dissolve' && <DissolveOrganization organization={current} onClose={close} />}
    </Screen>
  )
}
