import type { Settled } from './bind.ts'
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
  people: Array.from({ length: 36 }, () => ({ name: '试排', unit: '试排', phone: '', place: '', group: '', note: '' })),
  apart: [],
  about: 'unit',
  byGroup: false,
  online: false,
  makeup: false,
  mostRows: 20,
  columns: 2,
  spareRows: 4,
  demo: false,
  voided: false,
} as const satisfies Plan

/** 库到用时才读入：做工作簿不等 PDF。 */
async function definitionOf(plan: Exclude<Plan, { kind: 'workbook' | 'bundle' }>, ink: Ink, layout: Layout): Promise<Definition> {
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
    case 'voucher': {
      const { voucherPaper } = await import('./papers/voucher.ts')
      return voucherPaper(plan, ink)
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

type Report = (fraction: number) => void

/** 会议记录要写“共×页”、小标题不留在页末，都要排过才知道：先按 3 页排，不对再排。 */
async function settled(plan: Exclude<Plan, { kind: 'workbook' | 'bundle' }>, fonts: FontSet, report: Report) {
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

/** 合成一份：每份先单独排定，再照排定的样子接起来。 */
async function bound({ title, papers }: Extract<Plan, { kind: 'bundle' }>, fonts: FontSet, report: Report) {
  const [{ renderPdf }, { inkFrom }, { bind }] = await Promise.all([import('./pdf.ts'), import('./ink.ts'), import('./bind.ts')])
  const ink = inkFrom(fonts)
  const parts: Settled[] = []
  for (const [at, paper] of papers.entries()) {
    report(at / (papers.length + 1))
    const { pages, layout } = await settled(paper, fonts, () => {})
    parts.push({ definition: await definitionOf(paper, ink, layout), pages })
  }
  const { bytes } = await renderPdf(bind(title, parts), ink.fonts)
  return { bytes, notes: ink.notes() }
}

/**
 * 做一份文书，给出字节与提示。没有 plan 时只热身：读字体、试排一页。
 * @example (await makePaper(plan, chooseFonts([]))).notes // ['正文以思源宋体代替仿宋', …]
 */
export async function makePaper(
  plan: Plan | undefined,
  fonts: FontSet,
  report: Report = () => {},
): Promise<{ bytes: Uint8Array; notes: string[] }> {
  if (plan?.kind === 'workbook') {
    const { writeWorkbook } = await import('./workbook.ts')
    return { bytes: await writeWorkbook(plan.sheets), notes: [] }
  }
  if (!plan) {
    const [{ renderPdf }, { inkFrom }] = await Promise.all([import('./pdf.ts'), import('./ink.ts')])
    await Promise.all([import('./papers/minutes.ts'), import('./papers/member-card.ts'), import('./papers/ledger-table.ts')])
    const ink = inkFrom(fonts)
    const { bytes } = await renderPdf(await definitionOf(TRIAL, ink, { pages: 1, breaks: new Set() }), ink.fonts)
    return { bytes, notes: [] }
  }
  return plan.kind === 'bundle' ? bound(plan, fonts, report) : settled(plan, fonts, report)
}
