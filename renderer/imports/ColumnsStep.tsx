import { Button, Select } from 'antd'
import type { SheetPreview } from '../../shared/imports/contract.ts'
import { newFieldKey } from '../../shared/imports/new-fields.ts'
import { SheetTabs } from './SheetTabs.tsx'
import { missingFields } from './stages.ts'
import type { Import } from './use-import.ts'

export interface TargetField {
  field: string
  label: string
  required: boolean
}

/** 两级表头只取下面一级作字段的名称。 */
const nameOf = (header: string) => header.split('/').at(-1)?.trim() ?? ''

interface ColumnsStepProps {
  work: Import
  /** 要导入的叫什么。 */
  what: string
  fields: readonly TargetField[]
  takesFields: boolean
}

/** 表头对应：外来表格的每一列，对应到台账的哪一栏；改过的下次记得。 */
export function ColumnsStep({ work, what, fields, takesFields }: ColumnsStepProps) {
  const { sheet, adjustments, adjust, reviewing, setStage } = work
  if (!sheet) return <p>文件里没有工作表。</p>
  const unused = sheet.columns
    .filter(({ field, header, choices }) => field === null && header !== '' && !choices)
    .map(({ header }) => header)
  const missing = missingFields(sheet, fields)
  const customs = takesFields && sheet.kind === 'table'
  const optionsFor = (header: string) => [
    { value: '', label: '不导入这一列' },
    ...(customs && header !== '' && !fields.some(({ label }) => label === header)
      ? [{ value: newFieldKey(header.slice(-20)), label: `新增字段“${header.slice(-20)}”` }]
      : []),
    ...fields.map(({ field, label, required }) => ({ value: field, label: required ? `${label}（必有）` : label })),
  ]
  return (
    <div className="import-step">
      <div className="import-bar">
        <SheetTabs work={work} />
        {sheet.kind === 'table' && sheet.headerRows.length > 0 && (
          <span className="hint">
            表头在第 {sheet.headerRows.join('、')} 行，{sheet.columns.filter(({ field }) => field !== null).length} 列已对应
          </span>
        )}
        <span className="import-next">
          <Button
            type="primary"
            disabled={sheet.kind !== 'table' || missing.length > 0}
            loading={reviewing}
            onClick={() => setStage('rows')}
          >
            逐行检查 →
          </Button>
        </span>
      </div>
      {sheet.advice && (
        <p className="import-advice" role="status">
          {sheet.advice}
        </p>
      )}
      {sheet.kind === 'table' && missing.length > 0 && (
        <p className="import-advice" role="status">
          还没有哪一列对应“{missing.map(({ label }) => label).join('、')}”，请在下面选定；没有它就不知道是哪一条。
        </p>
      )}
      {sheet.kind === 'table' && (
        <div className="import-scroll">
          {unused.length > 0 && (
            <p className="import-unused">
              这 {unused.length} 列不导入：{unused.join('、')}。{customs && '要留着的，在右边选“新增字段…”，名册上就多一项。'}
            </p>
          )}
          <table className="import-columns">
            <caption className="sr-only">表头对应</caption>
            <thead>
              <tr>
                <th scope="col">列</th>
                <th scope="col">原表的表头</th>
                <th scope="col">样子</th>
                <th scope="col">对应到{what}的</th>
              </tr>
            </thead>
            <tbody>
              {sheet.columns.map(({ letter, header, field, samples, remembered, choices }) => (
                <tr key={letter} className={field === null ? 'is-unused' : undefined}>
                  <td className="import-letter">{isColumn(letter) ? letter : ''}</td>
                  <th scope="row">{header || '（没有表头）'}</th>
                  <td className="import-samples">{samples.join('　')}</td>
                  <td>
                    <ColumnField
                      column={{ letter, header, field, samples, choices }}
                      fields={fields}
                      options={optionsFor(nameOf(header))}
                      decided={Object.hasOwn(adjustments.fields, letter)}
                      onField={(next) => void adjust({ fields: { ...adjustments.fields, [letter]: next === '' ? null : next } })}
                    />
                    {remembered && <span className="import-remembered">已记住</span>}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  )
}

interface ColumnFieldProps {
  column: Pick<SheetPreview['columns'][number], 'letter' | 'header' | 'field' | 'samples' | 'choices'>
  fields: readonly TargetField[]
  options: { value: string; label: string }[]
  /** 人选过。 */
  decided: boolean
  onField: (field: string) => void
}

const isColumn = (letter: string) => /^[A-Z]+\d*$/.test(letter)

/** 一列（或一种记号）对应到什么：台账的一栏、哪次会、哪种出勤；定死的只写出来。 */
function ColumnField({ column, fields, options, decided, onField }: ColumnFieldProps) {
  const { letter, header, field, samples, choices } = column
  if (choices?.length === 0)
    return <>{fields.find((one) => one.field === field)?.label ?? (samples.length > 0 ? '看不出是哪次会' : '不导入')}</>
  const listed = choices ? [...(isColumn(letter) ? [{ value: '', label: '不导入这一列' }] : []), ...choices] : options
  return (
    <Select
      aria-label={isColumn(letter) ? `${letter} 列 ${header} 对应到` : `${header}是`}
      style={{ width: 220 }}
      showSearch={{ optionFilterProp: 'label' }}
      value={field ?? (choices && !decided ? null : '')}
      placeholder={isColumn(letter) && samples.length === 0 ? '没有记号，不导入' : '请选择'}
      options={listed}
      onChange={(next) => next !== null && onField(next)}
    />
  )
}
