import type { OpenApp } from '../open-app.ts'
import type { ExamplesOf } from './room.ts'

const bloodType = { name: '血型', kind: 'choice', options: ['A', 'B', 'O', 'AB'] } as const
const chosen = ({ app }: OpenApp) => app.fields.add({ ...bloodType, options: [...bloodType.options] })

/** 一项有人填了的自设字段。 */
async function filled(open: OpenApp) {
  const { id: fieldId } = await chosen(open)
  const memberId = await open.make.member()
  await open.app.fields.fill({ values: [{ memberId, fieldId, value: 'AB' }] })
  return { fieldId, memberId }
}

export const fieldsExamples: ExamplesOf<'fields'> = {
  'fields.list': async (open) => {
    await filled(open)
    return {}
  },
  'fields.add': async () => ({ name: '退伍时间', kind: 'day', privacy: 'private' }),
  'fields.amend': async (open) => ({
    id: (await filled(open)).fieldId,
    name: 'ABO 血型',
    options: ['AB', 'A', 'B', 'O'],
    privacy: 'private',
  }),
  'fields.arrange': async (open) => {
    const { id: first } = await chosen(open)
    const { id: second } = await open.app.fields.add({ name: '门牌', kind: 'text' })
    return { ids: [second, first] }
  },
  'fields.remove': async (open) => ({ id: (await filled(open)).fieldId, holders: 1 }),
  'fields.fill': async (open) => {
    const { id: fieldId } = await chosen(open)
    return { values: (await open.make.members(2)).map((memberId) => ({ memberId, fieldId, value: 'O' })) }
  },
}
