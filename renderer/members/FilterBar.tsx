import { Button, Checkbox, Input, type InputRef } from 'antd'
import { type Ref, useState } from 'react'
import { customKey } from '../../shared/fields/columns.ts'
import type { Category } from '../../shared/members/contract.ts'
import { categoryWords, standingWords } from '../../shared/members/words.ts'
import { FieldDialog } from '../fields/FieldDialog.tsx'
import { useMembersLedger } from '../fields/fields.ts'
import { ColumnChoice } from '../kit/ColumnChoice.tsx'
import type { View } from '../kit/view.ts'
import { within } from '../shell/tree.ts'
import { useWhere } from '../shell/where.ts'
import { type Filters, noFilters } from './filters.ts'

interface FilterBarProps {
  input: Ref<InputRef>
  text: string
  onText: (text: string) => void
  filters: Filters
  onFilters: (filters: Filters) => void
  view: View
  onView: (view: View) => void
  /** 从筛选框按 ↓ 走进表里。 */
  onDown: () => void
  counts: string
}

/** 筛选：边打边搜，类别、小组、状态，只看要核对的，显示哪些列。 */
export function FilterBar({ input, text, onText, filters, onFilters, view, onView, onDown, counts }: FilterBarProps) {
  const { organizations, organizationId } = useWhere()
  const groups = within(organizations, organizationId).filter((one) => one.kind === 'group' && !one.dissolvedOn)
  const ledger = useMembersLedger()
  const [adding, setAdding] = useState(false)
  const narrowed = text !== '' || JSON.stringify(filters) !== JSON.stringify(noFilters)
  return (
    <search className="filter-bar">
      <Input
        ref={input}
        allowClear
        aria-label="筛选党员"
        aria-keyshortcuts="/"
        placeholder="姓名、拼音首字母、电话、身份证后四位　/"
        value={text}
        onChange={(event) => onText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return
          event.preventDefault()
          onDown()
        }}
        className="filter-text"
      />
      <select
        className="native-select"
        aria-label="人员类别"
        value={filters.category}
        onChange={(event) => onFilters({ ...filters, category: event.target.value as Category | '' })}
      >
        <option value="">全部类别</option>
        {Object.entries(categoryWords).map(([key, word]) => (
          <option key={key} value={key}>
            {word}
          </option>
        ))}
      </select>
      {groups.length > 0 && (
        <select
          className="native-select"
          aria-label="党小组"
          value={filters.group}
          onChange={(event) => onFilters({ ...filters, group: event.target.value })}
        >
          <option value="">全部小组</option>
          {groups.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
          <option value="none">没有编组</option>
        </select>
      )}
      <select
        className="native-select"
        aria-label="党籍状态"
        value={filters.standing}
        onChange={(event) => onFilters({ ...filters, standing: event.target.value as Filters['standing'] })}
      >
        <option value="inRoll">在册</option>
        <option value="all">全部（含已离开）</option>
        {Object.entries(standingWords).map(([key, word]) => (
          <option key={key} value={key}>
            {word}
          </option>
        ))}
      </select>
      <Checkbox checked={filters.doubtful} onChange={(event) => onFilters({ ...filters, doubtful: event.target.checked })}>
        只看要核对的
      </Checkbox>
      {narrowed && (
        <Button
          type="link"
          size="small"
          onClick={() => {
            onText('')
            onFilters(noFilters)
          }}
        >
          清除筛选
        </Button>
      )}
      <span className="filter-counts num" role="status">
        {counts}
      </span>
      <ColumnChoice
        ledger={ledger}
        view={view}
        onView={onView}
        always="name"
        more={
          <Button type="link" size="small" className="flush" onClick={() => setAdding(true)}>
            新增字段…
          </Button>
        }
      />
      {adding && (
        <FieldDialog onDone={(id) => onView({ ...view, columns: [...view.columns, customKey(id)] })} onClose={() => setAdding(false)} />
      )}
    </search>
  )
}
