import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { facesIn, withoutShaping } from '../../main/documents/font-file.ts'
import { chooseFonts } from '../../main/documents/fonts.ts'

const bundled = createRequire(import.meta.url).resolve('@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf')
const folderWith = (name: string, fill: (path: string) => void) => {
  const folder = mkdtempSync(join(tmpdir(), '字体 fonts-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  fill(join(folder, name))
  return folder
}

test('读得出字体的名字、行高和能印的字', () => {
  const [face] = facesIn(readFileSync(bundled))
  expect(face?.names).toContain('Noto Serif SC')
  expect(face?.lineRatio).toBeCloseTo(1.437, 3)
  for (const char of '党镕犇㐂①—') expect(face?.covers(char.codePointAt(0) ?? 0)).toBe(true)
  for (const char of '𠮷😀☑') expect(face?.covers(char.codePointAt(0) ?? 0)).toBe(false)
})

test('去掉排字用的表：名字、度量、能印的字都不变；不是字体的一个字节也不动', () => {
  const bytes = readFileSync(bundled)
  const before = facesIn(bytes)[0]
  expect(bytes.subarray(0, 400).includes('GSUB')).toBe(true)
  const after = facesIn(withoutShaping(bytes))[0]
  expect(['GSUB', 'GPOS', 'GDEF'].filter((tag) => bytes.subarray(0, 400).includes(tag))).toEqual([])
  expect([after?.names, after?.lineRatio, after?.covers(0x515a)]).toEqual([before?.names, before?.lineRatio, true])
  const other = new Uint8Array([1, 2, 3])
  expect([...withoutShaping(other)]).toEqual([1, 2, 3])
})

test('不是字体的文件当作没有', () => {
  expect(facesIn(new Uint8Array([1, 2, 3]))).toEqual([])
  expect(facesIn(Buffer.alloc(4096, 'x'))).toEqual([])
})

test('名字像仿宋、里面不是仿宋的文件不用', () => {
  const folders = [folderWith('simfang.ttf', (path) => copyFileSync(bundled, path))]
  expect(chooseFonts(folders).fontFor('body').id).toBe('400Regular')
})

test('坏了的字体文件不妨碍打印', () => {
  const folders = [folderWith('simfang.ttf', (path) => writeFileSync(path, 'broken'))]
  expect(chooseFonts(folders).substitution('body')).toBe('正文以思源宋体代替仿宋')
})

test('本机装了仿宋就用仿宋，不再说代替', () => {
  const folders = [
    folderWith('SIMFANG.TTF', (path) => {
      // 把家族名“Noto Serif SC”改写成同样长的“FangSong     ”，就是一份叫仿宋的字体
      const bytes = Buffer.from(readFileSync(bundled))
      const utf16 = (text: string) => Buffer.from(text, 'utf16le').swap16()
      for (let at = bytes.indexOf(utf16('Noto Serif SC')); at !== -1; at = bytes.indexOf(utf16('Noto Serif SC'), at + 1))
        utf16('FangSong     ').copy(bytes, at)
      writeFileSync(path, bytes)
    }),
  ]
  const fonts = chooseFonts(folders)
  expect(fonts.substitution('body')).toBeUndefined()
  expect(fonts.fontFor('body').id).toContain('SIMFANG.TTF')
  expect(fonts.substitution('title')).toBe('标题以思源宋体代替小标宋')
})
