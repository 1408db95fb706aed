import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'wouter'
import { app } from '../app.ts'
import { FieldsPanel } from '../fields/FieldsPanel.tsx'
import { useAsk, useTask } from '../kit/ask.ts'
import { RefusalNote } from '../kit/RefusalNote.tsx'
import { Screen } from '../kit/Screen.tsx'
import { Progress } from '../kit/Waiting.tsx'
import { ActorDialog } from '../shell/ActorDialog.tsx'
import { useWhere } from '../shell/where.ts'
import { AboutPanel } from './AboutPanel.tsx'
import { KindsPanel } from './KindsPanel.tsx'
import './settings.css'

/** 设置：谁在操作、台账在哪里、会议类型、检查、关于。 */
export default function SettingsScreen() {
  return (
    <Screen title="设置">
      <div className="settings">
        <div className="settings-side">
          <ActorPanel />
          <PlacePanel />
          <CheckPanel />
          <AboutPanel />
        </div>
        <div className="settings-side">
          <FieldsPanel />
          <KindsPanel />
        </div>
      </div>
    </Screen>
  )
}

function ActorPanel() {
  const { actor } = useWhere().ledger
  const [open, setOpen] = useState(false)
  return (
    <section className="panel">
      <div className="panel-head">
        <h2>操作人</h2>
        <Button onClick={() => setOpen(true)}>切换</Button>
      </div>
      <p>{actor ? `${actor.name}　${actor.post}` : '还没有填'}</p>
      <p className="hint">
        记在每一条操作后面。改错的、误删的，到<Link href="/history">操作记录</Link>里撤销。
      </p>
      {open && <ActorDialog onClose={() => setOpen(false)} />}
    </section>
  )
}

function PlacePanel() {
  const { ledger } = useWhere()
  const shelf = useAsk(app.files.shelf, {}).data
  return (
    <section className="panel">
      <h2>台账在哪里</h2>
      <dl className="settings-list">
        <dt>这本台账</dt>
        <dd>
          <code>{ledger.path}</code>
        </dd>
        {shelf && (
          <>
            <dt>台账文件夹</dt>
            <dd>
              <code>{shelf.folder}</code>
            </dd>
          </>
        )}
      </dl>
      <p className="hint">一本台账就是这一个文件。拷到 U 盘，就是一份完整的备份；请把 U 盘和电脑分开放。</p>
    </section>
  )
}

function CheckPanel() {
  const check = useTask(app.files.check, { quiet: true, unchanging: true })
  const [result, setResult] = useState<{ ok: boolean; findings: string[]; notes: string[] }>()
  const run = async () => setResult(await check.run({}))
  return (
    <section className="panel">
      <div className="panel-head">
        <h2>完整性检查</h2>
        <Button onClick={() => void run()} loading={check.busy}>
          现在检查
        </Button>
      </div>
      <Progress state={check.progress} onCancel={() => void check.cancel()} />
      <RefusalNote refusal={check.refusal} />
      <div role="status">
        {result?.ok && <p className="check-ok">✓ 没有发现问题，记录完整。</p>}
        {result && !result.ok && (
          <>
            <p className="note-problem">
              发现下面的问题。请改用最近一份没有问题的备份；现在的文件先另拷一份留着，括号里的话念给技术支持听。
            </p>
            <ul className="check-findings">
              {result.findings.map((finding) => (
                <li key={finding}>{finding}</li>
              ))}
            </ul>
          </>
        )}
        {result?.notes.map((note) => (
          <p key={note} className="hint">
            {note}
          </p>
        ))}
      </div>
      {!result && <p className="hint">逐页核对台账文件，几秒钟；从 U 盘拷回来之后做一次。</p>}
    </section>
  )
}
