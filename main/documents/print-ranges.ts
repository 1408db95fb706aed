import type { NamedRange, WriteSheet } from 'hucre'
import { placeIn } from './workbook-text.ts'

/** 打印区域与重复的行列：库写表名不加引号，有空格、括号的表名 Excel 会说文件坏了，所以自己写。 */
export function printed({ name, pageSetup }: WriteSheet): NamedRange[] {
  const { printArea, printTitlesRow, printTitlesColumn } = pageSetup ?? {}
  const titles = [printTitlesColumn, printTitlesRow].flatMap((range) => (range ? [placeIn(name, range)] : []))
  return [
    ...(printArea ? [{ name: '_xlnm.Print_Area', range: placeIn(name, printArea), scope: name }] : []),
    ...(titles.length > 0 ? [{ name: '_xlnm.Print_Titles', range: titles.join(','), scope: name }] : []),
  ]
}

export const withoutRanges = ({ pageSetup, ...sheet }: WriteSheet): WriteSheet => {
  const { printArea: _, printTitlesRow: __, printTitlesColumn: ___, ...setup } = pageSetup ?? {}
  return { ...sheet, pageSetup: setup }
}
