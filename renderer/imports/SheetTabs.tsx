import { Radio } from 'antd'
import { countsOf, kindWords } from './counts.ts'
import type { Import } from './use-import.ts'

/** 文件里的几张表：是名单的写多少人，不是的写是什么。 */
export function SheetTabs({ work }: { work: Import }) {
  const { sheets, sheet, chooseSheet } = work
  if (sheets.length < 2) return null
  return (
    <Radio.Group
      aria-label="工作表"
      optionType="button"
      value={sheet?.name}
      onChange={(event) => chooseSheet(event.target.value as string)}
    >
      {sheets.map((one) => (
        <Radio key={one.name} value={one.name}>
          {one.name}
          <span className="import-tab">
            {one.kind === 'table' ? `${countsOf(one).total - one.skipped.length} 人` : kindWords[one.kind]}
          </span>
        </Radio>
      ))}
    </Radio.Group>
  )
}
