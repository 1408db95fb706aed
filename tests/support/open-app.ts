import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { forkChecker } from '../../main/core/check-ledger.ts'
import { type Core, createCore } from '../../main/core/core.ts'
import type { Desk, NamedBytes, Ports } from '../../main/core/ports.ts'
import { startPaperWorker } from '../../main/documents/node-worker.ts'
import { forkReader } from '../../main/imports/reader/fork-reader.ts'
import { createClient } from '../../shared/client.ts'
import type { Client } from '../../shared/contract.ts'
import { Refused } from '../../shared/kit/refusal.ts'
import { explain } from '../../shared/refusals.ts'
import { type Make, makers } from './make.ts'

/** 测试的桌面：存下来的文件收在这里看。 */
export interface PaperTray extends Desk {
  saved: NamedBytes[]
}

export interface OpenApp {
  app: Client
  core: Core
  make: Make
  desk: PaperTray
  /** 台账文件。 */
  path: string
  folder: string
  log: string[]
  /** 把今天拨到另一天。 */
  setToday(day: string): void
}

const createTray = (): PaperTray => {
  const saved: NamedBytes[] = []
  const keep = async (file: NamedBytes) => {
    saved.push(file)
    return { kind: 'saved' as const, path: file.name }
  }
  return {
    saved,
    nativeDialogs: false,
    pickLedger: async () => undefined,
    chooseFile: async () => ({ kind: 'cancelled' }),
    save: keep,
    print: keep,
  }
}

export interface TestPorts {
  ports: Ports
  desk: PaperTray
  folder: string
  log: string[]
  setToday(day: string): void
}

/** 一套真的端口，文件都在一个用完就删的文件夹里；时钟从 today 上午十点起一秒一秒地走。 */
export function testPorts(today = '2026-06-15'): TestPorts {
  const folder = mkdtempSync(join(tmpdir(), '支部 台账🙂-'))
  const desk = createTray()
  const log: string[] = []
  let day = today
  let tick = 0
  const ports: Ports = {
    places: { ledgers: join(folder, '支部台账'), settings: join(folder, 'settings') },
    desk,
    today: () => day,
    now: () => new Date(new Date(`${day}T10:00:00`).getTime() + 1000 * tick++),
    spawnReader: forkReader,
    spawnChecker: forkChecker,
    startPaperWorker,
    log: (line) => void log.push(line),
  }
  const setToday = (next: string) => {
    day = next
  }
  return { ports, desk, folder, log, setToday }
}

/**
 * 一个真的核心、一个真的台账文件，测试完自动关掉删掉。说“不”时抛出带中文句子的错误。
 * @example const { app, make } = await openApp({ today: '2026-03-31' })
 */
export async function openApp({
  today,
  kind = 'branch',
  replaced = {},
}: {
  today?: string
  kind?: 'branch' | 'generalBranch' | 'committee'
  /** 换上替身的端口。 */
  replaced?: Partial<Ports>
} = {}): Promise<OpenApp> {
  const { ports, desk, folder, log, setToday } = testPorts(today)
  const core = createCore({ ...ports, ...replaced })
  const app = speaking(createClient(core.call))
  const { path } = await app.files.create({ name: '春晖商会党支部', kind, actor: { name: '李明', post: '支部书记' } })
  onTestFinished(async () => {
    await core.close()
    rmSync(folder, { recursive: true, force: true })
  })
  return { app, core, make: makers(app), desk, path, folder, log, setToday }
}

/** 拒绝变成带句子的错误，断言时读得懂：rejects.toThrow('……')。 */
export const speaking = (client: Client): Client =>
  Object.fromEntries(
    Object.entries(client).map(([room, asks]) => [
      room,
      Object.fromEntries(
        Object.entries(asks as Record<string, (input: unknown) => Promise<unknown>>).map(([name, ask]) => [
          name,
          async (input: unknown) => {
            try {
              return await ask(input)
            } catch (error) {
              throw error instanceof Refused ? Object.assign(new Error(explain(error.refusal)), { refusal: error.refusal }) : error
            }
          },
        ]),
      ),
    ]),
  ) as unknown as Client
