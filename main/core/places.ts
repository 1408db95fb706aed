import { existsSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import type { Places } from './ports.ts'

const NAME = '支部台账'

/** Linux 的“文档”在 user-dirs.dirs 里写着，中文系统里叫 ~/文档。 */
function linuxDocuments(config: string, home: string): string {
  try {
    const line = /^XDG_DOCUMENTS_DIR="(.+)"$/m.exec(readFileSync(join(config, 'user-dirs.dirs'), 'utf8'))?.[1]
    if (line) return line.replace(/^\$HOME/, home)
  } catch {
    // 没有桌面环境的机器
  }
  return existsSync(join(home, '文档')) ? join(home, '文档') : join(home, 'Documents')
}

/**
 * 台账与机器设置放在哪里，三种外壳相同。环境变量 ZHIBU_TAIZHANG_HOME 把两样都放进一个文件夹（绿色版与测试）。
 * @example standardPlaces().ledgers //=> 'C:\\Users\\li\\Documents\\支部台账'
 */
export function standardPlaces(env: NodeJS.ProcessEnv = process.env, platform: NodeJS.Platform = process.platform): Places {
  if (env.ZHIBU_TAIZHANG_HOME) return { ledgers: join(env.ZHIBU_TAIZHANG_HOME, NAME), settings: join(env.ZHIBU_TAIZHANG_HOME, '设置') }
  const home = homedir()
  if (platform === 'win32')
    return { ledgers: join(home, 'Documents', NAME), settings: join(env.APPDATA ?? join(home, 'AppData', 'Roaming'), NAME) }
  if (platform === 'darwin') return { ledgers: join(home, 'Documents', NAME), settings: join(home, 'Library', 'Application Support', NAME) }
  const config = env.XDG_CONFIG_HOME ?? join(home, '.config')
  return { ledgers: join(linuxDocuments(config, home), NAME), settings: join(config, NAME) }
}
