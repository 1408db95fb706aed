import { Component, type ReactNode, useEffect, useMemo, useState } from 'react'
import { Route, Switch, useLocation } from 'wouter'
import type { OpenLedger } from '../../shared/files/contract.ts'
import { Id } from '../../shared/kit/values.ts'
import { app } from '../app.ts'
import { Arrival } from '../kit/arriving.tsx'
import { useAsk, useTask } from '../kit/ask.ts'
import { localToday } from '../kit/days.ts'
import { Empty } from '../kit/Empty.tsx'
import { useKept } from '../kit/remembered.ts'
import { Waiting } from '../kit/Waiting.tsx'
import { rooms } from '../rooms.tsx'
import { ActorDialog } from './ActorDialog.tsx'
import { CHOSEN } from './ahead.ts'
import { BottomLine } from './BottomLine.tsx'
import { NoOrganization } from './NoOrganization.tsx'
import { Sidebar } from './Sidebar.tsx'
import { TopBar } from './TopBar.tsx'
import { standAt } from './tree.ts'
import { useRoom } from './use-room.ts'
import { type Where, WhereContext } from './where.ts'

const noPage = <Empty sentence="没有这一页。从左边选一处，或按 Ctrl+K 搜索。" />

/** 书桌：左边房间，上边在哪里，下边最后一件事，中间是这一页。 */
export function Frame({ ledger }: { ledger: OpenLedger }) {
  const tree = useAsk(app.organizations.tree, {})
  const close = useTask(app.files.close)
  const today = useToday()
  const [year, setYear] = useState(Number(today.slice(0, 4)))
  // 选定的组织随台账记住，下次打开还在那里。
  const [chosen, setOrganization] = useKept<number | null>(CHOSEN, null)
  const where = useMemo((): Where | null => {
    if (!tree.data) return null
    const organization = standAt(tree.data, chosen)
    if (!organization) return null
    return { organizationId: organization.id, organization, organizations: tree.data, year, setYear, setOrganization, today, ledger }
  }, [tree.data, chosen, setOrganization, year, today, ledger])
  const [path] = useLocation()
  const room = useRoom()
  useReadyPrinter(where !== null)
  if (tree.data && !where) return <NoOrganization />
  if (!where) return <Waiting error={tree.error} />
  return (
    <WhereContext value={where}>
      <div className="frame">
        <button type="button" className="skip" onClick={() => document.getElementById('main')?.focus()}>
          跳到正文
        </button>
        <TopBar />
        <Sidebar />
        <main className="frame-main" id="main" tabIndex={-1}>
          <Mishap key={room?.leafed ? room.key : path}>
            <Switch>
              {rooms.map(({ path, key, page }) => (
                <Route key={key} path={path}>
                  {({ id = '1' }: { id?: string }) => (Id.safeParse(Number(id)).success ? <Arrival page={page} /> : noPage)}
                </Route>
              ))}
              <Route>{noPage}</Route>
            </Switch>
          </Mishap>
        </main>
        <BottomLine />
      </div>
      {!ledger.actor && <ActorDialog required onClose={() => void close.run({})} />}
    </WhereContext>
  )
}

const SETTLED_MS = 2_500

/** 首页画好、人还在看的时候，先把做表的那边备好，第一张签到表就不用等；不和首页抢。 */
function useReadyPrinter(shown: boolean) {
  useEffect(() => {
    if (!shown) return
    const timer = setTimeout(() => void app.documents.prewarm({}).catch(() => undefined), SETTLED_MS)
    return () => clearTimeout(timer)
  }, [shown])
}

/** 今天；开着过夜也会换日子。 */
function useToday() {
  const [today, setToday] = useState(localToday)
  useEffect(() => {
    const timer = setInterval(() => setToday(localToday()), 30_000)
    return () => clearInterval(timer)
  }, [])
  return today
}

/** 一页画不出来时，别的页照常用。 */
class Mishap extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false }
  static getDerivedStateFromError() {
    return { failed: true }
  }
  override render() {
    if (!this.state.failed) return this.props.children
    return <Empty sentence="这一页没有画出来，已有的记录没有改动。请到别的页再回来；还不行就重新启动软件。" />
  }
}
