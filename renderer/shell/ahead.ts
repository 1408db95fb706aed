import type { QueryClient } from '@tanstack/react-query'
import { app } from '../app.ts'
import { askAhead } from '../kit/ask.ts'
import { localToday } from '../kit/days.ts'
import { recall } from '../kit/remembered.ts'
import { standAt } from './tree.ts'

/** 顶上选定的组织，随台账记在这个名字下。 */
export const CHOSEN = 'view/organization'

/**
 * 界面还没有画，先把进门要的一起去问：开着哪本台账、组织树、上次站在哪里。
 * 多半是打开就到首页：站在哪里一知道，它头几样也问起来，画到那里时答案已在手边。
 */
export async function askDeskAhead(desk: QueryClient): Promise<void> {
  const home = location.hash.length <= 2
  void askAhead(desk, app.files.current, {})
  const [tree, chosen] = await Promise.all([askAhead(desk, app.organizations.tree, {}), recall(CHOSEN), recall('view/firstSteps')])
  const organization = tree && standAt(tree, chosen as number | null)
  if (!home || !organization) return
  const organizationId = organization.id
  const year = Number(localToday().slice(0, 4))
  void askAhead(desk, app.members.overview, { organizationId })
  void askAhead(desk, app.meetings.unarchived, { organizationId, year })
  void askAhead(desk, app.meetings.gapsByBranch, { organizationId, year })
}
