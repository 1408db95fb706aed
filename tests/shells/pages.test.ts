import { describe, expect, test } from 'vitest'
import { insideFolder } from '../../main/shell/pages.ts'

describe('界面的文件夹', () => {
  test.each([
    '/../x',
    '/a/../../x',
    '/%2e%2e/x',
    '/..%2fx',
    '/a\\..\\x',
    '/%5c%5chost/x',
    '/C:/x',
    '/a%00.js',
    '/.env',
    '/a/.git/x',
    '/%E0%A4%A',
  ])('“%s”走不出去', (path) => {
    expect(insideFolder(path)).toBeUndefined()
  })

  test('平常的路径原样，多余的斜杠去掉', () => {
    expect(insideFolder('/assets/a-1b.js')).toBe('assets/a-1b.js')
    expect(insideFolder('//etc/passwd')).toBe('etc/passwd')
    expect(insideFolder('/%E5%8F%B0%E8%B4%A6.svg')).toBe('台账.svg')
  })
})
