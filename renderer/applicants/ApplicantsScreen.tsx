import { Button, type InputRef } from 'antd'
import { useRef, useState } from 'react'
import type { ApplicantRow } from '../../shared/applicants/contract.ts'
import { activistsLedger, applicantsLedger, candidatesLedger } from '../../shared/applicants/ledger.ts'
import type { ApplicantWarning } from '../../shared/applicants/rules.ts'
import { stageWords } from '../../shared/applicants/words.ts'
import { isBranch } from '../../shared/organizations/rules.ts'
import { app } from '../app.ts'
import { DocumentButtons } from '../documents/DocumentButtons.tsx'
import { viewItems } from '../documents/view-items.ts'
import { useAsk } from '../kit/ask.ts'
import { Empty } from '../kit/Empty.tsx'
import { goAnd, useIntent } from '../kit/intent.ts'
import { useKeys } from '../kit/keys.ts'
import { LedgerTable } from '../kit/LedgerTable.tsx'
import { useRemembered } from '../kit/remembered.ts'
import { Screen } from '../kit/Screen.tsx'
import type { Sort } from '../kit/sorting.ts'
import { useView } from '../kit/view.ts'
import { Waiting } from '../kit/Waiting.tsx'
import { familyOf } from '../rooms.tsx'
import { useWhere } from '../shell/where.ts'
import { AddDialog } from './AddDialog.tsx'
import { ApplicantDrawer } from './ApplicantDrawer.tsx'
import { FilterBar } from './FilterBar.tsx'
import { type Filters, filtered, noFilters } from './filters.ts'
import { useDevelopment } from './use-development.ts'
import '../members/members.css'
import './applicants.css'

const usualColumns = ['name', 'stage', 'next', 'appliedOn', 'mentors', 'employer']
const usualWidths = { name: 7, stage: 8, next: 18, appliedOn: 8, mentors: 9, employer: 14, branchName: 14 }
const papers = [activistsLedger, candidatesLedger, applicantsLedger]

/** 发展对象与积极分子：名册之外还没有入党的人，各走到哪一步、接下来做什么。 */
export default function ApplicantsScreen() {
  const { organizationId, organization, today, year } = useWhere()
  const [filters, setFilters] = useRemembered<Filters>('applicants.filters', noFilters)
  const [sort, setSort] = useRemembered<Sort | undefined>('applicants.sort', undefined)
  const [active, setActive] = useRemembered<number | undefined>('applicants.active', undefined)
  const [view, setView, chosen] = useView(applicantsLedger, usualColumns, usualWidths)
  const [drawer, setDrawer] = useState(false)
  const [adding, setAdding] = useState(false)
  const filter = useRef<InputRef>(null)
  const body = useRef<HTMLDivElement>(null)
  const rows = useAsk(app.applicants.list, { organizationId }, { keep: true })
  const { warningsOf } = useDevelopment()
  const shown = filtered(rows.data ?? [], filters, (row) => warningsOf(row).length > 0)
  const current = shown.find((one) => one.id === active)
  const columns = isBranch(organization.kind) || chosen ? view.columns : usualColumns.with(-1, 'branchName')
  const show = (row: ApplicantRow) => {
    setActive(row.id)
    setDrawer(true)
  }
  const focusTable = () => {
    body.current?.querySelector<HTMLElement>('[role="grid"]')?.focus()
    if (!current) setActive(shown[0]?.id)
  }
  useIntent('applicants.add', () => setAdding(true))
  useIntent<number>('applicants.show', (id) => {
    setFilters({ ...noFilters, stage: 'all' })
    setActive(id)
    setDrawer(true)
  })
  useIntent('applicants.check', () => setFilters({ ...noFilters, doubtful: true }))
  useKeys({ n: () => setAdding(true), '/': () => filter.current?.focus({ cursor: 'all' }) })

  const scope = { organizationId, year }
  const importing = () => goAnd('/imports', 'imports.into', applicantsLedger.id)
  const add = (
    <Button type="primary" onClick={() => setAdding(true)} aria-keyshortcuts="N">
      登记申请人 N
    </Button>
  )
  return (
    <Screen
      fill
      title="发展对象与积极分子"
      family={familyOf('people')}
      tools={
        <>
          <DocumentButtons
            menu="导出"
            items={[
              ...viewItems({
                ledger: applicantsLedger,
                scope: { organizationId, year: Number(today.slice(0, 4)) },
                ...{ columns, rows: shown, sort },
              }),
              ...papers.flatMap(({ id, title }) =>
                (['xlsx', 'pdf'] as const).map((format) => ({
                  label: `${title}（${format === 'pdf' ? 'PDF' : 'Excel'}）`,
                  wanted: { kind: 'ledger' as const, ledger: id, scope, format },
                })),
              ),
            ]}
          />
          <Button onClick={importing}>导入名单</Button>
          {add}
        </>
      }
    >
      <FilterBar
        input={filter}
        filters={filters}
        onFilters={setFilters}
        view={{ ...view, columns }}
        onView={setView}
        onDown={focusTable}
        counts={rows.data ? `${shown.length} 人` : ''}
      />
      <div className="members-body" ref={body}>
        {rows.data === undefined ? (
          <Waiting error={rows.error} />
        ) : (
          <LedgerTable
            ledger={applicantsLedger}
            label="发展对象与积极分子"
            rows={shown}
            rowKey={(row) => row.id}
            columns={columns}
            widths={view.widths}
            render={{
              name: (row) => <Named name={row.name} doubts={warningsOf(row)} />,
              stage: ({ stage }) => <span className={`stage stage-${stage}`}>{stageWords[stage]}</span>,
            }}
            sort={sort}
            onSort={setSort}
            active={current?.id}
            onOpen={show}
            onMove={(row) => setActive(row.id)}
            empty={
              rows.data.length > 0 ? (
                <Empty sentence="没有符合的人。换个写法，或清除筛选。">
                  <Button onClick={() => setFilters({ ...noFilters, stage: 'all' })}>看全部</Button>
                </Empty>
              ) : (
                <Empty sentence="还没有登记申请人。手头有积极分子、发展对象名单就导入，没有就一个一个登记。">
                  <Button type="primary" onClick={importing}>
                    导入名单
                  </Button>
                  <Button onClick={() => setAdding(true)}>登记申请人</Button>
                </Empty>
              )
            }
          />
        )}
        {drawer && current && <ApplicantDrawer person={current} onClose={() => setDrawer(false)} />}
      </div>
      {adding && <AddDialog onDone={setActive} onClose={() => setAdding(false)} />}
    </Screen>
  )
}

/** 姓名，后面跟着有几处要核对；指着它看是哪几处。 */
const Named = ({ name, doubts }: { name: string; doubts: readonly ApplicantWarning[] }) => (
  <span className="doubted">
    <span>{name}</span>
    {doubts.length > 0 && (
      <span className="note-warning doubts" title={doubts.map(({ text }) => text).join('\n')}>
        {doubts.length}
        <span className="sr-only"> 处要核对</span>
      </span>
    )}
  </span>
)
