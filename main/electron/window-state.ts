import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Rectangle } from 'electron'
import { z } from 'zod'

const WindowState = z.object({
  bounds: z.object({ x: z.int().optional(), y: z.int().optional(), width: z.int().min(800), height: z.int().min(560) }),
  maximized: z.boolean(),
  zoom: z.number().min(0.5).max(3),
})
export type WindowState = z.infer<typeof WindowState>

const usual: WindowState = { bounds: { width: 1366, height: 768 }, maximized: false, zoom: 1 }

const overlaps = (a: Rectangle, b: Rectangle) =>
  a.x < b.x + b.width - 80 && b.x < a.x + a.width - 80 && a.y >= b.y - 8 && a.y < b.y + b.height - 80

/** 上次窗口的位置与缩放；读不出来、或者那块屏幕已经拔掉，就用平常的。 */
export function recallWindow(path: string, screens: readonly Rectangle[]): WindowState {
  try {
    const state = WindowState.parse(JSON.parse(readFileSync(path, 'utf8')))
    const { x, y, width, height } = state.bounds
    if (x === undefined || y === undefined) return state
    return screens.some((screen) => overlaps({ x, y, width, height }, screen)) ? state : { ...state, bounds: { width, height } }
  } catch {
    return usual
  }
}

/** 记不下来不妨碍关窗。 */
export function rememberWindow(path: string, state: WindowState): void {
  try {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, JSON.stringify(state))
  } catch {
    // 只读的文件夹：下次用平常的大小
  }
}
