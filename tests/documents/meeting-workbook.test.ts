import ExcelJS from 'exceljs'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { read } from 'xlsx'
import { openApp } from '../support/open-app.ts'

const scene = async () => {
  const open = await openApp()
  await open.make.members(4)
  const workbook = async (wanted: Parameters<typeof open.app.documents.make>[0]['wanted']) => {
    const made = await open.app.documents.make({ wanted })
    const book = new ExcelJS.Workbook()
    const { bytes } = open.core.bytes.collect(made.ticket)!.file
    await book.xlsx.load(bytes.buffer as ArrayBuffer)
    /** 另一个库读出的链接：这一格通到哪张表。 */
    const linkAt = (sheet: string, place: string): string => {
      const target: string = read(bytes).Sheets[sheet]?.[place]?.l?.Target ?? ''
      return /^#'(.+)'!A1$/.exec(target)?.[1] ?? target
    }
    /** 第一张表人定的分页：在哪一行之后。 */
    const breaks = () =>
      [...strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array()).matchAll(/<brk id="(\d+)"/g)].map(([, id]) =>
        Number(id),
      )
    return { made, book, linkAt, breaks }
  }
  return { ...open, workbook }
}
const wordsOf = (sheet: ExcelJS.Worksheet) => {
  const words: string[] = []
  sheet.eachRow((row) => row.eachCell((cell) => cell.master === cell && words.push(cell.text)))
  return words
}

test('会议记录的工作表：各栏照三会一课记录页的次序，A4 竖排一页宽，签名与出勤名单都在', async () => {
  const { make, workbook } = await scene()
  const { made, book } = await workbook({ kind: 'minutes', meetingId: await make.heldMeeting({ place: '三楼会议室' }), format: 'xlsx' })
  expect(made.name).toMatch(/支部党员大会记录_.*\.xlsx$/)
  const sheet = book.worksheets[0]!
  const words = wordsOf(sheet)
  const order = [
    ...['会议类型', '会议主题', '时间', '地点', '主持人', '记录人', '应到人数', '流动党员和行动\n不便党员数', '实到人数', '列席人员'],
    ...[
      '缺席人员\n及原因',
      '会议议题',
      '会议内容及讨论情况',
      '形成决议、议定事项',
      '附件',
      '主持人\n（签名）',
      '记录人\n（签名）',
      '出勤名单',
    ],
  ].map((label) => words.indexOf(label))
  expect(order).not.toContain(-1)
  expect(order).toEqual(order.toSorted((a, b) => a - b))
  expect(words).toEqual(expect.arrayContaining(['三楼会议室', '4 人', '李明：传达了有关文件精神。']))
  expect(words.filter((word) => word === '到会' || word === '出席')).toHaveLength(4)
  expect(sheet.pageSetup).toMatchObject({ paperSize: 9, orientation: 'portrait', fitToWidth: 1, fitToHeight: 0 })
})

test('很长的发言拆成几行，哪一行都不超过 Excel 的行高，一个字也不少', async () => {
  const { app, make, workbook } = await scene()
  const meetingId = await make.heldMeeting()
  const text = Array.from({ length: 5000 }, (_, index) => String.fromCodePoint(0x4e00 + index)).join('')
  await app.meetings.writeMinutes({ id: meetingId, speeches: [{ speaker: '李明', text }], decisions: [] })
  const { book } = await workbook({ kind: 'minutes', meetingId, format: 'xlsx' })
  expect(wordsOf(book.worksheets[0]!).join('')).toContain(`李明：${text}`)
  book.worksheets[0]!.eachRow((row) => expect(row.height).toBeLessThan(409))
})

test('几次会议一个工作簿：目录逐次写明人数，点主题到那一张，每张都能点回目录', async () => {
  const { app, make, workbook } = await scene()
  const ids = [
    await make.heldMeeting({ topic: '学习“两会”精神', day: '2026-05-10' }),
    await make.heldMeeting({ topic: '同一天的第二次', day: '2026-06-10' }),
    await make.heldMeeting({ topic: '同一天的第三次', day: '2026-06-10' }),
  ]
  const { book, linkAt } = await workbook({ kind: 'meetingWorkbook', meetingIds: ids })
  const [catalogue, ...sheets] = book.worksheets
  expect(catalogue?.name).toBe('目录')
  expect(sheets).toHaveLength(3)
  for (const [at, id] of ids.entries()) {
    const { meeting } = await app.meetings.page({ id })
    const row = catalogue!.getRow(at + 4)
    const link = row.getCell(4)
    expect([row.getCell(1).value, link.text, row.getCell(5).value, row.getCell(6).value, row.getCell(7).value]).toEqual([
      at + 1,
      meeting.topic,
      meeting.expected,
      meeting.present,
      `${meeting.rate?.toFixed(1)}%`,
    ])
    const sheet = book.getWorksheet(linkAt('目录', `D${at + 4}`))
    expect(sheet).toBe(sheets[at])
    expect(wordsOf(sheet!)).toContain(meeting.topic)
    expect(linkAt(sheet!.name, 'A1')).toBe('目录')
    expect(sheet!.pageSetup.printArea).toMatch(/^A2:F\d+$/)
  }
})

test('复制正文带着表决情况，与列席、上级、不计入应到', async () => {
  const { app, make } = await scene()
  const meetingId = await make.heldMeeting()
  await app.votes.record({
    meetingId,
    matter: '通过年度工作计划',
    tally: { kind: 'general', eligible: 4, present: 4, inFavour: 4 },
  })
  await app.attendance.writeGuests({
    meetingId,
    guests: [
      { kind: 'superior', name: '周全', post: '街道组织委员' },
      { kind: 'guest', name: '何来', post: '商会秘书长' },
    ],
  })
  const { text } = await app.documents.text({ meetingId })
  expect(text).toMatch(/三、表决情况\n1\. 通过年度工作计划。.+（依据：.+）\n四、议定事项/)
  expect(text).toContain('列席人员：何来（商会秘书长）')
  expect(text).toContain('到会指导的上级领导：周全（街道组织委员）')
})

test('一段话多到几页的会议记录：人定的分页处不留小标题在页末，出勤名单另起一页', async () => {
  const { app, make, workbook } = await scene()
  const meetingId = await make.heldMeeting()
  const speeches = Array.from({ length: 24 }, (_, at) => ({ speaker: '李明', text: `第 ${at + 1} 段。${'讨论情况'.repeat(30)}` }))
  await app.meetings.writeMinutes({ id: meetingId, speeches, decisions: [] })
  const { book, breaks: found } = await workbook({ kind: 'minutes', meetingId, format: 'xlsx' })
  const [sheet, breaks] = [book.worksheets[0]!, found()]
  const lastOfPages = breaks.map((row) => String(sheet.getRow(row).getCell(1).text))
  expect(breaks.length).toBeGreaterThanOrEqual(2)
  expect(lastOfPages.some((text) => ['会议议题', '会议内容及讨论情况', '形成决议、议定事项', '附件'].includes(text))).toBe(false)
  expect(sheet.getRow((breaks.at(-1) ?? 0) + 1).getCell(1).text).toBe('出勤名单')
})

test('签到表的工作表：单位写得长，行跟着长高；小组的标题占一整行；签名格宽 30 毫米、高 9 毫米以上', async () => {
  const { make, workbook } = await scene()
  await make.members(30)
  await make.member({ employer: '春晖市望海区茶叶批发交易市场第三分市场管理服务中心' })
  const meetingId = await make.meeting()
  const { book } = await workbook({ kind: 'signInSheet', meetingId, format: 'xlsx', byGroup: true, columns: 2 })
  const sheet = book.worksheets[0]!
  const heading = sheet.getRow(4)
  expect(heading.getCell(1).text).toMatch(/（\d+ 人）/)
  expect(heading.getCell(1).isMerged && heading.getCell(3).isMerged).toBe(true)
  const heights = Array.from({ length: 15 }, (_, at) => sheet.getRow(5 + at).height)
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(9 / 0.3528)
  expect(Math.max(...heights)).toBeGreaterThan(60)
  const signed = sheet.getRow(3).values as string[]
  expect(sheet.getColumn(signed.indexOf('签　名')).width).toBeGreaterThanOrEqual(15)
})
