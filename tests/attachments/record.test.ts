import { expect, test } from 'vitest'
import { turnedPicture } from '../../main/documents/turned-picture.ts'
import type { AttachmentKind } from '../../shared/attachments/contract.ts'
import { readPdf } from '../documents/read-pdf.ts'
import { type OpenApp, openApp } from '../support/open-app.ts'
import { png } from '../support/pictures.ts'

async function record({ app, core }: OpenApp, meetingId: number) {
  const made = await app.documents.make({ wanted: { kind: 'minutes', meetingId } })
  return { made, pages: await readPdf(core.bytes.collect(made.ticket)!.file.bytes) }
}

async function attach({ app, core }: OpenApp, ownerId: number, files: readonly [AttachmentKind, string, Uint8Array, string?][]) {
  const items = []
  for (const [kind, name, bytes, caption = ''] of files) {
    const { hash } = await app.attachments.store({ file: core.bytes.hold({ name, bytes }) })
    items.push({ hash, kind, name, caption })
  }
  return (await app.attachments.attach({ owner: 'meeting', ownerId, items })).ids
}

test('会议记录后面附着签到表扫描件与照片，一页四张，总页数也算上；附件一栏列得清楚', async () => {
  const open = await openApp()
  await open.make.members(3)
  const id = await open.make.heldMeeting()
  const bare = (await record(open, id)).pages
  await attach(open, id, [
    ['photo', '1.png', png(40, 30), '会场全景'],
    ['photo', '2.png', png(41, 30)],
    ['photo', '3.png', png(30, 42)],
    ['photo', '4.png', png(43, 30)],
    ['photo', '5.png', png(44, 30), '收尾'],
    ['signedSheet', '签到表.png', png(30, 45)],
    ['material', '讲稿.pdf', new TextEncoder().encode('%PDF-1.4\n%%EOF')],
  ])
  const { pages } = await record(open, id)
  expect(pages).toHaveLength(bare.length + 3)
  const text = pages.map((page) => page.text).join('\n')
  expect(text).toContain(`本记录共 ${pages.length} 页（含出勤名单、签到表、照片）`)
  for (const words of ['签到表扫描件 1 份', '照片 5 张', '材料 1 份：讲稿.pdf']) expect(text).toContain(words)
  const [sheet, four, last] = pages.slice(-3).map((page) => page.text)
  expect(sheet).toContain('签到表扫描件')
  expect(four).toContain('会场全景')
  expect(last).toContain('收尾')
  expect(last).not.toContain('会场全景')
})

test('归档后补充的签到表印得出来，并注明是归档后补充的', async () => {
  const open = await openApp()
  await open.make.members(2)
  const id = await open.make.archivedMeeting()
  await attach(open, id, [['signedSheet', '签到表.png', png(30, 45)]])
  const { pages } = await record(open, id)
  expect(pages.at(-1)?.text).toContain('签到表扫描件')
  expect(pages.map((page) => page.text).join('')).toContain('其中归档后补充 1 份')
})

test('印不进去的（扫描件是 PDF）说出来，不悄悄丢下', async () => {
  const open = await openApp()
  await open.make.members(2)
  const id = await open.make.heldMeeting()
  await attach(open, id, [['signedSheet', '签到表.pdf', new TextEncoder().encode('%PDF-1.4\n%%EOF')]])
  const { made } = await record(open, id)
  expect(made.notes).toContain('有 1 份附件是 PDF 或 WebP，没有印在记录里，请在“附件”里另存后打印。')
})

test('转过的照片印出来也是转过的：只加一个方向记号，图像不重新压缩', () => {
  const jpeg = new Uint8Array([0xff, 0xd8, 0xff, 0xdb, 0, 2, 0xff, 0xd9])
  const bytesOf = (turn: 0 | 90 | 180 | 270) => Buffer.from(turnedPicture(jpeg, turn)!.split(',')[1]!, 'base64')
  expect(bytesOf(0)).toEqual(Buffer.from(jpeg))
  for (const [turn, mark] of [
    [90, 6],
    [180, 3],
    [270, 8],
  ] as const) {
    const bytes = bytesOf(turn)
    expect(bytes.readUInt16BE(4) + 4).toBe(bytes.length - jpeg.length + 2)
    expect(bytes.subarray(22, 32)).toEqual(Buffer.from([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, mark]))
    expect(bytes.subarray(-6)).toEqual(Buffer.from(jpeg.subarray(2)))
  }
  expect(turnedPicture(new TextEncoder().encode('%PDF-1.4'), 0)).toBeUndefined()
})
