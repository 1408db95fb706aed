import type { Settled } from './bind.ts'
import type { FontSet } from './fonts.ts'
import type { Ink } from './ink.ts'
import type { BoundPart } from './papers/binder.ts'
import type { Layout } from './papers/minutes.ts'
import type { BinderPart, Plan } from './plans.ts'
import { definitionOf, type Report, settle, settled, tidied } from './settle.ts'

/** 热身时试排的签到表，有一百多个名字；排过两遍，真来的时候各处都已经跑熟了。 */
const TRIAL = {
  kind: 'signInSheet',
  title: '签到表',
  topic: '',
  time: '',
  place: '',
  host: '',
  expected: 0,
  people: Array.from({ length: 160 }, () => ({ name: '试排', unit: '试排', phone: '', place: '', group: '', note: '' })),
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

const FREE: Layout = { pages: 1, breaks: new Set() }

/** 合成一份：每份先单独排定，再照排定的样子接起来。 */
async function bound({ title, papers }: Extract<Plan, { kind: 'bundle' }>, fonts: FontSet, report: Report) {
  const [{ renderPdf }, { inkFrom }, { bind }] = await Promise.all([import('./pdf.ts'), import('./ink.ts'), import('./bind.ts')])
  const ink = inkFrom(fonts)
  const parts: Settled[] = []
  for (const [at, paper] of papers.entries()) {
    report(at / (papers.length + 1))
    const { pages, layout } = await settled(paper, fonts, { draws: false })
    parts.push({ definition: await definitionOf(paper, ink, layout), pages })
  }
  const { bytes = new Uint8Array() } = await renderPdf(bind(title, parts), ink.fonts)
  return { bytes, notes: ink.notes() }
}

/** 年度台账册：会议记录先单独排定，再与各本台账装订；各表末尾在册子里排过才知道，不对再排。 */
async function booked({ parts, ...plan }: Extract<Plan, { kind: 'binder' }>, fonts: FontSet, report: Report) {
  const { binder } = await import('./papers/binder.ts')
  const own = new Map<BinderPart, Layout>()
  for (const [at, part] of parts.entries()) {
    report(at / (parts.length * 2), `第 ${at + 1}/${parts.length} 份 ${part.title}`)
    if (part.paper.kind === 'minutes') own.set(part, (await settled(part.paper, fonts, { draws: false })).layout)
  }
  report(0.5, '正在装订成册')
  const write = async (layout: Layout, ink: Ink) => {
    const bound: BoundPart[] = []
    for (const part of parts) bound.push({ ...part, definition: await definitionOf(part.paper, ink, own.get(part) ?? layout) })
    return binder({ ...plan, parts: bound }, ink)
  }
  return settle(fonts, write, tidied, {
    report: (fraction, doing) => report((1 + fraction) / 2, doing && `正在装订成册，${doing}`),
  })
}

/** 一包：每份做好就装进去。 */
async function packed({ files }: Extract<Plan, { kind: 'pack' }>, fonts: FontSet, report: Report) {
  const { zipped } = await import('./zip.ts')
  const made = []
  const notes = new Set<string>()
  for (const [at, { path, title, plan }] of files.entries()) {
    const said = `第 ${at + 1}/${files.length} 份 ${title}`
    report(at / files.length, said)
    const paper = await makePaper(plan, fonts, (_, doing) => doing && report(at / files.length, `${said}，${doing}`))
    for (const note of paper.notes) notes.add(note)
    made.push({ path, bytes: paper.bytes })
  }
  return { bytes: zipped(made), notes: [...notes] }
}

/**
 * 做一份文书，给出字节与提示。没有 plan 时只热身：读字体、试排两遍。
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
    const trial = async () => renderPdf(await definitionOf(TRIAL, ink, FREE), ink.fonts)
    await trial()
    const { bytes = new Uint8Array() } = await trial()
    return { bytes, notes: [] }
  }
  switch (plan.kind) {
    case 'bundle':
      return bound(plan, fonts, report)
    case 'binder':
      return booked(plan, fonts, report)
    case 'pack':
      return packed(plan, fonts, report)
    default:
      return settled(plan, fonts, { report })
  }
}
