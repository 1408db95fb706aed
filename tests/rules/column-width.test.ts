import { expect, test } from 'vitest'
import { layOut, leastOf, widthOf } from '../../renderer/kit/column-width.ts'
import { day, text } from '../../shared/ledger/columns.ts'

const [problem, due, name] = [text('问题', { width: 15 }), day('时限'), text('姓名', { width: 8, align: 'center' })]
const track = (column: typeof problem | typeof due) => {
  const width = widthOf(column, false)
  return { width, least: leastOf(column, width) }
}
const tracks = [track(due), track(name), track(problem)]
const [full, least] = [tracks.reduce((sum, { width }) => sum + width, 0), tracks.reduce((sum, { least }) => sum + least, 0)]

test('只有靠左写的文字让得出来，日子、姓名一点不让', () => {
  expect(tracks.map(({ width, least }) => least < width)).toEqual([false, false, true])
})

test('标题总放得下：字少的列不让到标题以下', () => {
  const short = text('约定事项', { width: 4 })
  expect(leastOf(short, widthOf(short, false))).toBe(widthOf(short, false))
})

test('滚动条占去一点，文字列让一让，不横着滚', () => {
  expect(layOut(tracks, 0, full - 15).total).toBe(least)
  expect(layOut(tracks, 40, full + 25).total).toBe(least + 40)
})

test('怎么也放不下的，各列照原来的宽，横着滚', () => {
  expect(layOut(tracks, 0, least - 1).total).toBe(full)
})
