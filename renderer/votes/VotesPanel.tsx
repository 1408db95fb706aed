import { Button } from 'antd'
import { useState } from 'react'
import type { MeetingRow } from '../../shared/meetings/contract.ts'
import type { VoteRow } from '../../shared/votes/contract.ts'
import { whyNoResolution } from '../../shared/votes/resolution.ts'
import { matterOnPaper, matterWords, outcomeWords } from '../../shared/votes/words.ts'
import { app } from '../app.ts'
import { DocumentButtons } from '../documents/DocumentButtons.tsx'
import { nowOf, useAct, useAsk } from '../kit/ask.ts'
import { VoteDialog } from './VoteDialog.tsx'
import './votes.css'

/** 一次会议的表决：事项、结论的一句话和条文。归档、作废之后只看。 */
export function VotesPanel({ meeting, readOnly }: { meeting: MeetingRow; readOnly: boolean }) {
  const votes = useAsk(app.votes.listByMeeting, { meetingId: meeting.id })
  const rules = useAsk(app.votes.rules, {})
  const remove = useAct(app.votes.remove)
  const [open, setOpen] = useState<{ vote?: VoteRow }>()
  return (
    <section className="votes" aria-label="表决">
      <h2>表决情况</h2>
      {votes.data?.length === 0 && (
        <p className="hint">{readOnly ? '没有登记表决。' : '要表决的事项一件一件登记，应到、实到照出勤带出。'}</p>
      )}
      <ol>
        {votes.data?.map((vote) => (
          <li key={vote.id}>
            <div className="vote-line">
              <strong>{matterOnPaper(vote)}</strong>
              <span className={vote.outcome === 'passed' || vote.outcome === 'elected' ? 'vote-mark is-passed' : 'vote-mark'}>
                {matterWords[vote.tally.kind]} · {outcomeWords[vote.outcome]}
              </span>
              {!whyNoResolution(vote) && (
                <DocumentButtons items={[{ label: '打印决议', wanted: { kind: 'resolution', meetingId: meeting.id, voteId: vote.id } }]} />
              )}
              {!readOnly && (
                <span>
                  <Button size="small" onClick={() => setOpen({ vote })} aria-label={`修改表决：${vote.matter}`}>
                    修改
                  </Button>
                  <Button size="small" type="text" onClick={() => void remove.run({ id: vote.id })} aria-label={`删除表决：${vote.matter}`}>
                    删除
                  </Button>
                </span>
              )}
            </div>
            <p>{vote.sentence}</p>
            <p className="verdict-article">
              {vote.article}
              {vote.adjusted && `　人数改动：${vote.adjusted}`}
            </p>
          </li>
        ))}
      </ol>
      {!readOnly && (
        <Button onClick={() => setOpen({})} disabled={!rules.data}>
          登记表决
        </Button>
      )}
      {open && rules.data && (
        <VoteDialog
          meeting={meeting}
          rules={rules.data}
          vote={open.vote && nowOf(open.vote, votes.data)}
          onClose={() => setOpen(undefined)}
        />
      )}
    </section>
  )
}
