import { Button } from 'antd'
import { useState } from 'react'
import { isBindable } from '../../shared/documents/rules.ts'
import type { MeetingRow } from '../../shared/meetings/contract.ts'
import { registerLedger } from '../../shared/meetings/ledger.ts'
import { app } from '../app.ts'
import { useAsk } from '../kit/ask.ts'
import { Empty } from '../kit/Empty.tsx'
import { goAnd } from '../kit/intent.ts'
import { LedgerTable } from '../kit/LedgerTable.tsx'
import { Screen } from '../kit/Screen.tsx'
import type { Sort } from '../kit/sorting.ts'
import { Waiting } from '../kit/Waiting.tsx'
import { StatusMark } from '../meetings/StatusMark.tsx'
import { hasBranches, useWhere } from '../shell/where.ts'
import { CollectionButtons } from './CollectionButtons.tsx'
import { PreviewDialog } from './PreviewDialog.tsx'
import { useShelf } from './use-shelf.ts'
import { useSignInOptions } from './use-sign-in.ts'
import type { WantedGiven } from './wanted.ts'
import './documents.css'

interface Chosen {
  label: string
  wanted: WantedGiven
}

const formatWords = { xlsx: 'Excel', pdf: 'PDF' } as const

/** 台账与打印：一架子台账，本年会议的签到表与记录，党员采集表。 */
export default function PapersScreen() {
  const { organizationId, organization, organizations, year } = useWhere()
  const scope = { organizationId, year }
  const shelf = useShelf(scope)
  const meetings = useAsk(app.meetings.listByYear, scope)
  const [sort, setSort] = useState<Sort | undefined>({ field: 'day', down: true })
  const [signIn] = useSignInOptions()
  const [open, setOpen] = useState<Chosen>()
  const [whole, setWhole] = useState(false)
  const several = hasBranches({ organizationId, organizations })
  if (shelf.error || !meetings.data) return <Waiting error={shelf.error ?? meetings.error} />
  const filled = shelf.lines.filter(({ rows }) => rows > 0)
  const blank = shelf.lines.length - filled.length
  return (
    <Screen
      title="台账与打印"
      tools={
        <CollectionButtons scope={scope} filled={filled} counting={shelf.counting} records={meetings.data.filter(isBindable).length} />
      }
    >
      <p className="hint">
        {organization.name} {year} 年。点开先看一遍，再保存或打印；台账可选公示、内部、上报三个级别。
      </p>
      <table className="shelf-list">
        <caption>台账</caption>
        <thead>
          <tr>
            <th scope="col">名称</th>
            <th scope="col">年度</th>
            <th scope="col">行数</th>
            <th scope="col">预览</th>
          </tr>
        </thead>
        <tbody>
          {(whole ? shelf.lines : filled).map((line) => (
            <tr key={line.ledger}>
              <th scope="row">{line.title}</th>
              <td>{year}</td>
              <td>{line.rows}</td>
              <td>
                <div className="shelf-actions">
                  {line.formats.map((format) => (
                    <Button
                      key={format}
                      size="small"
                      aria-label={`${line.title} ${formatWords[format]}`}
                      onClick={() => setOpen({ label: line.title, wanted: { kind: 'ledger', ledger: line.ledger, scope, format } })}
                    >
                      {formatWords[format]}
                    </Button>
                  ))}
                </div>
              </td>
            </tr>
          ))}
          <tr>
            <th scope="row">党员基本信息采集表</th>
            <td>{year}</td>
            <td className="quiet">每人一张，一次做齐</td>
            <td>
              <div className="shelf-actions">
                <Button
                  size="small"
                  aria-label="党员基本信息采集表 PDF"
                  onClick={() => setOpen({ label: '党员基本信息采集表', wanted: { kind: 'memberCards', organizationId } })}
                >
                  PDF
                </Button>
              </div>
            </td>
          </tr>
        </tbody>
      </table>
      {shelf.counting && (
        <p className="hint" role="status">
          正在数各本台账有多少行…
        </p>
      )}
      {blank > 0 && !shelf.counting && (
        <Button type="link" size="small" className="flush" aria-expanded={whole} onClick={() => setWhole(!whole)}>
          {whole ? '只列有内容的' : `还没有内容的 ${blank} 本也列出`}
        </Button>
      )}

      <h2 className="shelf-title">{year} 年会议的签到表与会议记录</h2>
      <LedgerTable<MeetingRow>
        height={420}
        ledger={registerLedger}
        label={`${year} 年会议的签到表与会议记录`}
        rows={meetings.data}
        rowKey={(row) => row.id}
        columns={['day', ...(several ? ['organizationName'] : []), 'topic', 'kindNames', 'status']}
        widths={{ day: 8.4, organizationName: 14, topic: several ? 16 : 24, kindNames: several ? 11 : 14, status: 7 }}
        render={{ status: (row) => <StatusMark status={row.status} backfilled={row.backfilled} /> }}
        sort={sort}
        onSort={setSort}
        extra={[
          {
            key: 'papers',
            label: '预览',
            width: 12.5,
            render: (row) => (
              <span className="shelf-actions">
                <Button
                  size="small"
                  aria-label={`签到表 ${row.topic}`}
                  onClick={() => setOpen({ label: '签到表', wanted: { kind: 'signInSheet', meetingId: row.id, ...signIn } })}
                >
                  签到表
                </Button>
                <Button
                  size="small"
                  aria-label={`会议记录 ${row.topic}`}
                  onClick={() => setOpen({ label: '会议记录', wanted: { kind: 'minutes', meetingId: row.id } })}
                >
                  会议记录
                </Button>
              </span>
            ),
          },
        ]}
        empty={
          <Empty sentence={`${year} 年还没有会议。安排了会议，这里就有它的签到表和会议记录。`}>
            <Button onClick={() => goAnd('/meetings', 'meetings.plan')}>新建会议</Button>
          </Empty>
        }
      />
      {open && <PreviewDialog label={open.label} wanted={open.wanted} onClose={() => setOpen(undefined)} />}
    </Screen>
  )
}
