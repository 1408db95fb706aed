import { expect, test } from 'vitest'
import { bareConnection } from '../../main/core/connect.ts'
import { withoutRemarks } from '../../shared/attachments/metadata.ts'
import { type OpenApp, openApp } from '../support/open-app.ts'
import { png } from '../support/pictures.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const store = ({ app, core }: OpenApp, name: string, bytes: Uint8Array) => app.attachments.store({ file: core.bytes.hold({ name, bytes }) })
const photo = async (open: OpenApp, width: number, name = `${width}.png`) => ({
  hash: (await store(open, name, png(width))).hash,
  kind: 'photo' as const,
  name,
})
const filesIn = (path: string) => {
  const db = bareConnection(path)
  try {
    return db.prepare('select media, size, bytes from file order by size').all() as { media: string; size: number; bytes: Buffer }[]
  } finally {
    db.close()
  }
}

/** 带着拍摄地点的 JPEG：Exif 段里写着“GPS”，还有一句注释。 */
const photoWithPlace = () => {
  const exif = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), Buffer.from('MM\0*GPSLatitude 28.44N', 'latin1')])
  const segment = (marker: number, content: Uint8Array) => {
    const head = Buffer.from([0xff, marker, 0, 0])
    head.writeUInt16BE(content.length + 2, 2)
    return Buffer.concat([head, content])
  }
  return new Uint8Array(
    Buffer.concat([
      Buffer.from([0xff, 0xd8]),
      segment(0xe0, Buffer.from('JFIF\0\x01\x01', 'latin1')),
      segment(0xe1, exif),
      segment(0xfe, Buffer.from('GPS note', 'latin1')),
      segment(0xda, Buffer.from([1, 1, 0])),
      Buffer.from([0x12, 0x34, 0xff, 0xd9]),
    ]),
  )
}

test('照片里的拍摄地点不会存进台账，图像的字节一个不动', async () => {
  const open = await openApp()
  const given = photoWithPlace()
  expect(Buffer.from(given).includes('GPS')).toBe(true)
  await store(open, '现场.jpg', given)
  const [kept] = filesIn(open.path)
  expect(kept?.media).toBe('image/jpeg')
  expect(kept?.bytes.includes('GPS')).toBe(false)
  expect(kept?.bytes.includes('Exif')).toBe(false)
  expect(kept?.bytes.includes('JFIF')).toBe(true)
  expect(kept?.bytes.subarray(-4)).toEqual(Buffer.from([0x12, 0x34, 0xff, 0xd9]))
})

test('PNG 与 WebP 里的文字说明、拍摄信息也去掉，别的块照旧', () => {
  const plain = png(5)
  const text = Buffer.alloc(12 + 11)
  text.writeUInt32BE(11, 0)
  text.write('tEXtGPS\0somewhere', 4, 'latin1')
  const remarked = new Uint8Array(Buffer.concat([plain.subarray(0, 33), text, plain.subarray(33)]))
  expect(withoutRemarks('image/png', remarked)).toEqual(plain)

  const chunk = (name: string, content: Buffer) => {
    const head = Buffer.alloc(8)
    head.write(name, 0, 'latin1')
    head.writeUInt32LE(content.length, 4)
    return Buffer.concat([head, content, Buffer.alloc(content.length % 2)])
  }
  const webp = (flags: number, ...chunks: Buffer[]) => {
    const body = Buffer.concat([
      Buffer.from('WEBP', 'latin1'),
      chunk('VP8X', Buffer.from([flags, 0, 0, 0, 1, 0, 0, 1, 0, 0])),
      chunk('VP8 ', Buffer.from([1, 2, 3])),
      ...chunks,
    ])
    const head = Buffer.alloc(8)
    head.write('RIFF', 0, 'latin1')
    head.writeUInt32LE(body.length, 4)
    return new Uint8Array(Buffer.concat([head, body]))
  }
  const bare = withoutRemarks('image/webp', webp(0x0c, chunk('EXIF', Buffer.from('GPS')), chunk('XMP ', Buffer.from('x'))))
  expect(bare).toEqual(webp(0))
})

test('不是图片也不是 PDF 的文件收不下，苹果的 HEIC 照片说出怎么办；都不留下字节', async () => {
  const open = await openApp()
  await expect(store(open, '程序.jpg', bytesOf('MZ 这是程序'))).rejects.toThrow(/“程序.jpg”不是能存的附件/)
  await expect(store(open, '讲稿.docx', bytesOf('PK\u0003\u0004'))).rejects.toThrow(/另存为”PDF/)
  await expect(store(open, 'IMG_0001.HEIC', bytesOf('\0\0\0\u0018ftypheic'))).rejects.toThrow(/“兼容性最佳”/)
  await expect(store(open, '空.png', new Uint8Array())).rejects.toThrow(/空文件/)
  await expect(open.app.attachments.store({ file: '没有' })).rejects.toThrow(/请重新选择/)
  expect(filesIn(open.path)).toEqual([])
})

test('同样的字节只存一份；在同一次会议里再添加一次，说出与哪份相同，不再添加', async () => {
  const open = await openApp()
  const here = { owner: 'meeting' as const, ownerId: await open.make.meeting() }
  const first = await photo(open, 8, '现场.png')
  await open.app.attachments.attach({ ...here, items: [first] })
  const again = await photo(open, 8, '现场（1）.png')
  expect(again.hash).toBe(first.hash)
  await expect(open.app.attachments.attach({ ...here, items: [again] })).rejects.toThrow('“现场（1）.png” 已经在这里了')
  const answer = await open.app.attachments.attach({ ...here, items: [again, await photo(open, 9)] })
  expect(answer).toMatchObject({ ids: [expect.any(Number)], repeated: [{ name: '现场（1）.png', as: '现场.png' }], elsewhere: [] })
  expect(filesIn(open.path)).toHaveLength(2)
})

test('同一张照片用在两次会议里，会说出另一处在哪里', async () => {
  const open = await openApp()
  const [one, two] = [await open.make.meeting({ topic: '三月主题党日' }), await open.make.meeting({ topic: '四月主题党日' })]
  const item = await photo(open, 8, '合影.png')
  await open.app.attachments.attach({ owner: 'meeting', ownerId: one, items: [item] })
  const { ids, elsewhere } = await open.app.attachments.attach({ owner: 'meeting', ownerId: two, items: [item] })
  expect(ids).toHaveLength(1)
  expect(elsewhere).toEqual([{ name: '合影.png', as: '会议“三月主题党日”的“合影.png”' }])
})

test('撤销添加：附件没有了，原件留着；恢复又回来；检查台账说出留着几份', async () => {
  const open = await openApp()
  const here = { owner: 'meeting' as const, ownerId: await open.make.meeting() }
  await open.app.attachments.attach({ ...here, items: [await photo(open, 8)] })
  const undone = await open.app.history.undo({ operationId: (await open.app.history.latest({})).undo!.id })
  expect(await open.app.attachments.list(here)).toEqual([])
  expect(filesIn(open.path)).toHaveLength(1)
  expect(await open.app.files.check({})).toMatchObject({ ok: true, notes: [expect.stringContaining('有 1 份原件')] })
  await open.app.history.redo({ operationId: undone.id })
  expect(await open.app.attachments.list(here)).toHaveLength(1)
  expect(await open.app.files.check({})).toEqual({ ok: true, findings: [], notes: [] })
})

test('归档之后原有的附件不能动；签好字的签到表可以补充，标明是归档后补充的，补充的可以删', async () => {
  const open = await openApp()
  await open.make.members(2)
  const here = { owner: 'meeting' as const, ownerId: await open.make.heldMeeting() }
  const [standing = 0] = (await open.app.attachments.attach({ ...here, items: [await photo(open, 8)] })).ids
  await open.app.meetings.archive({ id: here.ownerId })
  const { attachments } = open.app
  await expect(attachments.remove({ ids: [standing] })).rejects.toThrow('这次会议已经归档')
  await expect(attachments.amend({ id: standing, kind: 'photo', name: '改名', caption: '' })).rejects.toThrow('这次会议已经归档')
  await expect(attachments.attach({ ...here, items: [await photo(open, 9)] })).rejects.toThrow('这次会议已经归档')
  const sheet = { ...(await photo(open, 9, '签到表.png')), kind: 'signedSheet' as const }
  const { ids } = await attachments.attach({ ...here, items: [sheet] })
  expect(await attachments.list(here)).toMatchObject([
    { id: standing, afterArchive: false },
    { id: ids[0], afterArchive: true },
  ])
  await expect(attachments.amend({ id: ids[0]!, kind: 'photo', name: '签到表.png', caption: '' })).rejects.toThrow('这次会议已经归档')
  await attachments.remove({ ids })
  expect(await attachments.list(here)).toHaveLength(1)
})

test('归档会议的附件由数据库守着：撤销归档前添加的那一步也不行', async () => {
  const open = await openApp()
  await open.make.members(2)
  const here = { owner: 'meeting' as const, ownerId: await open.make.heldMeeting() }
  await open.app.attachments.attach({ ...here, items: [await photo(open, 8)] })
  const { id } = (await open.app.history.latest({})).undo!
  await open.app.meetings.archive({ id: here.ownerId })
  await expect(open.app.history.undo({ operationId: id })).rejects.toThrow('这次会议已经归档')
  expect(await open.app.attachments.list(here)).toHaveLength(1)
})

test('删除会议连附件一起摘下，撤销一起回来；撤销“安排会议”而附件还在，说出先做什么', async () => {
  const open = await openApp()
  const here = { owner: 'meeting' as const, ownerId: await open.make.meeting() }
  const planned = (await open.app.history.latest({})).undo!.id
  await open.app.attachments.attach({ ...here, items: [await photo(open, 8), await photo(open, 9)] })
  await expect(open.app.history.undo({ operationId: planned })).rejects.toThrow('请先删除附件')
  await open.app.meetings.remove({ id: here.ownerId })
  await open.app.history.undo({ operationId: (await open.app.history.latest({})).undo!.id })
  expect((await open.app.attachments.list(here)).map(({ name }) => name)).toEqual(['8.png', '9.png'])
})

test('挂到没有的会议、没存过的原件、缺了一张的次序，都说“不”', async () => {
  const open = await openApp()
  const here = { owner: 'meeting' as const, ownerId: await open.make.meeting() }
  const item = await photo(open, 8)
  await expect(open.app.attachments.attach({ ...here, ownerId: 99, items: [item] })).rejects.toThrow('附件要挂在一个已有的会议上')
  await expect(open.app.attachments.attach({ ...here, items: [{ ...item, hash: '0'.repeat(64) }] })).rejects.toThrow('还没有存进来')
  const { ids } = await open.app.attachments.attach({ ...here, items: [item, await photo(open, 9)] })
  await expect(open.app.attachments.arrange({ ...here, ids: ids.slice(1) })).rejects.toThrow('请再排一次')
  await open.app.attachments.arrange({ ...here, ids: ids.toReversed() })
  expect((await open.app.attachments.list(here)).map(({ id }) => id)).toEqual(ids.toReversed())
  await expect(open.app.attachments.turn({ id: ids[0]!, turn: 90 })).rejects.toThrow('只有 JPG 照片可以旋转')
})

test('取回来的字节与存进去的一模一样；缩小的一份另有一张票', async () => {
  const open = await openApp()
  const here = { owner: 'meeting' as const, ownerId: await open.make.meeting() }
  const { hash: smallHash } = await store(open, '小.png', png(2))
  const { ids } = await open.app.attachments.attach({ ...here, items: [{ ...(await photo(open, 8)), smallHash }] })
  const bytesAt = async (small: boolean) => {
    const { ticket } = await open.app.attachments.open({ id: ids[0]!, small })
    return new Uint8Array(open.core.bytes.collect(ticket)!.file.bytes)
  }
  expect(await bytesAt(false)).toEqual(png(8))
  expect(await bytesAt(true)).toEqual(png(2))
  await open.app.attachments.save({ id: ids[0]! })
  expect(open.desk.saved.map(({ name }) => name)).toEqual(['8.png'])
})

test('原件只进不改；硬改了的（别的程序、磁盘出错）检查台账认得出', async () => {
  const open = await openApp()
  const here = { owner: 'meeting' as const, ownerId: await open.make.meeting() }
  await open.app.attachments.attach({ ...here, items: [await photo(open, 8, '现场.png')] })
  const db = bareConnection(open.path, false)
  expect(() => db.exec(`delete from file`)).toThrow('attachments.bytesStay')
  expect(() => db.exec(`update file set media = 'image/jpeg'`)).toThrow('attachments.bytesStay')
  db.exec(`drop trigger file_never_altered`)
  db.exec(`update file set bytes = zeroblob(size)`)
  db.close()
  const { ok, findings } = await open.app.files.check({})
  expect(ok).toBe(false)
  expect(findings).toEqual([expect.stringMatching(/与它的指纹不符（“现场.png”）/)])
})
