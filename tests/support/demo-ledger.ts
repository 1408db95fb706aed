import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { localDay } from '../../main/core/local-day.ts'

const root = join(import.meta.dirname, '../..')

/** 一次测试共用的文件夹（scripts/test.ts 建、用完删）；单跑一个文件时是这个进程自己的。 */
const shared = () => process.env.ZHIBU_TAIZHANG_TEST_RUN ?? join(tmpdir(), `支部台账-测试-${process.pid}`)

/** 演示台账一次测试里只建一次，各测试拿副本：建一本要几秒。给出那一本的路径。 */
async function built(): Promise<string> {
  const folder = shared()
  const [path, turn] = [join(folder, '演示.taizhang'), join(folder, '演示.正在建')]
  mkdirSync(folder, { recursive: true })
  while (!existsSync(path)) {
    if (takes(turn))
      try {
        if (!existsSync(path)) execFileSync(process.execPath, [join(root, 'main/console/index.ts'), 'demo', path])
      } finally {
        rmSync(turn, { recursive: true, force: true })
      }
    else await setTimeout(50)
  }
  return path
}

/** 轮到了：文件夹是这个进程建成的。 */
function takes(turn: string): boolean {
  try {
    mkdirSync(turn)
    return true
  } catch {
    return false
  }
}

/** 一份演示台账放进 folder（没有就建），名字同“看看演示台账”建的一样；给出它的路径。 */
export async function copyDemo(folder: string): Promise<string> {
  const path = join(folder, `演示台账 ${localDay(new Date())}.taizhang`)
  mkdirSync(folder, { recursive: true })
  copyFileSync(await built(), path)
  return path
}
