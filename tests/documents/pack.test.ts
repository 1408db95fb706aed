import ExcelJS from 'exceljs'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { drawnPng } from '../../main/files/demo/drawn-png.ts'
import { ledgers } from '../../shared/ledgers.ts'
import { type OpenApp, openApp } from '../support/open-app.ts'
import { readPdf } from './read-pdf.ts'

const bytesOf = ({ core }: OpenApp, { ticket }: { ticket: string }) => core.bytes.collect(ticket)?.file.bytes ?? new Uint8Array()

/** 一本有人、有会、有表决的台账。 */
async function filledApp() {
  const open = await openApp()
  await open.make.members(6)
  await open.make.heldMeeting()
  const scope = { organizationId: await open.make.root(), year: 2026 }
  return { ...open, scope }
}

async function sheetOf(bytes: Uint8Array | undefined) {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(Buffer.from(bytes ?? new Uint8Array()) as unknown as ArrayBuffer)
  const [sheet] = book.worksheets
  if (!sheet) throw new Error('no sheet')
  return sheet
}

test('全部打包：有内容的台账一本一个文件，目录里的行数与文件名都对', async () => {
  const open = await filledApp()
  const made = await open.app.documents.make({ wanted: { kind: 'pack', scope: open.scope } })
  expect(made).toMatchObject({ name: '春晖商会党支部_全部台账_2026_20260615.zip', format: 'zip' })
  const files = unzipSync(bytesOf(open, made))
  const filled = (await open.app.documents.shelf(open.scope)).filter(({ rows }) => rows > 0)
  expect(Object.keys(files)).toEqual(['目录.xlsx', ...filled.map(({ title }) => `春晖商会党支部_${title}_2026_20260615.xlsx`)])

  const catalogue = await sheetOf(files['目录.xlsx'])
  const lines = filled.map((_, at) => {
    const row = catalogue.getRow(4 + at)
    return { title: row.getCell(2).value, rows: row.getCell(3).value, file: row.getCell(4).value }
  })
  expect(lines).toEqual(filled.map(({ title, rows }) => ({ title, rows, file: `春晖商会党支部_${title}_2026_20260615.xlsx` })))
  const roster = await sheetOf(files['春晖商会党支部_党员花名册_2026_20260615.xlsx'])
  expect(roster.getCell('A1').text + roster.getCell('C1').text).toContain('2026年度党员花名册')
})

test('要 PDF 时每本另有一份，放在 PDF 文件夹里', async () => {
  const open = await filledApp()
  const files = unzipSync(bytesOf(open, await open.app.documents.make({ wanted: { kind: 'pack', scope: open.scope, pdf: true } })))
  const names = Object.keys(files)
  const inside = names.filter((name) => name.startsWith('PDF/'))
  expect(inside).toHaveLength(names.length - 1 - inside.length)
  const register = files['PDF/春晖商会党支部_三会一课台账_2026_20260615.pdf'] ?? new Uint8Array()
  expect(strFromU8(register.subarray(0, 5))).toBe('%PDF-')
})

test('公示版一包里没有证件号与电话；上报版先写用途，记一笔', async () => {
  const open = await filledApp()
  const wanted = { kind: 'pack' as const, scope: open.scope }
  const posted = unzipSync(bytesOf(open, await open.app.documents.make({ wanted, grade: 'posted' })))
  const roster = await sheetOf(posted['春晖商会党支部_党员花名册_2026_公示版_20260615.xlsx'])
  expect(roster.getRow(3).values).not.toContain('手机号')

  await expect(open.app.documents.make({ wanted, grade: 'reported' })).rejects.toThrow('请写明用途')
  await open.app.documents.make({ wanted, grade: 'reported', purpose: '年度检查' })
  const { last } = await open.app.history.latest({})
  expect(last).toMatchObject({
    title: '制作上报文书',
    subject: expect.stringContaining('全部台账_2026_上报版_20260615.zip，用途：年度检查'),
  })
})

test('没有一本有内容时照实说', async () => {
  const { app, make } = await openApp()
  const scope = { organizationId: await make.root(), year: 2026 }
  await expect(app.documents.make({ wanted: { kind: 'binder', scope, ledgers: ['roster'] } })).rejects.toThrow(
    '2026 年还没有一本有内容的台账',
  )
})

test('进度说正在做哪一本，做到一半可以取消', async () => {
  const { app, scope } = await filledApp()
  const making = app.documents.make({ wanted: { kind: 'pack', scope, pdf: true }, job: 'packing' })
  const said = new Set<string>()
  const cancelled = expect(making).rejects.toThrow('取消')
  while (![...said].some((doing) => doing.includes('份 三会一课台账'))) {
    for (const { doing } of await app.jobs.state({})) said.add(doing)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  await app.jobs.cancel({ of: 'packing' })
  await cancelled
  expect([...said].some((doing) => /^第 \d+\/\d+ 份 党员花名册/.test(doing))).toBe(true)
})

/** 目录里一行末尾的页码：接着下一行的开头。 */
const pageIn = (catalogue: string, line: string, next: string) => new RegExp(`${line}(\\d+?)${next}`).exec(catalogue)?.[1]

test('台账册：目录的页码就是真的页码，横竖各随其表，页码从头连到尾', async () => {
  const open = await filledApp()
  await open.make.members(60)
  const chosen = ['register', 'roster', 'members', 'attendance-people']
  const made = await open.app.documents.make({ wanted: { kind: 'binder', scope: open.scope, ledgers: chosen, minutes: true } })
  expect(made.name).toBe('春晖商会党支部_年度台账册_2026_20260615.pdf')
  const pages = await readPdf(bytesOf(open, made))
  expect(pages[0]?.text).toContain('2026 年度')
  expect(pages[0]?.text).toContain('党组织书记（签名）')

  const catalogue = (pages[1]?.text ?? '').replace(/\s/g, '')
  const titles = ledgers.filter(({ id }) => chosen.includes(id)).map(({ title }) => title)
  const starts = titles.map((title, at) =>
    Number(pageIn(catalogue, `${title}\\d+行`, at === titles.length - 1 ? '会议记录' : String(at + 2))),
  )
  expect(starts).toEqual(titles.map((title) => pages.findIndex(({ text }) => text.includes(`2026年度${title}`)) + 1))
  expect(starts).toEqual([...starts].sort((a, b) => a - b))
  const minutesAt = Number(pageIn(catalogue, '2026年06月10日', '—'))
  expect(pages[minutesAt - 1]?.text).toContain('支部党员大会记录')

  expect(pages.slice(1).map(({ text }, at) => text.includes(`— ${at + 2} —`))).toEqual(pages.slice(1).map(() => true))
  const isWide = ({ width, height }: { width: number; height: number }) => width > height
  expect(pages.filter(isWide).length).toBeGreaterThan(3)
  expect(isWide(pages[minutesAt - 1] ?? { width: 1, height: 0 })).toBe(false)
})

test('台账册：几次会议有同样的小标题也装得成，筹备中的、作废的不装', async () => {
  const open = await filledApp()
  await open.make.heldMeeting()
  await open.make.meeting()
  const made = await open.app.documents.make({ wanted: { kind: 'binder', scope: open.scope, ledgers: [], minutes: true } })
  expect(made.notes).toContain('筹备中或已作废的 1 次会议没有装订。')
  const text = (await readPdf(bytesOf(open, made))).map((page) => page.text).join('\n')
  expect(text.match(/散会。/g)).toHaveLength(2)
})

test('台账册可以不带照片；公示版提醒会议记录不分级别', async () => {
  const open = await filledApp()
  const { core, app, scope } = open
  const file = core.bytes.hold({ name: '照片.png', bytes: drawnPng({ width: 40, height: 30 }, () => [200, 30, 30]) })
  const { hash } = await app.attachments.store({ file })
  const [meeting] = await app.meetings.listByYear(scope)
  await app.attachments.attach({ owner: 'meeting', ownerId: meeting?.id ?? 0, items: [{ hash, kind: 'photo', name: '照片.png' }] })
  const wanted = { kind: 'binder' as const, scope, ledgers: ['register'], minutes: true }
  const whole = await readPdf(bytesOf(open, await app.documents.make({ wanted })))
  const made = await app.documents.make({ wanted: { ...wanted, pictures: false }, grade: 'posted' })
  const plain = await readPdf(bytesOf(open, made))
  expect(plain.length).toBe(whole.length - 1)
  expect(whole.at(-1)?.text).toContain('会议照片')
  expect(plain.map(({ text }) => text).join('')).toContain('照片 1 张')
  expect(made.notes.join()).toContain('会议记录不分级别')
})
