import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readOutside } from '../../main/files/read-outside.ts'
import { Refused } from '../../shared/kit/refusal.ts'
import { explain } from '../../shared/refusals.ts'

const said = (reading: Promise<unknown>) =>
  reading.then(
    () => '（读到了）',
    (error) => (error instanceof Refused ? explain(error.refusal) : String(error)),
  )

test('外来的文件读得到就读，不在、太大、读不出来各有一句话', async () => {
  const folder = mkdtempSync(join(tmpdir(), '外来 文件🙂-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const path = join(folder, '花名册.csv')
  writeFileSync(path, '姓名')
  expect(await readOutside(path, 100)).toEqual({ name: '花名册.csv', bytes: new Uint8Array(Buffer.from('姓名')) })
  expect(await said(readOutside(path, 3))).toContain('没有读取')
  expect(await said(readOutside(folder, 100))).toContain('找不到文件')
})

test.runIf(process.platform === 'linux')('正被别的软件占着、读不出来的，请人关掉再试', async () => {
  // 内核里一个看得见、读不出的文件，代替被 Excel 占着的
  expect(await said(readOutside('/proc/self/mem', 100))).toBe(
    '“mem”读不出来，可能正被 Excel 或 WPS 打开，或者没有读它的权限。请关闭后再试一次。',
  )
})
