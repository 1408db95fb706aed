import type { FontSet } from './fonts.ts'
import type { Ink } from './ink.ts'
import type { Layout } from './papers/minutes.ts'
import type { Definition } from './pdf.ts'
import type { Plan } from './plans.ts'

const MOST_ROUNDS = 6

/** 热身时试排的一页表：有几十个名字，真来的时候就不是头一回。 */
const TRIAL = {
  kind: 'signInSheet',
  title: '签到表',
  topic: '',
  time: '',
  place: '',
  host: '',
  expected: 0,
  people: Array.from({ length: 36 }, () => ({ name: '试排', unit: '试排', note: '' })),
  columns: 2,
  spareRows: 4,
  demo: false,
} as const satisfies Plan

/** 库到用时才读入：做工作簿不等 PDF。 */
async function definitionOf(plan: Exclude<Plan, { kind: 'workbook' }>, ink: Ink, layout: Layout): Promise<Definition> {
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
    case 'ledgerTable': {
      const { ledgerTable } = await import('./papers/ledger-table.ts')
      return ledgerTable(plan.sheets, plan.demo, ink)
    }
  }
}

/**
 * 做一份文书，给出字节与提示。没有 plan 时只热身：读字体、试排一页。
 * @example (await makePaper(plan, chooseFonts([]))).notes // ['正文以思源宋体代替仿宋', …]
 */
export async function makePaper(
  plan: Plan | undefined,
  fonts: FontSet,
  report: (fraction: number) => void = () => {},
): Promise<{ bytes: Uint8Array; notes: string[] }> {
  if (plan?.kind === 'workbook') {
    const { writeWorkbook } = await import('./workbook.ts')
    return { bytes: await writeWorkbook(plan.sheets), notes: [] }
  }
  const { renderPdf } = await import('./pdf.ts')
  const { inkFrom } = await import('./ink.ts')
  if (!plan) {
    await Promise.all([import('./papers/minutes.ts'), import('./papers/member-card.ts'), import('./papers/ledger-table.ts')])
    const ink = inkFrom(fonts)
    const { bytes } = await renderPdf(await definitionOf(TRIAL, ink, { pages: 1, breaks: new Set() }), ink.fonts)
    return { bytes, notes: [] }
  }
  // 会议记录要写“共×页”、小标题不留在页末，都要排过才知道：先按 3 页排，不对再排
  let layout: Layout = { pages: 3, breaks: new Set() }
  for (let round = 0; ; round += 1) {
    const ink = inkFrom(fonts)
    const { bytes, pages, stranded } = await renderPdf(await definitionOf(plan, ink, layout), ink.fonts, report)
    const settled = plan.kind !== 'minutes' || (pages === layout.pages && stranded.length === 0)
    if (settled || round === MOST_ROUNDS) return { bytes, notes: ink.notes() }
    layout = { pages, breaks: new Set([...layout.breaks, ...stranded.slice(0, 1)]) }
  }
}
