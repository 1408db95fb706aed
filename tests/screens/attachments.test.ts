import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bareConnection } from '../../main/core/connect.ts'
import { takenAt } from '../../shared/attachments/taken-at.ts'
import type { MeetingRow } from '../../shared/meetings/contract.ts'
import type { Organization } from '../../shared/organizations/contract.ts'
import { type OpenScreen, openScreen } from '../support/browser.ts'
import { png } from '../support/pictures.ts'
import { seriousProblems } from './axe.ts'
import { visit, watch } from './looking.ts'

let screen: OpenScreen
let meeting: MeetingRow
beforeAll(async () => {
  screen = await openScreen({ demo: true })
  await screen.page.getByRole('heading', { level: 1 }).first().waitFor()
  const [root] = await screen.call<Organization[]>('organizations.tree')
  const rows = await screen.call<MeetingRow[]>('meetings.listByYear', { organizationId: root?.id, year: new Date().getFullYear() })
  meeting = rows.find(({ status }) => status === 'planned' || status === 'held')!
}, 120_000)
afterAll(() => screen?.close())

const list = (ownerId: number) =>
  screen.call<{ name: string; caption: string; turn: number; takenAt: string | null; kind: string }[]>('attachments.list', {
    owner: 'meeting',
    ownerId,
  })

const stored = () => {
  const folder = join(screen.home, '支部台账')
  const name = (readdirSync(screen.home, { recursive: true }) as string[]).find((one) => one.endsWith('.taizhang'))
  const db = bareConnection(name ? join(screen.home, name) : folder)
  try {
    return db.prepare(`select media, bytes from file where media = 'image/jpeg'`).all() as { media: string; bytes: Buffer }[]
  } finally {
    db.close()
  }
}

/** 高、宽：JPEG 的图像头里写着。 */
const sizeOf = (jpeg: Buffer) => {
  for (let at = 2; at < jpeg.length; at += 2 + jpeg.readUInt16BE(at + 2))
    if ([0xc0, 0xc2].includes(jpeg[at + 1]!)) return { height: jpeg.readUInt16BE(at + 5), width: jpeg.readUInt16BE(at + 7) }
  return undefined
}

/** 一张横拍的大照片，相机记着：转 90 度看（6）、拍摄时间、拍摄地点。 */
async function cameraPhoto(width: number, height: number, colour: string): Promise<Buffer> {
  const base = await screen.page.evaluate(
    async ([w, h, fill]) => {
      const canvas = new OffscreenCanvas(w, h)
      const pen = canvas.getContext('2d')!
      pen.fillStyle = fill
      pen.fillRect(0, 0, w, h)
      const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 })
      return [...new Uint8Array(await blob.arrayBuffer())]
    },
    [width, height, colour] as const,
  )
  const tiff = Buffer.alloc(96)
  tiff.write('MM\0*', 0, 'latin1')
  tiff.writeUInt32BE(8, 4)
  const entry = (at: number, tag: number, type: number, count: number, value: number) => {
    tiff.writeUInt16BE(tag, at)
    tiff.writeUInt16BE(type, at + 2)
    tiff.writeUInt32BE(count, at + 4)
    if (type === 3) tiff.writeUInt16BE(value, at + 8)
    else tiff.writeUInt32BE(value, at + 8)
  }
  tiff.writeUInt16BE(2, 8)
  entry(10, 0x0112, 3, 1, 6)
  entry(22, 0x8769, 4, 1, 38)
  tiff.writeUInt16BE(1, 38)
  entry(40, 0x9003, 2, 20, 56)
  tiff.write('2026:06:15 14:30:00\0', 56, 'latin1')
  tiff.write('GPSLatitude28.44', 78, 'latin1')
  const content = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff])
  const head = Buffer.from([0xff, 0xe1, 0, 0])
  head.writeUInt16BE(content.length + 2, 2)
  const bytes = Buffer.from(base)
  return Buffer.concat([bytes.subarray(0, 2), head, content, bytes.subarray(2)])
}

const open = async () => {
  await visit(screen.page, `/meetings/${meeting.id}`, meeting.topic)
  await screen.page.keyboard.press('Alt+6')
  await screen.page.getByRole('region', { name: '附件' }).waitFor()
}
const give = (files: { name: string; mimeType: string; buffer: Buffer }[]) => screen.page.getByLabel('选择附件').setInputFiles(files)

test('拖来的照片缩到长边 2000、照相机记的方向摆正、拍摄地点不在了，拍摄时间留着', async () => {
  const seen = watch(screen.page)
  await open()
  const photo = await cameraPhoto(3000, 1500, '#2f7d4f')
  expect(photo.includes('GPS')).toBe(true)
  expect(takenAt(photo)).toBe('2026-06-15T14:30:00')
  await give([{ name: '会场.jpg', mimeType: 'image/jpeg', buffer: photo }])
  await screen.page.getByText('已添加 1 份附件').waitFor()
  const files = stored()
  expect(files.map(({ bytes }) => sizeOf(bytes)).toSorted((a, b) => a!.height - b!.height)).toEqual([
    { height: 1000, width: 500 },
    { height: 2000, width: 1000 },
  ])
  for (const { bytes } of files) expect([bytes.includes('GPS'), bytes.includes('Exif')]).toEqual([false, false])
  await expect
    .poll(async () => (await list(meeting.id))[0])
    .toMatchObject({ name: '会场.jpg', kind: 'photo', takenAt: '2026-06-15T06:30:00.000Z' })
  expect(seen).toEqual([])
})

test('几个文件一起来：PDF 原样收下，HEIC 说出怎么办，重复的说出与哪张相同，别的照加', async () => {
  await open()
  const before = (await list(meeting.id)).length
  await give([
    { name: 'IMG_1.HEIC', mimeType: 'image/heic', buffer: Buffer.from('\0\0\0\u0018ftypheic', 'latin1') },
    { name: '会场副本.jpg', mimeType: 'image/jpeg', buffer: await cameraPhoto(3000, 1500, '#2f7d4f') },
    { name: '讲稿.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF', 'latin1') },
    { name: '合影.png', mimeType: 'image/png', buffer: Buffer.from(png(60, 40)) },
  ])
  await screen.page.getByText('已添加 2 份附件').waitFor()
  const said = screen.page.getByRole('region', { name: '附件' }).getByRole('alert')
  await expect.poll(() => said.innerText()).toMatch(/“IMG_1.HEIC”是苹果手机的 HEIC 照片[\s\S]*“会场副本.jpg”与已有的“会场.jpg”一模一样/)
  const kinds = (await list(meeting.id)).slice(before).map(({ name, kind }) => [name, kind])
  expect(kinds).toEqual([
    ['讲稿.pdf', 'material'],
    ['合影.jpg', 'photo'],
  ])
  await expect.poll(() => seriousProblems(screen.page)).toEqual([])
})

test('写说明、旋转、往前、看大的、删除，都能撤销', async () => {
  const { page } = screen
  await open()
  await page.getByLabel('会场.jpg 的说明').fill('会场全景')
  await page.keyboard.press('Enter')
  await page.getByLabel('旋转 会场全景').click()
  await page.getByLabel('讲稿.pdf 往前').click()
  await expect
    .poll(async () => (await list(meeting.id)).map(({ name, turn, caption }) => [name, turn, caption]))
    .toEqual([
      ['讲稿.pdf', 0, ''],
      ['会场.jpg', 90, '会场全景'],
      ['合影.jpg', 0, ''],
    ])
  await page.getByLabel('查看 会场全景').click()
  await page.getByRole('dialog').getByRole('img', { name: '会场全景' }).waitFor()
  await expect.poll(() => seriousProblems(page)).toEqual([])
  await page.keyboard.press('ArrowRight')
  await page.getByRole('dialog').getByRole('img', { name: '合影.jpg' }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.getByLabel('删除 合影.jpg').click()
  await expect.poll(async () => (await list(meeting.id)).length).toBe(2)
  const { undo } = await screen.call<{ undo: { id: number } }>('history.latest')
  await screen.call('history.undo', { operationId: undo.id })
  await expect.poll(() => list(meeting.id)).toHaveLength(3)
})

test('四十张缩略图看到哪张取哪张', async () => {
  const { page } = screen
  await open()
  const photos = await Promise.all(
    Array.from({ length: 40 }, async (_, at) => ({
      name: `第${at + 1}张.jpg`,
      mimeType: 'image/jpeg',
      buffer: await cameraPhoto(400 + at, 300, '#b7791f'),
    })),
  )
  // 一张一张地送，路上再耽搁（SLOW_CALLS）就太久了
  await page.unrouteAll()
  await give(photos)
  await page.getByText('已添加 40 份附件').waitFor({ timeout: 30_000 })
  await expect.poll(() => page.locator('.thumb img').count()).toBeGreaterThan(0)
  await expect.poll(() => page.locator('.thumb img').count()).toBeLessThan(40)
  await page.getByLabel('查看 第40张.jpg').scrollIntoViewIfNeeded()
  await page.getByLabel('查看 第40张.jpg').locator('img').waitFor()
})

test('归档了的会议只能补充签到表与材料，屏幕上说明白', async () => {
  const rows = await screen.call<MeetingRow[]>('meetings.listByYear', {
    organizationId: meeting.organizationId,
    year: Number(meeting.day.slice(0, 4)),
  })
  const sealed = rows.find(({ status }) => status === 'archived')!
  await visit(screen.page, `/meetings/${sealed.id}`, sealed.topic)
  await screen.page.keyboard.press('Alt+6')
  await screen.page.getByText('归档后补充').first().waitFor()
  await expect.poll(() => screen.page.getByRole('button', { name: '放照片' }).count()).toBe(0)
  const before = (await list(sealed.id)).length
  await give([{ name: '签到表.jpg', mimeType: 'image/jpeg', buffer: await cameraPhoto(800, 600, '#2b5c9e') }])
  await screen.page.getByLabel('查看 签到表.jpg').waitFor()
  await expect
    .poll(async () => (await list(sealed.id)).slice(before))
    .toMatchObject([{ name: '签到表.jpg', kind: 'signedSheet', afterArchive: true }])
})

test('勾选两次会议，合印一份；复制正文，剪贴板里有文字', async () => {
  const { page } = screen
  await visit(page, '/meetings', '会议活动')
  const boxes = page.getByRole('grid', { name: '会议' }).getByRole('checkbox')
  await boxes.nth(2).click()
  await boxes.nth(3).click()
  await page.getByRole('button', { name: '打印所选 2 次' }).click()
  await page.getByRole('menuitem', { name: '会议记录合印' }).click()
  await page.getByRole('dialog').locator('.pdf-pages canvas[data-drawn]').first().waitFor({ timeout: 30_000 })
  await expect.poll(() => seriousProblems(page)).toEqual([])
  await page.keyboard.press('Escape')
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await visit(page, `/meetings/${meeting.id}`, meeting.topic)
  await page.keyboard.press('Alt+7')
  await page.getByRole('button', { name: '复制正文' }).click()
  await page.getByText('正文已复制').waitFor()
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain(`会议主题：${meeting.topic}`)
})
