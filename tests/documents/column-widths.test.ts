import { expect, test } from 'vitest'
import { chooseFonts } from '../../main/documents/fonts.ts'
import { gradedColumns } from '../../main/documents/grades.ts'
import { ledgerSheet } from '../../main/documents/ledger-sheet.ts'
import { makePaper } from '../../main/documents/make-paper.ts'
import { fitColumns, foldedDay } from '../../main/documents/papers/column-widths.ts'
import { emsOf } from '../../main/documents/text-width.ts'
import { dictionary } from '../../main/rules/packs.ts'
import type { Ledger } from '../../shared/ledger/define.ts'
import { ledgerNamed } from '../../shared/ledgers.ts'
import { openApp } from '../support/open-app.ts'
import { readPdf } from './read-pdf.ts'
import { rowsFor } from './sample-rows.ts'

const rosterSheet = (count: number) => {
  const ledger = ledgerNamed('roster') as Ledger
  const heading = { unit: '春晖商会党支部', year: 2026, on: '2026年06月15日', mark: '' }
  const encode = (name: string, word: string) => dictionary(name).codes.get(word) ?? word
  return ledgerSheet(ledger, gradedColumns(ledger, 'reported'), rowsFor(ledger.source, count), heading, encode)
}

const column = (label: string, width: number) => ({ label, width, align: 'left' as const, format: 'text' as const, total: false })
const NAMES = ['姓名', '身份证号', '出生日期', '住址']
const rows = Array.from({ length: 5 }, () => [
  '赵小满',
  '99900119800101007X',
  '1980年01月02日',
  '某某省某某市某某区幸福路8号幸福小区2幢301室',
])

test('放得下的照给的宽，字不大于五号', () => {
  const { size, widths } = fitColumns([column('姓名', 10), column('住址', 30)], [['赵小满', '幸福路']], 700)
  expect(size).toBe(10.5)
  expect(widths.map(Math.round)).toEqual([175, 525])
})

test('同一组的数一样宽：还没有数的月份也写得下合计', () => {
  const month = (label: string) => ({ ...column(label, 12), format: 'money' as const, total: true, group: '实交' })
  const columns = [column('姓名', 12), month('1月'), month('12月'), column('备注', 60)]
  const { widths } = fitColumns(columns, [['赵小满', '12,345.60', '', '某某省某某市某某区幸福路8号幸福小区']], 150)
  expect(widths[2]).toBeCloseTo(widths[1] ?? 0)
  expect(widths[2]).toBeGreaterThan(emsOf('12,345.60') * 6)
})

test('放不下的先折住址和年月日，字不小于六号；证件号不折', () => {
  const columns = NAMES.map((label, at) => column(label, [10, 22, 18, 60][at] ?? 0))
  const { size, widths } = fitColumns(columns, rows, 260)
  expect(size).toBe(7.5)
  expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(260)
  const ems = widths.map((width) => width / size)
  expect(ems[1]).toBeGreaterThan(emsOf('99900119800101007X') * 0.94)
  expect(foldedDay('1980年01月02日', ems[2] ?? 0)).toBe('1980年\n01月02日')
  expect(ems[3]).toBeGreaterThan(5)
  expect(foldedDay('1980年01月02日', 20)).toBe('1980年01月02日')
})

test('实在放不下才缩字，各列仍放得下最窄的一格', () => {
  const { size, widths } = fitColumns(
    NAMES.map((label) => column(label, 40)),
    rows,
    120,
  )
  expect(size).toBeLessThan(7.5)
  expect(widths[1]).toBeGreaterThan(emsOf('99900119800101007X') * 0.94 * size)
})

test('二十列的花名册印成 PDF：字不小于六号，学历写文字，不写代码', async () => {
  const sheet = rosterSheet(30)
  const { bytes } = await makePaper({ kind: 'ledgerTable', sheets: [sheet], demo: false }, chooseFonts([]))
  const pages = await readPdf(bytes)
  const text = pages.map((page) => page.text).join('')
  expect(text.replace(/\s/g, '').match(/大学本科/g)).toHaveLength(15)
  expect(pages.flatMap(({ sizes }) => sizes).every((size) => size >= 7.4)).toBe(true)
  expect(text).not.toContain('学历代码')
})

test('表下注明的代码不会当成一个人导回来', async () => {
  const [from, to] = [await openApp(), await openApp()]
  for (const name of ['赵小满', '钱大有']) await from.make.member({ name, education: '大学本科' })
  const scope = { organizationId: await from.make.root(), year: 2026 }
  const wanted = { kind: 'ledger' as const, ledger: 'roster', scope, format: 'xlsx' as const }
  const made = await from.app.documents.make({ wanted, grade: 'reported', purpose: '转接' })
  const file = to.core.bytes.hold({ name: made.name, bytes: from.core.bytes.collect(made.ticket)?.file.bytes ?? new Uint8Array() })
  const target = { ledger: 'members', organizationId: await to.make.root() }
  const { reading, sheets } = await to.app.imports.read({ file, target })
  const parts = [{ sheet: sheets[0]?.name ?? '', adjustments: {} }]
  const { counts, rejected } = await to.app.imports.apply({ reading, target, parts })
  expect(rejected).toEqual([])
  expect(counts).toMatchObject({ accepted: 2, added: 2, rejected: 0 })
  expect((await to.app.members.list({ organizationId: await to.make.root() })).map(({ name }) => name).sort()).toEqual(['赵小满', '钱大有'])
})
