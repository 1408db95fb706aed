import type { AttachmentKind } from '../../../shared/attachments/contract.ts'
import { drawnPng, type Paint } from './drawn-png.ts'
import type { Addition } from './meetings.ts'

/** 按 640×440 的坐标画，每两点取一点：够看，画得快。 */
const SIZE = { width: 320, height: 220 }
const coarse =
  (paint: Paint): Paint =>
  (x, y) =>
    paint(x * 2, y * 2)
const WALLS = [
  [226, 214, 196],
  [206, 220, 224],
  [216, 224, 206],
] as const

/** 画出来的会场：墙、横幅、窗、一排排桌子；一看就不是照的。 */
const hall =
  (seed: number): Paint =>
  (x, y) => {
    if (y < 36) return [181, 18, 27]
    if (y < 200) return x % 210 > 60 && x % 210 < 150 && y > 70 && y < 170 ? [236, 244, 248] : (WALLS[seed % WALLS.length] ?? WALLS[0])
    const [row, place] = [Math.floor((y - 200) / 60), (x + seed * 17) % 106]
    return (y - 200) % 60 > 18 && place > 14 && place < 92 ? [150 - row * 12, 112 - row * 10, 78 - row * 8] : [190, 176, 156]
  }

/** 画出来的签到表：白纸、表格线、几道笔画。 */
const sheet =
  (seed: number): Paint =>
  (x, y) => {
    const inside = x > 40 && x < 600 && y > 70 && y < 410
    if (inside && ((y - 70) % 34 === 0 || (x - 40) % 140 === 0)) return [40, 40, 40]
    const stroke = Math.sin((x + seed * 31) / 7) * 8 + 17
    const signed = inside && Math.floor((x - 40) / 140) % 2 === 1 && (x - 40) % 140 > 30 && (x - 40) % 140 < 110
    return signed && Math.abs(((y - 70) % 34) - stroke) < 1.2 ? [30, 50, 120] : [250, 249, 245]
  }

/** 有主题党日的会挂两张画出来的会场，支部党员大会再挂一张画出来的签到表。 */
export const attachTo: Addition = async ({ app, hold }, { id, kinds, topic }) => {
  const drawings: { kind: AttachmentKind; name: string; caption: string; paint: Paint }[] = [
    ...(kinds.includes('themeDay')
      ? [
          { kind: 'photo' as const, name: '会场.png', caption: `${topic}（演示图）`, paint: hall(id) },
          { kind: 'photo' as const, name: '讨论.png', caption: '讨论（演示图）', paint: hall(id + 1000) },
        ]
      : []),
    ...(kinds.includes('branchAssembly') ? [{ kind: 'signedSheet' as const, name: '签到表.png', caption: '', paint: sheet(id) }] : []),
  ]
  const items = []
  for (const { paint, ...drawing } of drawings) {
    const file = hold({ name: drawing.name, bytes: drawnPng(SIZE, coarse(paint)) })
    items.push({ ...drawing, hash: (await app.attachments.store({ file })).hash })
  }
  if (items.length > 0) await app.attachments.attach({ owner: 'meeting', ownerId: id, items })
}
