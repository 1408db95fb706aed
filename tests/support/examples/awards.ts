import type { OpenApp } from '../open-app.ts'
import type { ExamplesOf } from './room.ts'
import { scope } from './scenes.ts'

const reward = { kind: 'reward', name: '优秀共产党员', level: '县级', authority: '某县委', day: '2026-07' } as const
const onProbation = {
  kind: 'penalty',
  name: '违反组织纪律',
  penalty: 'onProbation',
  day: '2026-01-05',
  fromDay: '2026-01-05',
  untilDay: '2027-01-05',
} as const

async function given({ app, make }: OpenApp) {
  const memberId = await make.member()
  await app.awards.add({ memberId, facts: onProbation })
  const { id } = await app.awards.add({ memberId, facts: reward })
  return { id, memberId }
}

export const awardsExamples: ExamplesOf<'awards'> = {
  'awards.register': async (open) => {
    await given(open)
    return scope(open)
  },
  'awards.ofMember': async (open) => ({ memberId: (await given(open)).memberId }),
  'awards.withoutVote': async (open) => {
    await given(open)
    return { day: '2026-06-15' }
  },
  'awards.add': async ({ make }) => ({ memberId: await make.member(), facts: reward }),
  'awards.amend': async (open) => ({ id: (await given(open)).id, facts: { ...onProbation, untilDay: '2028-01-05' } }),
  'awards.remove': async (open) => ({ id: (await given(open)).id }),
}
