import { Button, Checkbox, Input, type InputRef } from 'antd'
import type { Ref } from 'react'
import { applicantsLedger } from '../../shared/applicants/ledger.ts'
import { stageWords } from '../../shared/applicants/words.ts'
import { ColumnChoice } from '../kit/ColumnChoice.tsx'
import type { View } from '../kit/view.ts'
import { type Filters, noFilters } from './filters.ts'

interface FilterBarProps {
  input: Ref<InputRef>
  filters: Filters
  onFilters: (filters: Filters) => void
  view: View
  onView: (view: View) => void
  /** 从筛选框按 ↓ 走进表里。 */
  onDown: () => void
  counts: string
}

/** 筛选：边打边搜，走到哪一步，只看要核对的，显示哪些列。 */
export function FilterBar({ input, filters, onFilters, view, onView, onDown, counts }: FilterBarProps) {
  const narrowed = JSON.stringify(filters) !== JSON.stringify(noFilters)
  return (
    <search className="filter-bar">
      <Input
        ref={input}
        allowClear
        aria-label="筛选申请人"
        aria-keyshortcuts="/"
        placeholder="姓名、拼音首字母、电话、身份证后四位　/"
        value={filters.text}
        onChange={({ target }) => onFilters({ ...filters, text: target.value })}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return
          event.preventDefault()
          onDown()
        }}
        className="filter-text"
      />
      <select
        className="native-select"
        aria-label="走到哪一步"
        value={filters.stage}
        onChange={({ target }) => onFilters({ ...filters, stage: target.value as Filters['stage'] })}
      >
        <option value="underWay">在发展中</option>
        {Object.entries(stageWords).map(([key, word]) => (
          <option key={key} value={key}>
            {word}
          </option>
        ))}
        <option value="all">全部（含已接收、已终止）</option>
      </select>
      <Checkbox checked={filters.doubtful} onChange={({ target }) => onFilters({ ...filters, doubtful: target.checked })}>
        只看要核对的
      </Checkbox>
      {narrowed && (
        <Button type="link" size="small" onClick={() => onFilters(noFilters)}>
          清除筛选
        </Button>
      )}
      <span className="filter-counts num" role="status">
        {counts}
      </span>
      <ColumnChoice ledger={applicantsLedger} view={view} onView={onView} always="name" />
    </search>
  )
}
