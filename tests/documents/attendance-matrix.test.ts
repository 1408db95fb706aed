import excel from 'exceljs'
import { expect, test } from 'vitest'
import { openApp } from '../support/open-app.ts'
import { readPdf } from './read-pdf.ts'

/** 总支下两个支部各开了一次大会，第一个支部还上了一次党课。 */
async function scene() {
  const open = await openApp({ today: '2026-06-15', kind: 'generalBranch' })
  const { app, make } = open
  const root = await make.root()
  const found = (name: string) => app.organizations.found({ parentId: root, kind: 'branch', name })
  const [one, two] = [await found('东区支部'), await found('西区支部')]
  const people: number[] = []
  for (const [name, organizationId] of [
    ['赵一', one.id],
    ['钱二', one.id],
    ['孙三', two.id],
  ] as const)
    people.push(await make.member({ name }, { organizationId }))
  await make.heldMeeting({ organizationId: one.id })
  await make.heldMeeting({ organizationId: two.id })
  await make.heldMeeting({ organizationId: one.id, kinds: ['lecture'], day: '2026-05-10' })
  const write = async (wanted: Parameters<typeof app.documents.make>[0]['wanted']) => {
    const made = await app.documents.make({ wanted })
    return { made, bytes: open.core.bytes.collect(made.ticket)!.file.bytes }
  }
  return { ...open, people, scope: { organizationId: root, year: 2026 }, write }
}

const bookOf = async (bytes: Uint8Array) => {
  const book = new excel.Workbook()
  await book.xlsx.load(bytes as never)
  return book.worksheets.map((sheet) => ({
    name: sheet.name,
    text: sheet
      .getSheetValues()
      .flat(2)
      .filter((value) => typeof value === 'string')
      .join(' '),
  }))
}

test('总支的年度考勤表一个支部一张：各有各的表名、会与人，Excel 与 PDF 一样分', async () => {
  const { scope, write } = await scene()
  const sheets = await bookOf((await write({ kind: 'attendanceMatrix', scope, format: 'xlsx' })).bytes)
  expect(sheets.map(({ name }) => name)).toEqual(['1 东区支部', '2 西区支部'])
  expect(sheets[0]?.text).toContain('东区支部2026年度考勤表')
  expect(sheets[0]?.text).toContain('赵一')
  expect(sheets[0]?.text).not.toContain('孙三')
  expect(sheets[1]?.text).not.toContain('党课')
  const pages = await readPdf((await write({ kind: 'attendanceMatrix', scope, format: 'pdf' })).bytes)
  expect(pages.map(({ text }) => text.includes('孙三'))).toEqual([false, true])
  expect(pages[1]?.text).not.toContain('（续）')
})

test('考勤的导出照屏幕上的筛选：只有选的人、选的那类会', async () => {
  const { people, scope, write } = await scene()
  const keys = [people[1]!]
  const [matrix] = await bookOf(
    (await write({ kind: 'attendanceMatrix', scope, memberIds: keys, meetingKind: 'lecture', format: 'xlsx' })).bytes,
  )
  expect(matrix?.text).toContain('2026年度党课考勤表')
  expect(matrix?.text).toContain('钱二')
  expect(matrix?.text).not.toContain('赵一')
  const view = { kind: 'view' as const, ledger: 'attendance-people', scope, columns: ['name', 'expected', 'lecturePresent'], keys }
  const { made, bytes } = await write({ ...view, meetingKind: 'lecture', format: 'xlsx' })
  expect(made.name).toContain('党课考勤台账（按人）')
  const book = new excel.Workbook()
  await book.xlsx.load(bytes as never)
  expect((book.worksheets[0]!.getRow(4).values as unknown[]).slice(1)).toEqual([1, '钱二', 1, 1])
})
