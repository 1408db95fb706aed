import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** 写手说过的一句话。 */
export interface Said {
  starting?: boolean
  ready?: boolean
  what?: string
  operation?: number
  refused?: string | null
  error?: string | null
}

export interface Writer {
  child: ChildProcess
  said: Said[]
  /** 说出符合条件的一句时。写手先退出则为 undefined。 */
  heard(wanted: (said: Said) => boolean): Promise<Said | undefined>
  ended: Promise<void>
}

const script = fileURLToPath(new URL('./writer.ts', import.meta.url))

/** 起一个写手；fileLimitKb 是它能写的最大文件（ulimit -f）。 */
export function startWriter(
  folder: string,
  path: string,
  { mode = 'open', fileLimitKb, uid }: { mode?: 'open' | 'create'; fileLimitKb?: number; uid?: number } = {},
): Writer {
  const node = [process.execPath, '--no-warnings', script, folder, path, mode]
  const [command = '', ...rest] = fileLimitKb === undefined ? node : ['bash', '-c', `ulimit -f ${fileLimitKb}; exec "$@"`, 'bash', ...node]
  const child = spawn(command, rest, { stdio: ['ignore', 'pipe', 'inherit'], ...(uid === undefined ? {} : { uid, gid: uid }) })
  const said: Said[] = []
  const waiting = new Set<(said: Said | undefined) => void>()
  createInterface({ input: child.stdout }).on('line', (line) => {
    const word: Said = JSON.parse(line)
    said.push(word)
    for (const listen of waiting) listen(word)
  })
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()))
  void ended.then(() => {
    for (const listen of waiting) listen(undefined)
  })
  const heard = (wanted: (said: Said) => boolean) =>
    new Promise<Said | undefined>((resolve) => {
      const found = said.find(wanted)
      if (found) return resolve(found)
      const listen = (word: Said | undefined) => {
        if (word && !wanted(word)) return
        waiting.delete(listen)
        resolve(word)
      }
      waiting.add(listen)
    })
  return { child, said, heard, ended }
}
