import { existsSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import type { OpenLedger } from '../../shared/files/contract.ts'
import { refuseUnlessWritable } from '../core/inspect-file.ts'
import { lockLedger } from '../core/lock.ts'
import { refuse } from '../core/refuse.ts'
import type { Apart, TaskContext } from '../core/services.ts'
import { createTurns } from '../core/turns.ts'

/** 一个进程里一次只建一个：连按两下“新建”，第二下看得见第一下建好的。 */
const builds = createTurns()

interface NewLedger {
  /** 放在哪里；轮到它时才定，已有同名的在这里拒绝。 */
  place(): string
  /** 建它的另一个核心：这里打开着的台账收不到一笔。 */
  maker: Apart
  fill(): Promise<void>
}

/**
 * 先在旁边建好、填好，再改成正式的名字打开：半路断电、取消、填不成，都不留下半个台账，这里打开着的也不动。
 * @throws Refused files.exists | files.noFolder | files.readOnlyFolder | files.alreadyOpen，与 fill 的拒绝
 */
export const createWhole = ({ session, now }: TaskContext, { place, maker, fill }: NewLedger): Promise<OpenLedger> =>
  builds.take(async () => {
    const path = place()
    const building = `${path}.新建中`
    const discard = () => {
      for (const part of ['', '-wal', '-shm', '.lock']) rmSync(building + part, { force: true })
    }
    refuseUnlessWritable(dirname(path))
    // 上回断电留下的扔掉；别的进程正在建的，锁还活着，到这里就拒绝
    lockLedger(building, new Date(now))()
    discard()
    try {
      await maker.session.open(building, { create: true })
      await fill()
      await maker.close()
      if (existsSync(path)) refuse('files.exists', { name: basename(path) })
      renameSync(building, path)
    } catch (error) {
      await maker.close()
      discard()
      throw error
    }
    return session.open(path)
  })
