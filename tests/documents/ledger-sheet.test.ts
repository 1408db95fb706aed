import ExcelJS from 'exceljs'
import { describe, expect, test } from 'vitest'
import { gradedColumns } from '../../main/documents/grades.ts'
import { ledgerSheet } from '../../main/documents/ledger-sheet.ts'
import { pagesTall } from '../../main/documents/page-fit.ts'
import { firstRowOf, writeWorkbook } from '../../main/documents/workbook.ts'
import { sheetName, shownCell, totalOf } from '../../main/documents/workbook-text.ts'
import { dictionary } from '../../main/rules/packs.ts'
import type { Grade } from '../../shared/documents/contract.ts'
import { columnsOf, type Ledger } from '../../shared/ledger/define.ts'
import { ledgerNamed, ledgers } from '../../shared/ledgers.ts'
import { rowsFor } from './sample-rows.ts'

const encode = (name: string, word: string) => dictionary(name).codes.get(word) ?? word
const ledgerOf = (id: string) => ledgerNamed(id) as Ledger

const heading = { unit: '春晖商会党支部', year: 2026, on: '2026年06月15日', mark: '' }

async function written(ledger: Ledger, rows: Record<string, unknown>[], grade: Grade = 'reported') {
  const plan = ledgerSheet(ledger, gradedColumns(ledger, grade), rows, heading, encode)
  const bytes = await writeWorkbook([plan])
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(bytes.buffer as ArrayBuffer)
  const sheet = workbook.worksheets[0] as ExcelJS.Worksheet
  return { plan, sheet }
}

describe.each(ledgers.map((ledger) => [ledger.title, ledger] as const))('%s', (_, ledger) => {
  test('上报级导出再读回来，与原来的行一模一样', async () => {
    const rows = rowsFor(ledger.source, 23)
    const { sheet } = await written(ledger, rows)
    const first = firstRowOf(ledgerSheet(ledger, gradedColumns(ledger, 'reported'), [], heading, encode).columns)
    const header = (sheet.getRow(first).values as string[]).slice(1)
    rows.forEach((row, index) => {
      columnsOf(ledger).forEach(({ field, column }, at) => {
        expect(header[at + 1]).toBe(column.label)
        const cell = sheet.getRow(first + 1 + index).getCell(at + 2)
        const value = cell.formula ? cell.result : cell.value
        const text = value === null ? '' : String(value)
        const word = column.dictionary ? (dictionary(column.dictionary).words.get(text) ?? text) : text
        expect([field, column.read(word)]).toEqual([field, { value: row[field] ?? null }])
      })
    })
  })

  test('表名合并在第一行，表头每页重复，冻结到姓名，一页宽，页脚有页码', async () => {
    const { sheet, plan } = await written(ledger, rowsFor(ledger.source, 60))
    expect(sheet.getCell(plan.secondPageAt === null ? 'A1' : 'C1').value).toBe(`春晖商会党支部2026年度${ledger.title}`)
    expect(sheet.getCell(plan.secondPageAt === null ? 'B1' : 'D1').isMerged).toBe(true)
    const first = firstRowOf(plan.columns)
    expect(sheet.pageSetup.printTitlesRow).toBe(`1:${first}`)
    expect(sheet.pageSetup.paperSize).toBe(9)
    expect(sheet.pageSetup.orientation).toBe(ledger.orientation)
    expect(sheet.pageSetup.fitToPage).toBe(true)
    expect(sheet.pageSetup.fitToWidth).toBe(plan.secondPageAt === null ? 1 : 2)
    // 高不限页数；只有一页宽、末页剩几行的才定下（见下面“末页只剩几行的”）
    if (plan.secondPageAt !== null) expect(sheet.pageSetup.fitToHeight).toBe(0)
    expect((await written(ledger, rowsFor(ledger.source, 3))).sheet.pageSetup.fitToHeight).toBe(0)
    expect(sheet.pageSetup.printArea).toMatch(/^A1:/)
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', xSplit: 2, ySplit: first })
    expect(sheet.headerFooter.oddFooter).toContain('第 &P 页　共 &N 页')
    expect((sheet.getRow(sheet.rowCount).values as string[]).join('')).toMatch(/填表人.*审核人.*负责人/)
  })

  test('序号从 1 起，每格有框线，文字格都是文本', async () => {
    const { sheet, plan } = await written(ledger, rowsFor(ledger.source, 12))
    for (let index = 0; index < 12; index += 1) {
      const row = sheet.getRow(firstRowOf(plan.columns) + 1 + index)
      const ruled = plan.ruledRows ?? []
      // 夹着的合计行不编号，后面的接着编
      const serial = ruled.includes(index) ? null : index + 1 - ruled.filter((at) => at < index).length
      expect(row.getCell(1).value).toBe(serial)
      plan.columns.forEach((column, at) => {
        const cell = row.getCell(at + 1)
        expect(cell.border).toMatchObject({
          top: { style: 'thin' },
          left: { style: 'thin' },
          bottom: { style: 'thin' },
          right: { style: 'thin' },
        })
        if (column.format === 'text') {
          expect(cell.numFmt).toBe('@')
          expect(['string', 'object']).toContain(cell.value === null ? 'object' : typeof cell.value)
          expect(cell.formula).toBeUndefined()
        }
      })
    }
  })

  test('列宽放得下不折行的日期、证件号、数字和合计', async () => {
    const { plan } = await written(ledger, rowsFor(ledger.source, 300))
    plan.columns.forEach((column, at) => {
      const sum = column.total ? totalOf(plan.rows.map((row) => row[at] ?? null)) : 0
      if (column.format === 'money') expect(column.width).toBeGreaterThanOrEqual(shownCell(sum, 'money').length + 2)
      if (column.format === 'number') expect(column.width).toBeGreaterThanOrEqual(String(sum).length + 2)
      for (const row of plan.rows)
        if (/^\d{17}[\dX]$|^\d{4}年\d\d月\d\d日$/.test(String(row[at]))) expect(column.width).toBeGreaterThanOrEqual(16)
    })
  })
})

test('表头的单位：有金额的是元，有合计的写数的是什么，别的不写', async () => {
  const unitsOf = async (id: string) => {
    const { plan, sheet } = await written(ledgerOf(id), rowsFor(ledgerOf(id).source, 3))
    const shown = JSON.stringify(sheet.getRow(2).values)
    for (const text of plan.heading) expect(shown).toContain(text)
    return plan.heading.slice(2)
  }
  expect(await unitsOf('dues')).toEqual(['单位：元'])
  expect(await unitsOf('register')).toEqual(['单位：人次'])
  expect(await unitsOf('decisions')).toEqual([])
  expect(await unitsOf('hours')).toEqual([])
})

test('合计是真的 SUM 公式，打开前已有结果', async () => {
  const rows = rowsFor('meetings.register', 5)
  const { sheet, plan } = await written(ledgerOf('register'), rows)
  const at = plan.columns.findIndex(({ label }) => label === '应到') + 1
  const total = sheet.getRow(9).getCell(at)
  expect(total.formula).toBe(`SUM(${total.address.replace(/\d/g, '')}4:${total.address.replace(/\d/g, '')}8)`)
  expect(total.result).toBe(rows.reduce((sum, row) => sum + Number(row.expected), 0))
})

test('半个学时在工作簿里看见的也是半个，不四舍五入成整数', async () => {
  const { sheet, plan } = await written(ledgerOf('hours'), [{ ...rowsFor('particulars.hours', 1)[0], hours: 1.5 }])
  const at = plan.columns.findIndex(({ label }) => label === '学时') + 1
  for (const row of [4, 5]) expect(sheet.getRow(row).getCell(at).numFmt ?? 'General').toBe('General')
})

test('核算表一年里一人可以有几条，每月应交不求和', async () => {
  const { plan } = await written(ledgerOf('dues-bases'), rowsFor('dues.bases', 2))
  expect(plan.columns.filter(({ total }) => total)).toEqual([])
})

test('两级表头：十二个月上面合成一格，行内合计是公式，免、转照写', async () => {
  const rows = rowsFor('dues.register', 5)
  const { sheet, plan } = await written(ledgerOf('dues'), rows)
  const january = plan.columns.findIndex(({ label }) => label === '1月') + 1
  expect(sheet.getRow(3).getCell(january).value).toContain('实交')
  expect(sheet.getRow(3).getCell(january + 11).isMerged).toBe(true)
  expect(sheet.getRow(3).getCell(2).value).toBe('姓名')
  const paid = sheet.getRow(6).getCell(plan.columns.findIndex(({ label }) => label === '全年实交') + 1)
  expect(paid.formula).toMatch(/^SUM\([A-Z]+6:[A-Z]+6\)$/)
  expect(paid.result).toBe(Number(rows[1]?.paid) / 100)
  expect(paid.numFmt).toBe('#,##0.00')
  expect(sheet.getRow(5).getCell(january).value).toBe('免')
})

test('公示级的收缴台账没有基数、比例与应交', async () => {
  const { sheet } = await written(ledgerOf('dues'), rowsFor('dues.register', 3), 'posted')
  const text = JSON.stringify(sheet.getSheetValues())
  for (const label of ['月缴费基数', '比例', '月应交', '全年应交']) expect(text).not.toContain(label)
  expect(text).toContain('全年实交')
})

test('百分数显示 95.7%，读回来还是 95.7', async () => {
  const { sheet, plan } = await written(ledgerOf('register'), rowsFor('meetings.register', 2))
  const cell = sheet.getRow(5).getCell(plan.columns.findIndex(({ label }) => label === '出席率') + 1)
  expect([cell.value, cell.numFmt]).toEqual([95.7, '0.0"%"'])
})

test('以等号、加减号、@ 开头的文字写成文字，从不当公式', async () => {
  const { sheet, plan } = await written(ledgerOf('members'), rowsFor('members.roster', 10))
  const at = plan.columns.findIndex(({ label }) => label === '备注') + 1
  const notes = Array.from({ length: 10 }, (_, index) => sheet.getRow(4 + index).getCell(at))
  expect(notes.map((cell) => cell.value)).toEqual([
    '=1+1',
    '@SUM(A1)',
    '-2+3',
    '+cmd|calc',
    "'单引号",
    '_x0041_',
    '<b>&"',
    '00123',
    '1E5',
    '2026-03-05',
  ])
  expect(notes.map((cell) => cell.type)).toEqual(Array(10).fill(ExcelJS.ValueType.String))
})

test('公示级没有证件号、电话、住址、备注；内部级打码', async () => {
  const posted = await written(ledgerOf('members'), rowsFor('members.roster', 3), 'posted')
  const text = (sheet: ExcelJS.Worksheet) => JSON.stringify(sheet.getSheetValues())
  for (const secret of ['999001', '138', '88886666', '幸福路', '某某区', '轮椅', '父母']) expect(text(posted.sheet)).not.toContain(secret)
  const internal = text((await written(ledgerOf('members'), rowsFor('members.roster', 3), 'internal')).sheet)
  for (const shown of ['999001********007X', '138****5678', '0000-****6666', '某某省某某市某某区']) expect(internal).toContain(shown)
  for (const secret of ['99900119800101007X', '13800005678', '幸福路', '父母']) expect(internal).not.toContain(secret)
})

test('花名册的学历写代码，没有代码的词照写文字', async () => {
  const { sheet, plan } = await written(ledgerOf('roster'), rowsFor('members.roster', 2))
  const at = plan.columns.findIndex(({ label }) => label === '学历') + 1
  expect([sheet.getRow(4).getCell(at).value, sheet.getRow(5).getCell(at).value]).toEqual([
    '自学成才',
    dictionary('education').codes.get('大学本科'),
  ])
  // 表下注明用到的代码，没有代码的词不必注
  expect(sheet.getRow(6).getCell(1).value).toBe('学历代码：20 大学本科。')
})

test('没有行的台账也能导出，不写合计', async () => {
  const { sheet } = await written(ledgerOf('register'), [])
  expect(JSON.stringify(sheet.getSheetValues())).not.toContain('合计')
  expect(sheet.getRow(3).getCell(2).value).toBe('类型')
})

test('表的名字里没有 Excel 不许的字符', () => {
  expect(sheetName("'2026/03:[三会一课]?*'")).toBe('2026 03  三会一课')
  expect([...sheetName('长'.repeat(60))]).toHaveLength(31)
})

test('末页只剩几行的略缩一点，省去那一页；剩得多的、左右两页的不缩', () => {
  const columns = Array.from({ length: 10 }, () => ({ label: '', width: 8, align: 'left' as const, format: 'text' as const, total: false }))
  const plan = { orientation: 'portrait' as const, columns, secondPageAt: null }
  const tall = 841.89 - 1.3 * 72
  expect(pagesTall(plan, 100, tall - 100)).toBe(0)
  expect(pagesTall(plan, 100, tall - 100 + 40)).toBe(1)
  expect(pagesTall(plan, 100, tall * 1.5)).toBe(0)
  expect(pagesTall(plan, 100, (tall - 100) * 3 + 40)).toBe(3)
  expect(pagesTall({ ...plan, secondPageAt: 5 }, 100, tall)).toBe(0)
})
