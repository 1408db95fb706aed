import { Checkbox, Radio } from 'antd'
import { countsOf, kindWords } from './counts.ts'
import type { Import } from './use-import.ts'

/** 文件里的几张表：是名单的写多少人，不是的写是什么；一份名单分在几张表上的，勾上一起导入。 */
export function SheetTabs({ work }: { work: Import }) {
  const { sheets, sheet, together, chooseSheet, include, reviewing } = work
  if (sheets.length < 2) return null
  const tables = sheets.filter(({ kind, rows }) => kind === 'table' && rows.length > 0)
  return (
    <div className="import-sheets">
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
              {one.kind === 'table' ? `${countsOf(one).total - one.skipped.length} 行` : kindWords[one.kind]}
            </span>
          </Radio>
        ))}
      </Radio.Group>
      {tables.length > 1 && (
        <fieldset className="import-together">
          <legend className="sr-only">一起导入的表</legend>
          <span aria-hidden="true">一起导入：</span>
          {tables.map(({ name }) => (
            <Checkbox
              key={name}
              checked={together.includes(name)}
              disabled={reviewing || (together.length === 1 && together.includes(name))}
              onChange={(event) => void include(name, event.target.checked)}
            >
              {name}
            </Checkbox>
          ))}
        </fieldset>
      )}
    </div>
  )
}
