import { existsSync, mkdirSync } from 'node:fs'
import { dirname, extname, join } from 'node:path'
import { Refused } from '../../shared/kit/refusal.ts'
import { refusal } from '../../shared/refusals.ts'
import type { Desk } from '../core/ports.ts'
import { writeWhole } from '../documents/write-whole.ts'

/** 命令行里的桌面：没有对话框，做好的文件存进 folder()；同一次里重名的加编号，上一次的换掉。 */
export function consoleDesk(folder: () => string): Desk {
  const used = new Set<string>()
  const fresh = (name: string) => {
    const extension = extname(name)
    const stem = name.slice(0, name.length - extension.length)
    let chosen = name
    for (let n = 2; used.has(chosen.toLowerCase()); n += 1) chosen = `${stem}（${n}）${extension}`
    used.add(chosen.toLowerCase())
    return chosen
  }
  const save: Desk['save'] = async (file) => {
    const path = join(folder(), fresh(file.name))
    try {
      makeFolder(folder())
    } catch {
      throw new Refused(refusal('documents.cannotWrite', { path: folder() }))
    }
    await writeWhole(path, file.bytes)
    return { kind: 'saved', path }
  }
  return {
    nativeDialogs: false,
    pickLedger: async () => undefined,
    chooseFile: async () => ({ kind: 'cancelled' }),
    save,
    print: save,
  }
}

/** 一层一层地建：mkdir 的 recursive 在 /proc 这样建不了文件夹的地方会一直试下去。 */
function makeFolder(path: string): void {
  if (existsSync(path)) return
  makeFolder(dirname(path))
  mkdirSync(path)
}
