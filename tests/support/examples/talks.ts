import type { OpenApp } from '../open-app.ts'
import type { ExamplesOf } from './room.ts'
import { scope } from './scenes.ts'

async function talk({ make }: OpenApp) {
  const [talkerId, talkedId] = await make.members(2)
  return {
    organizationId: await make.root(),
    talkerId: talkerId!,
    talkedId: talkedId!,
    kind: 'betweenMembers' as const,
    day: '2026-05-08',
    summary: '思想近况',
    agreed: '每月一次',
  }
}

async function recorded(open: OpenApp) {
  const one = await talk(open)
  const { ids } = await open.app.talks.record({ talks: [one] })
  return { id: ids[0]!, talk: one }
}
const recordedScope = async (open: OpenApp) => {
  await recorded(open)
  return scope(open)
}

export const talksExamples: ExamplesOf<'talks'> = {
  'talks.listByYear': recordedScope,
  'talks.coverage': recordedScope,
  'talks.lacking': recordedScope,
  'talks.ofMember': async (open) => ({ memberId: (await recorded(open)).talk.talkedId }),
  'talks.standards': async () => ({}),
  'talks.beforeMeeting': async (open) => {
    await recorded(open)
    return { meetingId: await open.make.meeting({ kinds: ['orgLife'] }) }
  },
  'talks.record': async (open) => {
    const one = await talk(open)
    return { talks: [one, { ...one, talkerId: null, talker: '街道党工委书记', kind: 'otherTalk' as const }] }
  },
  'talks.amend': async (open) => {
    const { id, talk: one } = await recorded(open)
    return { id, talk: { ...one, followUp: 'settled' as const } }
  },
  'talks.remove': async (open) => ({ id: (await recorded(open)).id }),
}
