import { Button, Dropdown } from 'antd'
import { useRef, useState } from 'react'
import { Link } from 'wouter'
import type { Entry, Round } from '../../shared/appraisal/contract.ts'
import { excessOf, gradedOf } from '../../shared/appraisal/rules.ts'
import { roundState } from '../../shared/appraisal/words.ts'
import type { Id } from '../../shared/kit/values.ts'
import { app } from '../app.ts'
import { DocumentButtons } from '../documents/DocumentButtons.tsx'
import { useAct, useAsk } from '../kit/ask.ts'
import { DraftNote } from '../kit/DraftNote.tsx'
import { useKeys } from '../kit/keys.ts'
import { ReasonDialog } from '../kit/ReasonDialog.tsx'
import { RefusalNote } from '../kit/RefusalNote.tsx'
import { Screen } from '../kit/Screen.tsx'
import { say } from '../kit/say.ts'
import { useDraftedForm } from '../kit/use-draft.ts'
import { Waiting } from '../kit/Waiting.tsx'
import { BallotBar } from './BallotBar.tsx'
import { FinishDialog } from './FinishDialog.tsx'
import { PersonPanel } from './PersonPanel.tsx'
import { ballotItems, summaryItems } from './papers.ts'
import { RoundDialog } from './RoundDialog.tsx'
import { type Spot, TallyGrid } from './TallyGrid.tsx'
import { changesOf, formOf, type LineForm, lineOf, settled, type TallyForm, tallyOf } from './tally-form.ts'

interface Frame {
  title: string
  family: readonly { path: string; label: string }[]
}

/** 一轮民主评议：计票、定等次、办结。 */
export function RoundPage({ id, frame }: { id: Id; frame: Frame }) {
  const page = useAsk(app.appraisal.page, { id }, { keep: true })
  if (!page.data)
    return (
      <Screen {...frame}>
        <Waiting error={page.error} />
      </Screen>
    )
  return <OpenRound round={page.data.round} entries={page.data.entries} frame={frame} />
}

type Asking = 'amend' | 'finish' | 'reopen' | 'remove'

function OpenRound({ round, entries, frame }: { round: Round; entries: readonly Entry[]; frame: Frame }) {
  const { id } = round
  const readOnly = round.finishedOn !== null
  const saved = formOf(round, entries)
  const { form: typed, setForm, dirty, note, startOver, discard } = useDraftedForm<TallyForm>(`appraisal/${id}`, saved, { amending: true })
  // 办结了的只看存着的，不看没存完的草稿
  const form = readOnly ? saved : typed
  const [spot, setSpot] = useState<Spot>({ row: 0, column: round.ballots ? 6 : 1 })
  const [asking, setAsking] = useState<Asking>()
  const grid = useRef<{ focus(): void }>(null)
  const opinion = useRef<HTMLTextAreaElement>(null)
  const tally = useAct(app.appraisal.tally, { quiet: true })
  const rate = useAct(app.appraisal.rateSelf, { quiet: true })
  const decide = useAct(app.appraisal.decide, { quiet: true })
  const reopen = useAct(app.appraisal.reopen, { quiet: true })
  const remove = useAct(app.appraisal.remove, { quiet: true })
  const busy = tally.busy || rate.busy || decide.busy

  const lineAt = (entry: Entry) => form.lines[entry.memberId] ?? lineOf(entry)
  const setLine = (memberId: Id, next: Partial<LineForm>) =>
    setForm((now) => {
      const line = now.lines[memberId] ?? saved.lines[memberId]
      return line ? { ...now, lines: { ...now.lines, [memberId]: { ...line, ...next } } } : now
    })
  const given = settled(form, entries)
  const changes = changesOf(given, round, entries)
  const counted = tallyOf(given, entries)
  const problem = changes.tally ? counted.problem : undefined
  const others = changes.ratings.length + changes.decisions.length > 0
  /** 等次、意见先存；票录齐了才存，没录齐的留作草稿。 */
  const save = async () => {
    if (readOnly || busy || (!others && (!changes.tally || problem))) return
    setForm(() => given)
    if (changes.ratings.length > 0 && !(await rate.run({ id, ratings: changes.ratings }))) return
    if (changes.decisions.length > 0 && !(await decide.run({ id, decisions: changes.decisions }))) return
    if (problem) return say.done(`等次和意见已保存；${problem}，票数先留作草稿`)
    if (changes.tally && counted.tally && !(await tally.run({ id, ...counted.tally }))) return
    discard()
    say.done('已保存')
  }
  useKeys({ 'ctrl+s': () => void save() })

  const excellent = gradedOf(entries).filter((entry) => lineAt(entry).grade === 'excellent').length
  const excess = excessOf({ ...round, excellent })
  const here = entries[spot.row]
  return (
    <Screen
      fill
      {...frame}
      tools={
        <>
          <DocumentButtons menu="打印与导出" items={[...ballotItems(id), ...summaryItems(round)]} />
          {readOnly ? (
            <Button onClick={() => setAsking('reopen')}>取消办结</Button>
          ) : (
            <>
              <Dropdown
                trigger={['click']}
                menu={{
                  items: [
                    { key: 'amend', label: '改日期、会议、参加的人' },
                    { key: 'remove', label: '删除这一轮', danger: true },
                  ],
                  onClick: ({ key }) => setAsking(key as Asking),
                }}
              >
                <Button aria-haspopup="menu">更改 ▾</Button>
              </Dropdown>
              <Button onClick={() => setAsking('finish')}>办结</Button>
            </>
          )}
        </>
      }
      strip={readOnly ? undefined : <Missing round={round} excess={excess} />}
    >
      <RoundFacts round={round} />
      {!readOnly && <DraftNote {...note} />}
      <BallotBar
        round={round}
        form={form}
        excellent={excellent}
        onForm={(next) => setForm((now) => ({ ...now, ...next }))}
        readOnly={readOnly}
      />
      <div className="tally-body">
        <TallyGrid
          ref={grid}
          entries={entries}
          form={form}
          spot={spot}
          onSpot={setSpot}
          onLine={setLine}
          onForm={(next) => setForm(() => next)}
          onWrite={() => opinion.current?.focus()}
          readOnly={readOnly}
        />
        {here && (
          <PersonPanel
            entry={here}
            line={lineAt(here)}
            onLine={(next) => setLine(here.memberId, next)}
            readOnly={readOnly}
            opinion={opinion}
            onBack={() => grid.current?.focus()}
          />
        )}
      </div>
      <div className="tally-foot">
        <span role="status" className={problem ? 'is-problem' : ''}>
          {readOnly ? `${round.finishedOn} 办结，封存着` : !dirty ? '已保存' : (problem ?? '有还没保存的内容，草稿随打随存')}
        </span>
        <RefusalNote refusal={tally.refusal ?? rate.refusal ?? decide.refusal} />
        {!readOnly && <span className="hint">数字填票 · 空格填余下的 · 自评和等次按 1 2 3 4 · E 写意见</span>}
        {dirty && !readOnly && <Button onClick={startOver}>还原</Button>}
        {!readOnly && (
          <Button
            type="primary"
            disabled={!others && (!changes.tally || problem !== undefined)}
            loading={busy}
            onClick={() => void save()}
            title="Ctrl+S"
          >
            保存
          </Button>
        )}
      </div>
      {asking === 'amend' && (
        <RoundDialog
          organizationId={round.organizationId}
          year={round.year}
          standing={{ round, entries }}
          onClose={() => setAsking(undefined)}
        />
      )}
      {asking === 'finish' && <FinishDialog round={round} excess={excess} unsaved={dirty} onClose={() => setAsking(undefined)} />}
      {asking === 'reopen' && (
        <ReasonDialog
          title="取消办结"
          verb="取消办结"
          hint="取消之后票数、等次、名单又能改；改完再办结。原因记入操作记录。"
          busy={reopen.busy}
          refusal={reopen.refusal}
          onRun={async (reason) => void ((await reopen.run({ id, reason })) && setAsking(undefined))}
          onClose={() => setAsking(undefined)}
        />
      )}
      {asking === 'remove' && (
        <ReasonDialog
          title="删除这一轮民主评议"
          verb="删除"
          hint="名单、票数、等次都会删去；删错了按“撤销”。"
          busy={remove.busy}
          refusal={remove.refusal}
          onRun={async (reason) => void (await remove.run({ id, reason }))}
          onClose={() => setAsking(undefined)}
        />
      )}
    </Screen>
  )
}

/** 哪年的、哪天、哪次会上、谁参加。 */
const RoundFacts = ({ round }: { round: Round }) => (
  <p className="tally-facts">
    <span>{round.year} 年度</span>
    <span>评议日期 {round.day}</span>
    {round.meetingId !== null && <Link href={`/meetings/${round.meetingId}`}>{round.meetingTopic}</Link>}
    <span>
      参加 {round.participants} 人{round.participants > round.graded && `（预备党员 ${round.participants - round.graded} 人不定等次）`}
    </span>
    {round.finishedOn !== null && <span>{roundState(round)}</span>}
  </p>
)

/** 还差什么；优秀超过比例的提醒，边选边说，附出处。 */
function Missing({ round, excess }: { round: Round; excess: string | undefined }) {
  const article = useAsk(app.appraisal.standards, {}).data?.article
  return (
    <>
      <span>{roundState(round)}</span>
      {excess && (
        <span className="note-warning" role="status">
          {excess}
          {article && `依据：${article}。`}
        </span>
      )}
    </>
  )
}
