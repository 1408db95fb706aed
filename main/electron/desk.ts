import { randomUUID } from 'node:crypto'
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import type { BrowserWindow } from 'electron'
import { Refused } from '../../shared/kit/refusal.ts'
import { refusal } from '../../shared/refusals.ts'
import type { Bytes } from '../core/bytes.ts'
import type { Desk } from '../core/ports.ts'
import { writeWhole } from '../documents/write-whole.ts'
import { readOutside } from '../files/read-outside.ts'
import type { Electron } from './electron.ts'

/** 桌面版的桌面：系统的对话框；打印就是用系统的阅读器打开一份临时的。 */
export interface ElectronDesk extends Desk {
  /** 扔掉打印用的临时文件，连同上回没有正常退出留下的（里面可能有证件号）。 */
  tidy(): Promise<void>
}

const PRINTED = 'zhibu-taizhang-'

interface Given {
  electron: Pick<Electron, 'app' | 'dialog' | 'shell'>
  window: () => BrowserWindow | undefined
  bytes: () => Bytes
}

export function electronDesk({ electron: { app, dialog, shell }, window, bytes }: Given): ElectronDesk {
  const temporary = app.getPath('temp')
  const printed = join(temporary, `${PRINTED}${randomUUID()}`)
  const pick = async (name: string, extensions: string[]): Promise<string | undefined> => {
    const options = { properties: ['openFile' as const], filters: [{ name, extensions }] }
    const over = window()
    const { canceled, filePaths } = await (over ? dialog.showOpenDialog(over, options) : dialog.showOpenDialog(options))
    return canceled ? undefined : filePaths[0]
  }
  return {
    nativeDialogs: true,
    pickLedger: () => pick('支部台账', ['taizhang']),
    async chooseFile(accept) {
      const path = await pick(
        '可以读取的文件',
        accept.map((extension) => extension.replace(/^\./, '')),
      )
      if (!path) return { kind: 'cancelled' }
      const file = await readOutside(path, bytes().limit)
      return { kind: 'chosen', file: bytes().hold(file), name: file.name, bytes: file.bytes.byteLength }
    },
    async save(file) {
      const extension = extname(file.name).slice(1)
      const options = { defaultPath: join(app.getPath('documents'), file.name), filters: [{ name: extension, extensions: [extension] }] }
      const over = window()
      const { canceled, filePath } = await (over ? dialog.showSaveDialog(over, options) : dialog.showSaveDialog(options))
      if (canceled || !filePath) return { kind: 'cancelled' }
      await writeWhole(filePath, file.bytes)
      return { kind: 'saved', path: filePath }
    },
    async print(file) {
      await mkdir(printed, { recursive: true, mode: 0o700 })
      const path = join(printed, basename(file.name))
      await writeFile(path, file.bytes, { mode: 0o600 })
      const trouble = await shell.openPath(path)
      if (trouble) throw new Refused(refusal('documents.noViewer', { name: file.name }))
      return { kind: 'saved', path }
    },
    async tidy() {
      const names = await readdir(temporary).catch(() => [])
      const left = names.filter((name) => name.startsWith(PRINTED))
      // 阅读器还开着的删不掉，留给下一回
      await Promise.allSettled(left.map((name) => rm(join(temporary, name), { recursive: true, force: true })))
    },
  }
}
