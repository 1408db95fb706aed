import { expect, test } from 'vitest'
import { whyNotStage } from '../../renderer/imports/stages.ts'
import { columnsBeyond } from '../../renderer/imports/use-beyond.ts'
import type { SheetPreview } from '../../shared/imports/contract.ts'

const fields = [
  { field: 'name', label: '姓名', required: true },
  { field: 'mobile', label: '手机号', required: false },
]
const sheet = (field: string | null) => ({ kind: 'table', columns: [{ field }] }) as unknown as SheetPreview

test('到不了的一步说出为什么；齐了就能点过去，走过的点得回来', () => {
  expect(whyNotStage('rows', 'file', undefined, fields)).toBe('先选文件，或粘贴一张表')
  expect(whyNotStage('rows', 'columns', sheet('mobile'), fields)).toBe('先选定哪一列是“姓名”')
  expect(whyNotStage('rows', 'columns', sheet('name'), fields)).toBeUndefined()
  expect(whyNotStage('rows', 'columns', { ...sheet('name'), kind: 'empty' as never }, fields)).toContain('换一张表')
  expect(whyNotStage('columns', 'done', sheet('name'), fields)).toBeUndefined()
  expect(whyNotStage('done', 'rows', sheet('name'), fields)).toContain('按“导入”')
  expect(whyNotStage('file', 'rows', undefined, fields)).toBeUndefined()
})

test('右边还有几栏没露全', () => {
  expect([columnsBeyond([100, 100, 100], 300), columnsBeyond([100, 100, 100], 150), columnsBeyond([], 0)]).toEqual([0, 2, 0])
})
