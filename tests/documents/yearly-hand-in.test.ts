import ExcelJS from 'exceljs'
import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { type OpenApp, openApp } from '../support/open-app.ts'
import { readPdf } from './read-pdf.ts'

const bytesOf = ({ core }: OpenApp, { ticket }: { ticket: string }) => core.bytes.collect(ticket)?.file.bytes ?? new Uint8Array()

/** 一次填了专项的主题党日兼党课，一次没填的主题党日，一名困难党员，一轮评议。 */
async function year() {
  const open = await openApp()
  const { app, make } = open
  const [memberId = 0] = await make.members(4)
  const meetingId = await make.heldMeeting({ kinds: ['themeDay', 'lecture'], topic: '学习党章' })
  await make.heldMeeting({ kinds: ['themeDay'], topic: '环境整治' })
  await app.particulars.writeLecture({ meetingId, lecture: { title: '总纲里的根本宗旨', lecturer: '李明', hours: 2, outline: '' } })
  await app.particulars.writeThemeDay({ meetingId, themeDay: { parts: ['集中学习'], reading: '党章总纲', shortcomings: '' } })
  await app.circumstances.record({ memberId, facts: { kind: 'hardship', fromDay: '2026-03', reason: '大病致贫' } })
  const scope = { organizationId: await make.root(), year: 2026 }
  return { ...open, scope }
}
const without = '有内容的台账 N 本，装了 M 本：“困难党员台账”整本只在上报版里。'

test('台账册：填了专项的各有一份活动记录，目录写着真的页码，没填的没有', async () => {
  const open = await year()
  const wanted = { kind: 'binder' as const, scope: open.scope, ledgers: ['register', 'themeDays'] }
  const made = await open.app.documents.make({ wanted })
  const pages = await readPdf(bytesOf(open, made))
  expect(pages[0]?.text).toContain('台账 2 本，活动记录 2 份')
  const catalogue = pages[1]?.text.replace(/\s/g, '') ?? ''
  expect(catalogue).toContain('活动记录3党课记录：学习党章2026年06月10日')
  for (const [line, title] of [
    ['3党课记录：学习党章', '党课记录'],
    ['4主题党日活动记录：学习党章', '主题党日活动记录'],
  ] as const) {
    const at = Number(new RegExp(`${line}2026年06月10日(\\d)`).exec(catalogue)?.[1])
    expect(pages[at - 1]?.text).toContain(title)
    expect(pages[at - 1]?.text).toContain('（签名）')
  }
  expect(pages.filter(({ text }) => text.includes('主题党日活动记录'))).toHaveLength(2)
  const plain = await open.app.documents.make({ wanted: { ...wanted, activities: false } })
  expect((await readPdf(bytesOf(open, plain))).length).toBe(pages.length - 2)
})

test('全部打包：活动记录在自己的文件夹里，目录一行一份，说的数与装的数相符', async () => {
  const open = await year()
  const made = await open.app.documents.make({ wanted: { kind: 'pack', scope: open.scope, pdf: true } })
  const files = unzipSync(bytesOf(open, made))
  const names = Object.keys(files)
  const within = (folder: string) => names.filter((name) => name.startsWith(folder))
  expect(within('活动记录/')).toHaveLength(2)
  expect(within('PDF/活动记录/')).toHaveLength(2)
  const packed = names.filter((name) => !name.includes('/') && name !== '目录.xlsx').length
  expect(made.notes[0]).toBe(`装了台账 ${packed} 本，活动记录 2 份，另有一张目录。`)

  const book = new ExcelJS.Workbook()
  await book.xlsx.load(Buffer.from(files['目录.xlsx'] ?? new Uint8Array()) as unknown as ArrayBuffer)
  const paths: string[] = []
  book.worksheets[0]?.eachRow((row) => {
    for (const at of [4, 5]) if (/\.(xlsx|pdf)$/.test(String(row.getCell(at).value))) paths.push(String(row.getCell(at).value))
  })
  expect(paths.toSorted()).toEqual(names.filter((name) => name !== '目录.xlsx').toSorted())
})

test('架子上有、这个级别里装不进的，说出是哪一本，两个数对得上', async () => {
  const open = await year()
  const shelf = (await open.app.documents.shelf(open.scope)).filter(({ rows }) => rows > 0).length
  const { notes } = await open.app.documents.make({ wanted: { kind: 'pack', scope: open.scope } })
  expect(notes[0]).toContain(`台账 ${shelf - 1} 本`)
  expect(notes).toContain(without.replace('N', String(shelf)).replace('M', String(shelf - 1)))
  const reported = await open.app.documents.make({ wanted: { kind: 'pack', scope: open.scope }, grade: 'reported', purpose: '年度检查' })
  expect(reported.notes[0]).toContain(`台账 ${shelf} 本`)
  expect(reported.notes.join()).not.toContain('整本')
})
