import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { writeWhole } from '../../main/documents/write-whole.ts'
import type { Refused } from '../../shared/kit/refusal.ts'

const folder = () => {
  const made = mkdtempSync(join(tmpdir(), '导出 文件夹🙂-'))
  onTestFinished(() => rmSync(made, { recursive: true, force: true }))
  return made
}
const codeOf = (work: Promise<void>) =>
  work.then(
    () => 'written',
    (error: Refused) => error.refusal.code,
  )

test('写好的文件完整，旁边不留下别的', async () => {
  const place = folder()
  await writeWhole(join(place, '三会一课台账.xlsx'), new Uint8Array([1, 2, 3]))
  expect(readdirSync(place)).toEqual(['三会一课台账.xlsx'])
  expect([...readFileSync(join(place, '三会一课台账.xlsx'))]).toEqual([1, 2, 3])
})

test('替换原来的文件', async () => {
  const path = join(folder(), '旧.pdf')
  writeFileSync(path, 'old')
  await writeWhole(path, Buffer.from('new'))
  expect(readFileSync(path, 'utf8')).toBe('new')
})

test('文件夹不存在、名字是个文件夹时说不能写入，什么也不留下', async () => {
  const place = folder()
  mkdirSync(join(place, '台账.pdf', '里面'), { recursive: true })
  expect(await codeOf(writeWhole(join(place, '没有', 'a.pdf'), new Uint8Array(1)))).toBe('documents.cannotWrite')
  expect(await codeOf(writeWhole(join(place, '台账.pdf'), new Uint8Array(1)))).toBe('documents.cannotWrite')
  expect(readdirSync(place)).toEqual(['台账.pdf'])
})

test.skipIf(process.platform === 'win32' || process.getuid?.() === 0)('只读的文件夹说不能写入', async () => {
  const place = folder()
  chmodSync(place, 0o500)
  expect(await codeOf(writeWhole(join(place, 'a.pdf'), new Uint8Array(1)))).toBe('documents.cannotWrite')
})

test('名字长到系统的上限也能写', async () => {
  const path = join(folder(), `${'长'.repeat(80)}.pdf`)
  await writeWhole(path, new Uint8Array([9]))
  expect(readFileSync(path)).toHaveLength(1)
})
