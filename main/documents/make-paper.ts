import type { FontSet } from './fonts.ts'
import type { Ink } from './ink.ts'
import type { Definition, Printed } from './pdf.ts'
import type { Plan } from './plans.ts'

/** 库到用时才读入：做工作簿不等 PDF，醒来时先把 PDF 读好。 */
const printing = async () => {
  const [pdf, ink] = await Promise.all([import('./pdf.ts'), import('./ink.ts')])
  return { ...pdf, ...ink }
}
const papers = async () => {
  const [sheet, minutes, card, table] = await Promise.all([
    import('./papers/sign-in-sheet.ts'),
    import('./papers/minutes.ts'),
    import('./papers/member-card.ts'),
    import('./papers/ledger-table.ts'),
  ])
  return { ...sheet, ...minutes, ...card, ...table }
}

const layoutOf = async (plan: Exclude<Plan, { kind: 'workbook' }>, ink: Ink, pages: number): Promise<Definition> => {
  const { signInSheet, minutes, memberCards, ledgerTable } = await papers()
  switch (plan.kind) {
    case 'signInSheet':
      return signInSheet(plan, ink)
    case 'minutes':
      return minutes(plan, ink, pages)
    case 'memberCards':
      return memberCards(plan, ink)
    case 'ledgerTable':
      return ledgerTable(plan.sheet, plan.demo, ink)
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
  const { renderPdf, inkFrom, pageNumber } = await printing()
  if (!plan) {
    const [ink] = [inkFrom(fonts), await papers()]
    const content = (['title', 'body', 'heading'] as const).map((role) => ink.text('支部台账', { role }))
    return {
      bytes: (await renderPdf({ title: '', margins: [40, 40, 40, 40], content, footer: pageNumber(ink, 0) }, ink.fonts)).bytes,
      notes: [],
    }
  }
  // 有的文书要写“共×页”：先按 2 页排，页数不对再排一次
  let assumed = 2
  for (let round = 0; ; round += 1) {
    const ink = inkFrom(fonts)
    const printed: Printed = await renderPdf(await layoutOf(plan, ink, assumed), ink.fonts, report)
    if (plan.kind !== 'minutes' || printed.pages === assumed || round === 2) return { bytes: printed.bytes, notes: ink.notes() }
    assumed = printed.pages
  }
}
