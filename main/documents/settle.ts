import type { FontSet } from './fonts.ts'
import type { Ink } from './ink.ts'
import type { Definition, Laid, Tail } from './layout.ts'
import type { Layout } from './papers/minutes.ts'
import type { Press } from './pdf.ts'
import type { Plan } from './plans.ts'

/** 自己成一份 PDF 的。 */
type OnePdf = Exclude<Plan, { kind: 'workbook' | 'bundle' | 'binder' | 'pack' }>

/** 做到几分之几；换了一份时说它的名字。 */
export type Report = (fraction: number, doing?: string) => void

const MOST_ROUNDS = 6
/** 排版时每多少页说一次。 */
const PAGES_A_WORD = 20

/** 库到用时才读入：做工作簿不等 PDF。 */
export async function definitionOf(plan: OnePdf, ink: Ink, layout: Layout): Promise<Definition> {
  switch (plan.kind) {
    case 'signInSheet': {
      const { signInSheet } = await import('./papers/sign-in-sheet.ts')
      return signInSheet(plan, ink)
    }
    case 'minutes': {
      const { minutes } = await import('./papers/minutes.ts')
      return minutes(plan, ink, layout)
    }
    case 'memberCards': {
      const { memberCards } = await import('./papers/member-card.ts')
      return memberCards(plan, ink)
    }
    case 'duesReceipts': {
      const { duesReceipts } = await import('./papers/dues-receipts.ts')
      return duesReceipts(plan, ink)
    }
    case 'duesStatement': {
      const { duesStatement } = await import('./papers/dues-statement.ts')
      return duesStatement(plan, ink)
    }
    case 'activity': {
      const { activityRecord } = await import('./papers/activity-record.ts')
      return activityRecord(plan, ink)
    }
    case 'ballots': {
      const { ballots } = await import('./papers/ballots.ts')
      return ballots(plan, ink)
    }
    case 'voucher': {
      const { voucherPaper } = await import('./papers/voucher.ts')
      return voucherPaper(plan, ink)
    }
    case 'quarterNote': {
      const { quarterNote } = await import('./papers/quarter-note.ts')
      return quarterNote(plan, ink)
    }
    case 'resolution': {
      const { resolution } = await import('./papers/resolution.ts')
      return resolution(plan, ink)
    }
    case 'ledgerTable': {
      const { ledgerTable } = await import('./papers/ledger-table.ts')
      return ledgerTable(plan.sheets, plan.demo, ink, layout.breaks)
    }
  }
}

/** 表末的合计、落款与末一行不在一页的，末几行跟过去；已经试过的少带一行再试。返回各表从哪一行另起一页。 */
function drawnIn(tails: readonly Tail[], { pageOf }: Laid, breaks: ReadonlySet<string>): Set<string> | undefined {
  const next = new Set(breaks)
  let changed = false
  for (const { rows, end } of tails) {
    const [last = ''] = rows
    if (pageOf.get(last) === pageOf.get(end)) continue
    const tried = rows.findIndex((row) => breaks.has(row))
    const movable = rows.slice(0, tried === -1 ? rows.length : tried).filter((row) => pageOf.get(row) === pageOf.get(last))
    const from = movable.at(-1)
    if (from === undefined) continue
    for (const row of rows) next.delete(row)
    next.add(from)
    changed = true
  }
  return changed ? next : undefined
}

/** 照这样排还不行时，下一次怎样排；排定了为空。 */
type Next = (laid: Laid, layout: Layout, definition: Definition) => Layout | undefined

/** 会议记录要写“共×页”，小标题不留在页末。 */
const counted: Next = (laid, { pages, breaks }) =>
  laid.pages === pages && laid.stranded.length === 0
    ? undefined
    : { pages: laid.pages, breaks: new Set([...breaks, ...laid.stranded.slice(0, 1)]) }

/** 表末不留孤零零的合计与落款。 */
const tidied: Next = (laid, { pages, breaks }, { tails = [] }) => {
  const drawn = drawnIn(tails, laid, breaks)
  return drawn && { pages, breaks: drawn }
}

/** 一份怎样写成版面；每次都从头写，排过的会被库改动。 */
type Write = (layout: Layout, ink: Ink) => Promise<Definition>

/**
 * 有的要排过才知道：先按 3 页排，不对再排，排定了才画到 press 里。
 * @returns 画了几页，和要告诉人的话
 */
export async function settle(press: Press, fonts: FontSet, write: Write, next: Next, report: Report = () => {}) {
  const { inkFrom } = await import('./ink.ts')
  let layout: Layout = { pages: 3, breaks: new Set() }
  for (let round = 0; ; round += 1) {
    const ink = inkFrom(fonts)
    const definition = await write(layout, ink)
    const laid = press.lay(definition, ink.fonts, (pages) => pages % PAGES_A_WORD === 0 && report(0, `已排 ${pages} 页`))
    const better = round === MOST_ROUNDS ? undefined : next(laid, layout, definition)
    if (better === undefined) {
      laid.draw((fraction) => report(fraction))
      return { title: definition.title, pages: laid.pages, notes: ink.notes() }
    }
    layout = better
  }
}

/** 一份文书排定了画到 press 里；dressed 给版面添上装订要的（页码、书签）。 */
export const settled = (
  plan: OnePdf,
  press: Press,
  fonts: FontSet,
  { report, dressed = (definition) => definition }: { report?: Report; dressed?: (definition: Definition, ink: Ink) => Definition } = {},
) =>
  settle(
    press,
    fonts,
    async (layout, ink) => dressed(await definitionOf(plan, ink, layout), ink),
    plan.kind === 'minutes' ? counted : tidied,
    report,
  )
