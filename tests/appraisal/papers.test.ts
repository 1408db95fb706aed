import { expect, test } from 'vitest'
import { chooseFonts } from '../../main/documents/fonts.ts'
import { makePaper } from '../../main/documents/make-paper.ts'
import type { BallotsPlan } from '../../main/documents/papers/ballots.ts'
import { mostOnHalf } from '../../main/documents/papers/ballots.ts'
import { readPdf } from '../documents/read-pdf.ts'
import { openApp } from '../support/open-app.ts'

const fonts = chooseFonts([])
const print = async (over: Partial<BallotsPlan>) => {
  const plan = { kind: 'ballots' as const, title: '春晖商会党支部民主评议党员测评票', about: '2026 年度', situations: [], demo: false }
  const { bytes } = await makePaper({ ...plan, names: ['赵小满', '钱大有'], perPage: 2, ...over }, fonts)
  return readPdf(bytes)
}
const people = (count: number) => Array.from({ length: count }, (_, at) => `党员第${at + 1}号`)

test('测评票一页两张，左右一样，不论几个人都只有一页；背面另一页', async () => {
  for (const count of [1, 9, mostOnHalf]) {
    const pages = await print({ names: people(count) })
    expect(pages).toHaveLength(1)
    expect(pages[0]?.text.split(`党员第${count}号`)).toHaveLength(3)
  }
  const pages = await print({ situations: ['无正当理由不参加组织生活'] })
  expect(pages.map(({ text }) => text.includes('1．无正当理由不参加组织生活'))).toEqual([false, true])
  expect(pages[0]?.text).toContain('存在问题')
})

test('一页一张的，人再多也一个不少，接着排', async () => {
  const text = (await print({ perPage: 1, names: people(80) })).map((page) => page.text).join('\n')
  for (const name of people(80)) expect(text).toContain(name)
})

test('票上只有要评定等次的人，同名的注出生年；半页放不下就一页一张，说清要印几份', async () => {
  const { app, make, desk } = await openApp()
  const organizationId = await make.root()
  const [first, second] = [
    await make.member({ name: '王芳', birthDay: '1985-03' }),
    await make.member({ name: '王芳', birthDay: '1990-01' }),
  ]
  const probationary = await make.member({ name: '新同志', fullMemberOn: null }, { category: 'probationary' })
  const start = { organizationId, year: 2026, day: '2026-06-01' }
  const { id: roundId } = await app.appraisal.start({ ...start, memberIds: [first, second, probationary] })
  const made = await app.documents.make({ wanted: { kind: 'ballots', roundId } })
  expect(made.notes[0]).toBe('参加评议 3 人，一人一张；一页 2 张，要印 2 份，居中裁开。')
  await app.documents.save({ made: made.made })
  const text = (await readPdf(desk.saved[0]!.bytes)).map((page) => page.text).join('\n')
  expect(text).toContain('1985')
  expect(text).not.toContain('新同志')
  const many = await make.members(mostOnHalf)
  await app.appraisal.amend({ id: roundId, day: start.day, memberIds: [first, ...many] })
  const { notes } = await app.documents.make({ wanted: { kind: 'ballots', roundId, back: true } })
  expect(notes.join('')).toContain('半页放不下，改为一页一张')
  expect(notes.join('')).toContain('双面打印')
})
