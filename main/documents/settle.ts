import type { FontSet } from './fonts.ts'
import type { Ink } from './ink.ts'
import type { Layout } from './papers/minutes.ts'
import type { Definition } from './pdf.ts'
import type { Plan } from './plans.ts'

/** 自己成一份 PDF 的。 */
type OnePdf = Exclude<Plan, { kind: 'workbook' | 'bundle' | 'binder' | 'pack' }>

/** 做到几分之几；换了一份时说它的名字。 */
export type Report = (fraction: number, doing?: string) => void

const MOST_ROUNDS = 6

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
      return ledgerTable(plan.sheets, plan.demo, ink)
    }
  }
}

/** 会议记录要写“共×页”、小标题不留在页末，都要排过才知道：先按 3 页排，不对再排。 */
export async function settled(plan: OnePdf, fonts: FontSet, report: Report) {
  const [{ renderPdf }, { inkFrom }] = await Promise.all([import('./pdf.ts'), import('./ink.ts')])
  let layout: Layout = { pages: 3, breaks: new Set() }
  for (let round = 0; ; round += 1) {
    const ink = inkFrom(fonts)
    const { bytes, pages, stranded } = await renderPdf(await definitionOf(plan, ink, layout), ink.fonts, report)
    const done = plan.kind !== 'minutes' || (pages === layout.pages && stranded.length === 0)
    if (done || round === MOST_ROUNDS) return { bytes, pages, layout, notes: ink.notes() }
    layout = { pages, breaks: new Set([...layout.breaks, ...stranded.slice(0, 1)]) }
  }
}
