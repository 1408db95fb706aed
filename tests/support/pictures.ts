import { drawnPng } from '../../main/files/demo/drawn-png.ts'

/** 一张单色的 PNG（真的能打开）。 */
export const png = (width = 8, height = 6): Uint8Array => drawnPng({ width, height }, () => [181, 18, 27])
