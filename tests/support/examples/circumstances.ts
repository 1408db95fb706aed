import type { OpenApp } from '../open-app.ts'
import type { ExamplesOf } from './room.ts'
import { scope } from './scenes.ts'

const facts = {
  hardship: { kind: 'hardship', fromDay: '2025-03', reason: '大病致贫', approval: '某党发〔2025〕3号' },
  limitedMobility: { kind: 'limitedMobility', fromDay: null, reason: '年老体弱' },
  outOfContact: { kind: 'outOfContact', fromDay: '2025-10', cause: 'workAway', search: '电话、走访均未找到', opinion: '继续查找' },
} as const

async function given({ app, make }: OpenApp, kind: keyof typeof facts) {
  const memberId = await make.member()
  const { id } = await app.circumstances.record({ memberId, facts: facts[kind] })
  return { id, memberId }
}

export const circumstancesExamples: ExamplesOf<'circumstances'> = {
  'circumstances.ofMember': async (open) => ({ memberId: (await given(open, 'hardship')).memberId }),
  'circumstances.hardship': async (open) => {
    await given(open, 'hardship')
    return scope(open)
  },
  'circumstances.lost': async (open) => {
    await given(open, 'outOfContact')
    return scope(open)
  },
  'circumstances.limitedMobility': async (open) => {
    await given(open, 'limitedMobility')
    return { day: '2026-06-15' }
  },
  'circumstances.record': async ({ make }) => ({ memberId: await make.member(), facts: facts.outOfContact }),
  'circumstances.amend': async (open) => ({
    id: (await given(open, 'outOfContact')).id,
    facts: { ...facts.outOfContact, untilDay: '2026-06-01' },
  }),
  'circumstances.remove': async (open) => ({ id: (await given(open, 'outOfContact')).id }),
}
