import type { FontSet } from './fonts.ts'
import type { Ink } from './ink.ts'
import type { Definition, Laid, Tail } from './layout.ts'
import type { Layout } from './papers/minutes.ts'
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
export const tidied: Next = (laid, { pages, breaks }, { tails = [] }) => {
  const drawn = drawnIn(tails, laid, breaks)
  return drawn && { pages, breaks: drawn }
}

interface Ways {
  report?: Report
  /** 为假的只排不画，页数与排法留着装订用。 */
  draws?: boolean
}

/** 有的要排过才知道：先按 3 页排，不对再排，排定了才画。每次都从头写版面，排过的会被库改动。 */
export async function settle(
  fonts: FontSet,
  write: (layout: Layout, ink: Ink) => Promise<Definition>,
  next: Next,
  { report = () => {}, draws = true }: Ways = {},
) {
  const [{ renderPdf }, { inkFrom }] = await Promise.all([import('./pdf.ts'), import('./ink.ts')])
  let layout: Layout = { pages: 3, breaks: new Set() }
  for (let round = 0; ; round += 1) {
    const ink = inkFrom(fonts)
    const definition = await write(layout, ink)
    let better: Layout | undefined
    const { bytes, pages } = await renderPdf(definition, ink.fonts, {
      report: (fraction) => report(fraction),
      laying: (pages) => pages % PAGES_A_WORD === 0 && report(0, `已排 ${pages} 页`),
      draws(laid) {
        better = round === MOST_ROUNDS ? undefined : next(laid, layout, definition)
        return draws && better === undefined
      },
    })
    if (better === undefined) return { bytes: bytes ?? new Uint8Array(), pages, layout, notes: ink.notes() }
    layout = better
  }
}

export const settled = (plan: OnePdf, fonts: FontSet, ways: Ways = {}) =>
  settle(fonts, (layout, ink) => definitionOf(plan, ink, layout), plan.kind === 'minutes' ? counted : tidied, ways)
