import type { Wanted } from '../../shared/documents/contract.ts'
import type { VoteRow } from '../../shared/votes/contract.ts'
import { type ResolutionKind, whyNoResolution } from '../../shared/votes/resolution.ts'
import { refuse, refuseWhen } from '../core/refuse.ts'
import type { TaskContext } from '../core/services.ts'
import { fileName } from './file-name.ts'
import type { Composed } from './ledger-papers.ts'
import type { ResolutionPlan } from './papers/resolution.ts'
import { plainDay } from './plain-day.ts'

const BLANK_SPAN = '自　　　　年　　月　　日起至　　　　年　　月　　日止。'

/** 各种事项的说法，与要人填写的几项。 */
const wordings: Record<ResolutionKind, { about: (person: string) => string; blanks: ResolutionPlan['blanks'] }> = {
  admission: {
    about: (person) => `接收${person}同志为中共预备党员`,
    blanks: [{ label: '该同志的主要表现', text: '', lines: 4 }],
  },
  conversion: {
    about: (person) => `${person}同志转为中共正式党员`,
    blanks: [{ label: '该同志预备期的主要表现', text: '', lines: 4 }],
  },
  extension: {
    about: (person) => `延长${person}同志预备期`,
    blanks: [
      { label: '延长的理由', text: '', lines: 3 },
      { label: '延长的时间', text: BLANK_SPAN, lines: 0 },
    ],
  },
  disqualification: {
    about: (person) => `取消${person}同志预备党员资格`,
    blanks: [{ label: '取消的理由', text: '', lines: 4 }],
  },
}

/** 大会的决定：通过的写同意，没有通过的照实写。 */
const resolvedWords = (about: string, { outcome }: VoteRow) =>
  outcome === 'passed' ? `大会决定：同意${about}。报上级党组织审批。` : `大会决定：${about}，没有通过。`

/** 一件发展党员表决的支部党员大会决议。 */
export async function composeResolution(
  { app, today, session }: TaskContext,
  { meetingId, voteId }: Extract<Wanted, { kind: 'resolution' }>,
): Promise<Composed> {
  const { meeting } = await app.meetings.page({ id: meetingId })
  const vote = (await app.votes.listByMeeting({ meetingId })).find(({ id }) => id === voteId) ?? refuse('votes.notFound')
  refuseWhen(whyNoResolution(vote))
  const { about, blanks } = wordings[vote.tally.kind as ResolutionKind]
  const words = about(vote.person)
  const plan: ResolutionPlan = {
    organization: meeting.organizationName,
    title: `关于${words}的决议`,
    opening: `${plainDay(meeting.day)}，${meeting.organizationName}召开支部党员大会，${vote.matter.startsWith('讨论') ? vote.matter : `讨论${vote.matter}`}。`,
    figures: vote.sentence,
    resolved: resolvedWords(words, vote),
    article: vote.article,
    blanks,
    day: plainDay(meeting.day),
    demo: session.describe()?.demo ?? false,
    voided: meeting.voidedReason !== null,
  }
  return {
    plan: { kind: 'resolution', ...plan },
    name: fileName([meeting.organizationName, `${meeting.day.replaceAll('-', '')}支部大会决议`, vote.person], today, 'pdf'),
    notes: meeting.status === 'planned' ? ['会议还在筹备中，这份决议没有定稿。'] : [],
  }
}
