import type { Readable } from 'node:stream'
import type { Chosen, Saved } from '../../shared/files/contract.ts'
import type { Day } from '../../shared/kit/values.ts'

/** 桌面：打开、保存、打印文件的方式，每种外壳各有一个。 */
export interface Desk {
  /** 有系统对话框（桌面版）。 */
  readonly nativeDialogs: boolean
  /** 请人挑一个台账文件；取消或没有对话框时为 undefined。 */
  pickLedger(): Promise<string | undefined>
  /** 请人挑一个外来文件。accept 是扩展名，如 ['.xlsx', '.csv']。 */
  chooseFile(accept: readonly string[]): Promise<Chosen>
  /** 保存做好的文件。 */
  save(file: NamedBytes): Promise<Saved>
  /** 用系统的阅读器打开以便打印。 */
  print(file: NamedBytes): Promise<Saved>
}

export interface NamedBytes {
  name: string
  bytes: Uint8Array
}

/** 旁边的一个受限的子进程：收一件，答一句，超限、取消由父进程杀掉。Electron 用 utilityProcess，别处用 fork。 */
export interface SideProcess {
  post(message: unknown): void
  onMessage(listen: (message: unknown) => void): void
  onExit(listen: (code: number | null) => void): void
  /** 常驻内存（字节）；不知道时为 0。 */
  residentBytes(): number
  kill(): void
  readonly stderr?: Readable | null
}

/** 制作文书的工人线程。 */
export interface PaperWorker {
  post(message: unknown, transfer?: ArrayBuffer[]): void
  onMessage(listen: (message: unknown) => void): void
  onError(listen: (error: Error) => void): void
  terminate(): Promise<void>
}

/** 文件放在哪里。 */
export interface Places {
  /** 台账文件夹，如 文档/支部台账。 */
  ledgers: string
  /** 机器设置（只有路径与窗口）。 */
  settings: string
}

/** 外壳交给核心的一切；核心自己不碰时钟、随机数之外的机器。 */
export interface Ports {
  places: Places
  desk: Desk
  /** 本地日历的今天。 */
  today(): Day
  now(): Date
  /** 读取外来表格的进程。 */
  spawnReader(): SideProcess
  /** 逐页核对台账文件的进程。 */
  spawnChecker(): SideProcess
  startPaperWorker(): PaperWorker
  /** 日志：代码、数量与时长；从不写姓名、号码、金额或正文。 */
  log(line: string): void
}
