import { expect, test } from 'vitest'
import { spoiledPages } from './spoiled.ts'
import { copiedBetweenCommands, diskFull, killedMidway, killedWhileCreating, readOnlyFolder, staleLock, type Trial } from './trials.ts'

/** 每样考验几次；次数多的是 npm run faults。 */
const faultsOf = (trials: readonly Trial[]) => trials.flatMap(({ name, faults }) => faults.map((fault) => `${name}：${fault}`))
const survives = async (trials: Promise<Trial[]>, count: number) => {
  const done = await trials
  if (process.platform !== 'win32') expect(done).toHaveLength(count)
  expect(faultsOf(done)).toEqual([])
}

test('命令进行当中强行结束进程，说过做完的都在，没有做了一半的', () => survives(killedMidway(2), 2), 60_000)
test('新建当中强行结束进程，留下的文件打得开', () => survives(killedWhileCreating(2), 2), 60_000)
test('软件开着的时候，两次命令之间只拷走那一个文件，也是完整的', () => survives(copiedBetweenCommands(3), 3), 60_000)
test('磁盘满了说一句话，已有的一样不少，腾出地方能接着写', () => survives(diskFull([700]), 1), 60_000)
test('只读的文件夹说一句话，不留下半个文件', () => survives(readOnlyFolder(), 2), 60_000)
test('断电重启之后，旧锁不会把人关在外面', () => survives(staleLock(), 2), 60_000)
test('坏了一块的台账，说得出是哪里坏了；检查说完好的，内容真的一样', () => survives(spoiledPages(3), 3), 60_000)
