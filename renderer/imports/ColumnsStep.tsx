import { Button, Select } from 'antd'
import { newFieldKey } from '../../shared/imports/new-fields.ts'
import { SheetTabs } from './SheetTabs.tsx'
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
  const used = new Set(sheet.columns.map(({ field }) => field))
  const unused = sheet.columns.filter(({ field, header }) => field === null && header !== '').map(({ header }) => header)
  const missing = fields.filter(({ field, required }) => required && !used.has(field))
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
              {sheet.columns.map(({ letter, header, field, samples, remembered }) => (
                <tr key={letter} className={field === null ? 'is-unused' : undefined}>
                  <td className="import-letter">{letter}</td>
                  <th scope="row">{header || '（没有表头）'}</th>
                  <td className="import-samples">{samples.join('　')}</td>
                  <td>
                    <Select
                      aria-label={`${letter} 列 ${header} 对应到`}
                      style={{ width: 220 }}
                      showSearch={{ optionFilterProp: 'label' }}
                      value={field ?? ''}
                      options={optionsFor(nameOf(header))}
                      onChange={(next) => void adjust({ fields: { ...adjustments.fields, [letter]: next === '' ? null : next } })}
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
