import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'

const LIMIT = 1024 * 1024

/**
 * 往机器设置文件夹里的 `日志.txt` 添一行；满 1 MB 换新，只留上一份。写不进去就算了，日志从不妨碍做事。
 * @example fileLog('/home/li/.config/支部台账')('error 123456 members.list TypeError')
 */
export const fileLog = (folder: string) => (line: string) => {
  const path = join(folder, '日志.txt')
  try {
    mkdirSync(folder, { recursive: true })
    if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > LIMIT) renameSync(path, join(folder, '日志.上一份.txt'))
    appendFileSync(path, `${new Date().toISOString()} ${line.replaceAll('\n', ' ')}\n`)
  } catch {
    // 磁盘满或只读：没有别处可说
  }
}
