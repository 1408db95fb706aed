import type { OpenApp } from '../open-app.ts'
import type { ExamplesOf } from './room.ts'
import { after } from './scenes.ts'

/** 一份读好了的小名册。 */
async function reading({ app, core, make }: OpenApp) {
  const csv = new TextEncoder().encode('姓名,性别,民族,入党时间\n周小川,男,汉族,2012-07-01\n吴小海,女,回族,2015.6\n')
  const file = core.bytes.hold({ name: '名册.csv', bytes: csv })
  const target = { ledger: 'members', organizationId: await make.root() }
  const { reading, sheets } = await app.imports.read({ file, target })
  return { reading, target, parts: [{ sheet: sheets[0]?.name ?? '', adjustments: {} }] }
}

export const importsExamples: ExamplesOf<'imports'> = {
  'imports.targets': async () => ({}),
  'imports.asks': async ({ app, make }) => {
    const organizationId = await make.root()
    await app.finances.openAccount({ organizationId, kind: 'cash', name: '现金', openedOn: '2026-01-01', opening: 0 })
    return { ledger: 'finances', organizationId }
  },
  'imports.known': async ({ make }) => after(make.members(2), async () => ({ ledger: 'members', organizationId: await make.root() })),
  'imports.apply': reading,
}
