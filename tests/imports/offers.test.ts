import { expect, test } from 'vitest'
import { offersFor } from '../../shared/imports/offers.ts'
import { textRows } from '../../shared/imports/pasted.ts'
import { choice, dayOrMonth, text } from '../../shared/ledger/columns.ts'

test('没写全年份的列出两个世纪，读不懂的、还没到的不列；没有把握就一种也不给', () => {
  const born = dayOrMonth('出生日期')
  expect(offersFor(born, '80.3', '2026-06-15')).toEqual(['1980-03'])
  expect(offersFor(born, '05年3月8日', '2026-06-15')).toEqual(['1905-03-08', '2005-03-08'])
  expect(offersFor(born, '2001.1', '2026-06-15')).toEqual(['2001-01', '2001-10'])
  expect(offersFor(born, '80.13', '2026-06-15')).toEqual([])
  expect(offersFor(choice('类别', { formal: '正式党员', probationary: '预备党员' }), '积极分子', '2026-06-15')).toEqual([
    '正式党员',
    '预备党员',
  ])
  expect(offersFor(text('姓名'), '张三', '2026-06-15')).toEqual([])
})

test('剪贴板里的文字：引号里的换行与制表符是一格的内容，两个引号是一个', () => {
  expect(textRows('姓名\t备注\r\n张三\t"一\n二""三"\r\n')).toEqual([
    ['姓名', '备注'],
    ['张三', '一\n二"三'],
  ])
})
