import type { Owner } from '../../../shared/attachments/contract.ts'
import type { OpenApp } from '../open-app.ts'
import { png } from '../pictures.ts'
import type { ExamplesOf } from './room.ts'

const store = async ({ app, core }: OpenApp, width: number) =>
  (await app.attachments.store({ file: core.bytes.hold({ name: '现场.png', bytes: png(width) }) })).hash

/** 一次会议，挂着两张照片。 */
async function meetingWithPhotos(open: OpenApp): Promise<{ here: Owner; ids: number[] }> {
  const here = { owner: 'meeting' as const, ownerId: await open.make.meeting() }
  const items = [
    { hash: await store(open, 8), kind: 'photo' as const, name: '一.png' },
    { hash: await store(open, 9), kind: 'photo' as const, name: '二.png' },
  ]
  return { here, ids: (await open.app.attachments.attach({ ...here, items })).ids }
}

export const attachmentsExamples: ExamplesOf<'attachments'> = {
  'attachments.list': async (open) => (await meetingWithPhotos(open)).here,
  'attachments.attach': async (open) => ({
    owner: 'meeting',
    ownerId: await open.make.meeting(),
    items: [{ hash: await store(open, 8), smallHash: await store(open, 4), kind: 'photo', name: '现场.png', caption: '会场' }],
  }),
  'attachments.amend': async (open) => ({
    id: (await meetingWithPhotos(open)).ids[0] ?? 0,
    kind: 'other',
    name: '一.png',
    caption: '开场',
  }),
  'attachments.turn': async (open) => ({ id: await turnable(open), turn: 90 }),
  'attachments.arrange': async (open) => {
    const { here, ids } = await meetingWithPhotos(open)
    return { ...here, ids: ids.toReversed() }
  },
  'attachments.remove': async (open) => ({ ids: (await meetingWithPhotos(open)).ids }),
}

/** 一张最小的 JPEG：头、量化表都没有，只够认出是什么。 */
const bareJpeg = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 1, 0xff, 0xda, 0, 2, 0x11, 0xff, 0xd9])

async function turnable({ app, core, make }: OpenApp): Promise<number> {
  const { hash } = await app.attachments.store({ file: core.bytes.hold({ name: '合影.jpg', bytes: bareJpeg }) })
  const items = [{ hash, kind: 'photo' as const, name: '合影.jpg' }]
  return (await app.attachments.attach({ owner: 'meeting', ownerId: await make.meeting(), items })).ids[0] ?? 0
}
