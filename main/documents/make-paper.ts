import type { FontSet } from './fonts.ts'
import type { Layout } from './papers/minutes.ts'
import type { Plan } from './plans.ts'
import { definitionOf, type Report, settled } from './settle.ts'

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

/** 合成一份：各自另起一页，页码各自从 1 起。 */
async function bound({ title, papers }: Extract<Plan, { kind: 'bundle' }>, fonts: FontSet, report: Report) {
  const press = (await import('./pdf.ts')).openPress()
  const notes = new Set<string>()
  for (const [at, paper] of papers.entries()) {
    report(at / papers.length)
    for (const note of (await settled(paper, press, fonts)).notes) notes.add(note)
  }
  return { bytes: await press.finish(title), notes: [...notes] }
}

/** 年度台账册：各份排定了依次画上，页码连着编；封面与目录最后画，放到最前面。 */
async function booked({ parts, ...plan }: Extract<Plan, { kind: 'binder' }>, fonts: FontSet, report: Report) {
  const [{ openPress }, { inkFrom }, { asPart, frontOf }] = await Promise.all([
    import('./pdf.ts'),
    import('./ink.ts'),
    import('./papers/binder.ts'),
  ])
  const press = openPress()
  const ink = inkFrom(fonts)
  const notes = new Set<string>()
  /** 目录有几页，与写在里面的页码无关。 */
  const front = (starts: readonly number[]) =>
    frontOf({ ...plan, parts: parts.map((part, at) => ({ ...part, page: starts[at] ?? 0 })) }, ink).map((definition) =>
      press.lay(definition, ink.fonts),
    )
  const frontPages = front([]).reduce((sum, { pages }) => sum + pages, 0)
  const starts: number[] = []
  let before = frontPages
  for (const [at, { title, paper }] of parts.entries()) {
    const said = `第 ${at + 1}/${parts.length} 份 ${title}`
    const drawn = await settled(paper, press, fonts, {
      dressed: (definition, ink) => asPart(definition, ink, { at, title, before, mark: plan.mark }),
      report: (fraction, doing) => report((at + fraction) / parts.length, doing ? `${said}，${doing}` : said),
    })
    for (const note of drawn.notes) notes.add(note)
    starts.push(before + 1)
    before += drawn.pages
  }
  for (const sheets of front(starts)) sheets.draw()
  press.moveToFront(frontPages)
  return {
    bytes: await press.finish(`${plan.cover.unit}${plan.cover.year}年度${plan.cover.title}`),
    notes: [...new Set([...ink.notes(), ...notes])],
  }
}

/** 自己成一份的。 */
async function single(plan: Parameters<typeof settled>[0], fonts: FontSet, report: Report) {
  const press = (await import('./pdf.ts')).openPress()
  const { title, notes } = await settled(plan, press, fonts, { report })
  return { bytes: await press.finish(title), notes }
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
    const [{ openPress }, { inkFrom }] = await Promise.all([import('./pdf.ts'), import('./ink.ts')])
    await Promise.all([import('./papers/minutes.ts'), import('./papers/member-card.ts'), import('./papers/ledger-table.ts')])
    const ink = inkFrom(fonts)
    const trial = async () => {
      const press = openPress()
      press.lay(await definitionOf(TRIAL, ink, FREE), ink.fonts).draw()
      return press.finish(TRIAL.title)
    }
    await trial()
    return { bytes: await trial(), notes: [] }
  }
  switch (plan.kind) {
    case 'bundle':
      return bound(plan, fonts, report)
    case 'binder':
      return booked(plan, fonts, report)
    case 'pack':
      return packed(plan, fonts, report)
    default:
      return single(plan, fonts, report)
  }
}
