import type { OpenApp } from '../open-app.ts'
import type { ExamplesOf } from './room.ts'
import { scope } from './scenes.ts'

/** 一名积极分子，一名发展对象，一名已终止的。 */
async function given({ app, make }: OpenApp) {
  const organizationId = await make.root()
  const add = async (facts: Parameters<typeof app.applicants.add>[0]['facts']) => (await app.applicants.add({ organizationId, facts })).id
  const id = await add({ name: '申请人甲', birthDay: '1998-03', appliedOn: '2025-01-10', talkedOn: '2025-02-01', activistOn: '2025-05-20' })
  const candidate = await add({
    name: '申请人乙',
    appliedOn: '2024-01',
    activistOn: '2024-06',
    candidateOn: '2026-04-20',
    mentors: '李明、王芳',
  })
  const ended = await add({ name: '申请人丙', appliedOn: '2026-05-01' })
  await app.applicants.end({ id: ended, day: '2026-06-01', reason: '本人撤回申请' })
  return { id, candidate, ended }
}

async function accepted(open: OpenApp) {
  const { candidate } = await given(open)
  return open.app.applicants.accept({ id: candidate, day: '2026-06-10' })
}

const scoped = async (open: OpenApp) => {
  await given(open)
  return scope(open)
}

export const applicantsExamples: ExamplesOf<'applicants'> = {
  'applicants.standards': async () => ({}),
  'applicants.list': async (open) => {
    await given(open)
    return { organizationId: await open.make.root() }
  },
  'applicants.ofMember': async (open) => ({ memberId: (await accepted(open)).memberId }),
  'applicants.register': scoped,
  'applicants.activists': scoped,
  'applicants.candidates': scoped,
  'applicants.everyone': scoped,
  'applicants.namesakes': async (open) => {
    await open.make.member({ name: '申请人甲' })
    return { name: '申请人甲' }
  },
  'applicants.add': async ({ make }) => ({ organizationId: await make.root(), facts: { name: '申请人甲', appliedOn: '2026-05' } }),
  'applicants.amend': async (open) => ({ id: (await given(open)).id, facts: { employer: '某公司 技术员', note: '骨干' } }),
  'applicants.move': async (open) => ({
    id: (await given(open)).id,
    organizationId: (await open.app.organizations.found({ parentId: null, kind: 'branch', name: '二支部' })).id,
  }),
  'applicants.makeActivist': async (open) => {
    await given(open)
    const { id } = await open.app.applicants.add({ organizationId: await open.make.root(), facts: { name: '申请人丁' } })
    return { id, day: '2026-06-01', filedOn: '2026-06-05', mentors: '李明、王芳' }
  },
  'applicants.makeCandidate': async (open) => ({
    id: (await given(open)).id,
    day: '2026-06-10',
    postedFrom: '2026-06-01',
    postedUntil: '2026-06-07',
    introducers: '李明、王芳',
  }),
  'applicants.accept': async (open) => ({ id: (await given(open)).candidate, day: '2026-06-10' }),
  'applicants.end': async (open) => ({ id: (await given(open)).id, day: '2026-06-10', reason: '调离本单位' }),
  'applicants.resume': async (open) => ({ id: (await given(open)).ended }),
  'applicants.remove': async (open) => ({ id: (await given(open)).id }),
}
