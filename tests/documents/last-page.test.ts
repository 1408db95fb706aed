import { expect, test } from 'vitest'
import { chooseFonts } from '../../main/documents/fonts.ts'
import { makePaper } from '../../main/documents/make-paper.ts'
import type { BinderPart } from '../../main/documents/plans.ts'
import type { SheetPlan } from '../../main/documents/workbook.ts'
import { type ReadPage, readPdf } from './read-pdf.ts'

/** 只用随软件带的字体，结果与机器无关。 */
const fonts = chooseFonts([])

/** 一张有合计、有附注的表；第 n 行写“第n行”，long 是每行的内容有几个字。 */
const sheet = (count: number, over: Partial<SheetPlan> = {}, long = 6): SheetPlan => {
  const column = (label: string, width: number, format: 'text' | 'number', total = false) =>
    ({ label, width, align: 'left', format, total }) as const
  return {
    name: '试排台账',
    title: '春晖商会党支部2026年度试排台账',
    heading: ['填报单位（盖章）：春晖商会党支部', '填报日期：2026年06月15日'],
    columns: [
      column('序号', 6, 'number'),
      column('名称', 20, 'text'),
      column('人数', 10, 'number', true),
      column('内容', 60, 'text'),
      column('件数', 10, 'number', true),
    ],
    rows: Array.from({ length: count }, (_, at) => [at + 1, `第${at + 1}行`, 1, '讨论发言内容'.repeat(long / 6), 1]),
    headerHeight: 26,
    rowHeights: Array.from({ length: count }, () => 22),
    closing: ['填表人：', '审核人：', '负责人：'],
    mark: '',
    orientation: 'landscape',
    secondPageAt: null,
    frozenColumns: 2,
    ...over,
  }
}

const pagesOf = async (sheets: SheetPlan[]) => readPdf((await makePaper({ kind: 'ledgerTable', sheets, demo: false }, fonts)).bytes)

/** 印出来的是第几行到第几行。 */
const rowsOn = ({ text }: ReadPage) => [...text.matchAll(/第(\d+)行/g)].map(([, number]) => Number(number))

const expectWhole = (pages: readonly ReadPage[], count: number) => {
  expect(pages.flatMap(rowsOn)).toEqual(Array.from({ length: count }, (_, at) => at + 1))
  for (const page of pages) expect(rowsOn(page).length).toBeGreaterThan(0)
  expect(pages.filter(({ text }) => text.includes('填表人')).map((page) => rowsOn(page).at(-1))).toEqual([count])
  expect(pages.filter(({ text }) => text.includes('合计')).map((page) => rowsOn(page).at(-1))).toEqual([count])
}

// 一页约放十八到二十三行：从一页放得下，到两页将满
test.each(Array.from({ length: 34 }, (_, at) => at + 14))('%i 行：合计与落款总跟着末一行，每页都有行，一行不少', async (count) => {
  expectWhole(await pagesOf([sheet(count)]), count)
})

test.each([1, 2, 3, 4, 5, 6, 7])('行高不一、另有附注的 %i 行也一样', async (count) => {
  const noted = { notes: ['说明：本表由支部委员会核对。'], rowLeast: 60 }
  for (const long of [6, 240, 600]) expectWhole(await pagesOf([sheet(count, noted, long)]), count)
})

test.each([18, 19, 20, 21, 22, 23, 40])('太宽的打成左右两张，%i 行的左边一张也不剩一行合计', async (count) => {
  const pages = await pagesOf([sheet(count, { secondPageAt: 3, closing: ['填表人：'] })])
  const each = Array.from({ length: count }, (_, at) => at + 1)
  expect(pages.flatMap(rowsOn)).toEqual([...each, ...each])
  for (const page of pages) expect(rowsOn(page).length).toBeGreaterThan(0)
  expect(pages.filter(({ text }) => text.includes('合计')).map((page) => rowsOn(page).at(-1))).toEqual([count, count])
})

test('装订在册子里的几本各自如此', async () => {
  const counts = [17, 19, 20, 21, 22, 23]
  const parts = counts.map(
    (count): BinderPart => ({
      ...{ chapter: '台账', title: `试排${count}`, extent: `${count} 行` },
      paper: { kind: 'ledgerTable', sheets: [sheet(count, { title: `试排台账${count}本` })], demo: false },
    }),
  )
  const cover = { unit: '春晖商会党支部', year: 2026, title: '台账册', holds: '', on: '2026年06月15日', grade: '' }
  const { bytes } = await makePaper({ kind: 'binder', cover, parts, mark: '', demo: false }, fonts)
  const pages = (await readPdf(bytes)).slice(2)
  for (const page of pages) expect(rowsOn(page).length).toBeGreaterThan(0)
  expect(pages.filter(({ text }) => text.includes('填表人')).map((page) => rowsOn(page).at(-1))).toEqual(counts)
})
