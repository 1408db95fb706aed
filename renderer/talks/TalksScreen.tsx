import { Button, Input, type InputRef, Segmented, Select } from 'antd'
import { useMemo, useRef, useState } from 'react'
import type { Id } from '../../shared/kit/values.ts'
import type { TalkRow } from '../../shared/talks/contract.ts'
import { talksLedger } from '../../shared/talks/ledger.ts'
import { app } from '../app.ts'
import { DocumentButtons, type DocumentItem } from '../documents/DocumentButtons.tsx'
import { viewItems } from '../documents/view-items.ts'
import { nowOf, useAsk } from '../kit/ask.ts'
import { Empty } from '../kit/Empty.tsx'
import { useIntent } from '../kit/intent.ts'
import { useKeys } from '../kit/keys.ts'
import { LedgerTable } from '../kit/LedgerTable.tsx'
import { fitsName, nameChoices } from '../kit/NameInput.tsx'
import { useRemembered } from '../kit/remembered.ts'
import { Screen } from '../kit/Screen.tsx'
import type { Sort } from '../kit/sorting.ts'
import { Waiting } from '../kit/Waiting.tsx'
import { familyOf } from '../rooms.tsx'
import { hasBranches, useWhere } from '../shell/where.ts'
import { Coverage } from './Coverage.tsx'
import { TalkDialog } from './TalkDialog.tsx'
import { TalksDialog } from './TalksDialog.tsx'
import { useTalkers } from './use-talkers.ts'
import './talks.css'

type View = 'records' | 'coverage'

const own = ['day', 'talker', 'talkedName', 'kind', 'summary', 'agreed', 'followUp']
const inUnion = ['day', 'organizationName', ...own.slice(1)]
const widths = { day: 8.4, organizationName: 12, talker: 5, talkedName: 5, kind: 6, summary: 18, agreed: 12, followUp: 5 }

/** 谈心谈话：谈过的一次一行；覆盖里看谁还差哪一类，点着名字就登记。 */
export default function TalksScreen() {
  const { organizationId, organizations, year } = useWhere()
  const scope = { organizationId, year }
  const rows = useAsk(app.talks.listByYear, scope, { keep: true })
  const coverage = useAsk(app.talks.coverage, scope, { keep: true })
  const people = useTalkers()
  const [view, setView] = useRemembered<View>('talks.view', 'records')
  const [following, setFollowing] = useState(false)
  const [text, setText] = useState('')
  const [sort, setSort] = useState<Sort | undefined>({ field: 'day', down: true })
  const [amending, setAmending] = useState<TalkRow>()
  const [recording, setRecording] = useState<readonly string[]>()
  const search = useRef<InputRef>(null)
  useIntent('talks.coverage', () => setView('coverage'))
  useKeys({ n: () => setRecording([]), '/': () => search.current?.focus() })
  const shown = useMemo(() => {
    const choices = new Map(nameChoices(people ?? []).map((choice) => [choice.value, choice]))
    const fits = (name: string) => name.includes(text.trim()) || fitsName(text.trim(), choices.get(name))
    return (rows.data ?? []).filter(
      ({ talker, talkedName, followUp }) =>
        (!following || followUp === 'following') && (text.trim() === '' || fits(talker) || fits(talkedName)),
    )
  }, [rows.data, people, following, text])
  if (!rows.data || !coverage.data || !people) return <Waiting error={rows.error ?? coverage.error} />

  const several = hasBranches({ organizationId, organizations })
  const lacking = coverage.data.filter(({ missing }) => missing.length > 0).length
  const recordFor = (ids: readonly Id[]) => setRecording(ids.flatMap((id) => people.find((one) => one.id === id)?.name ?? []))
  const papers = (
    [
      ['talks', '谈心谈话台账'],
      ['talkCoverage', '谈心谈话覆盖表'],
    ] as const
  ).flatMap(([ledger, title]) =>
    (['xlsx', 'pdf'] as const).map(
      (format): DocumentItem => ({
        label: `${title} ${format === 'xlsx' ? 'Excel' : 'PDF'}`,
        wanted: { kind: 'ledger', ledger, scope, format },
      }),
    ),
  )
  return (
    <Screen
      title="谈心谈话"
      family={familyOf('life')}
      fill
      tools={
        <>
          {view === 'records' && (
            <>
              <Input
                ref={search}
                aria-label="找人：姓名或拼音首字母"
                placeholder="找人：姓名或首字母  /"
                style={{ width: 190 }}
                allowClear
                value={text}
                onChange={(event) => setText(event.target.value)}
              />
              <Select
                aria-label="按跟进筛选"
                style={{ width: 130 }}
                value={following}
                onChange={setFollowing}
                options={[
                  { value: false, label: '全部' },
                  { value: true, label: '还在跟进的' },
                ]}
              />
            </>
          )}
          <DocumentButtons
            menu="导出台账"
            items={[
              ...papers,
              ...(view === 'records' ? viewItems({ ledger: talksLedger, scope, columns: several ? inUnion : own, rows: shown, sort }) : []),
            ]}
          />
          <Button type="primary" title="N" onClick={() => setRecording([])}>
            登记谈话 N
          </Button>
        </>
      }
      strip={
        <>
          <Segmented<View>
            aria-label="看什么"
            value={view}
            onChange={setView}
            options={[
              { value: 'records', label: `谈过的 ${rows.data.length}` },
              { value: 'coverage', label: `谁还没谈 ${lacking}` },
            ]}
          />
          <span role="status">
            {lacking > 0 ? `${year} 年还有 ${lacking} 人没有谈够` : coverage.data.length > 0 ? '该谈的都谈过了' : ''}
          </span>
        </>
      }
    >
      {view === 'coverage' ? (
        <Coverage rows={coverage.data} several={several} onRecord={recordFor} />
      ) : (
        <LedgerTable<TalkRow>
          ledger={talksLedger}
          label="谈心谈话"
          rows={shown}
          rowKey={({ id }) => id}
          columns={several ? inUnion : own}
          widths={widths}
          sort={sort}
          onSort={setSort}
          active={amending?.id}
          onOpen={setAmending}
          empty={
            <Empty
              sentence={
                rows.data.length === 0 ? `${year} 年还没有登记谈话。谈过的一次登记好几次，谁还没谈马上看得出。` : '没有符合筛选的谈话。'
              }
            >
              {rows.data.length === 0 && (
                <Button type="primary" onClick={() => setRecording([])}>
                  登记谈话 N
                </Button>
              )}
            </Empty>
          }
        />
      )}
      {amending && <TalkDialog row={nowOf(amending, rows.data)} people={people} onClose={() => setAmending(undefined)} />}
      {recording && <TalksDialog talked={recording} people={people} onClose={() => setRecording(undefined)} />}
    </Screen>
  )
}
