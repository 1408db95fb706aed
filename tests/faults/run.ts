import { spoiledPages } from './spoiled.ts'
import { copiedBetweenCommands, diskFull, killedMidway, killedWhileCreating, readOnlyFolder, staleLock, type Trial } from './trials.ts'

/** npm run faults：每项考验一行毛病；最后一行说挺过多少。 */
const groups: [string, () => Promise<Trial[]>][] = [
  ['命令进行当中强行结束进程', () => killedMidway(30)],
  ['新建当中强行结束进程', () => killedWhileCreating(25)],
  ['开着的时候拷走文件', () => copiedBetweenCommands(20)],
  ['磁盘满', () => diskFull([600, 700, 900, 1200, 1800])],
  ['只读的文件夹', readOnlyFolder],
  ['断电之后的旧锁', staleLock],
  ['坏了一块的台账', () => spoiledPages(60)],
]

const all: Trial[] = []
for (const [name, group] of groups) {
  const start = performance.now()
  const trials = await group()
  all.push(...trials)
  const survived = trials.filter(({ faults }) => faults.length === 0).length
  console.log(`${name}：挺过 ${survived} / ${trials.length}（${((performance.now() - start) / 1000).toFixed(1)} 秒）`)
  for (const { name: trial, faults } of trials) for (const fault of faults) console.log(`  ${trial}：${fault}`)
}
const survived = all.filter(({ faults }) => faults.length === 0).length
console.log(`\nsurvived ${survived} of ${all.length}`)
process.exit(survived === all.length ? 0 : 1)
