import { expect, test } from 'vitest'
import type { Tally } from '../../shared/votes/contract.ts'
import { openApp } from '../support/open-app.ts'
import { readPdf } from './read-pdf.ts'

/** 七名正式党员的一次大会；两件表决：一般事项与转正。 */
async function voted() {
  const open = await openApp()
  const { app, core, make } = open
  await make.members(7)
  const meetingId = await make.heldMeeting()
  const tally = { eligible: 7, present: 7, against: 1 }
  await app.votes.record({ meetingId, matter: '讨论设立助学项目', tally: { ...tally, kind: 'general', inFavour: 6 } })
  const secret = { secret: true, ballots: { issued: 7, returned: 7 } }
  const ballot = async (kind: Tally['kind'], person: string, inFavour: number) =>
    app.votes.record({
      meetingId,
      matter: `讨论${person}的事`,
      person,
      tally: { ...tally, ...secret, kind, inFavour, against: 7 - inFavour },
    })
  const read = async (wanted: Parameters<typeof app.documents.make>[0]['wanted']) => {
    const made = await app.documents.make({ wanted })
    const pages = await readPdf(core.bytes.collect(made.ticket)?.file.bytes ?? new Uint8Array())
    return { name: made.name, pages: pages.map(({ text }) => text.replace(/\s/g, '')) }
  }
  return { ...open, meetingId, ballot, read }
}

test('有表决的会议记录写上事项、票数与结论、依据，议定事项顺延到第四', async () => {
  const { meetingId, read } = await voted()
  const { pages } = await read({ kind: 'minutes', meetingId })
  const text = pages.join('')
  for (const words of [
    '三、表决情况',
    '1.讨论设立助学项目。应到会有表决权的7人，实到7人。公开表决，赞成6票，反对1票，弃权0票。赞成超过应到会有表决权人数的半数，通过。',
    '依据：支部工作条例（试行）第十一条',
    '四、议定事项',
  ])
    expect(text).toContain(words)
  expect(text).not.toContain('三、议定事项')
})

test('作废的会议，记录写明原因，记录、签到表、决议每一页都有作废水印；没有作废的没有', async () => {
  const { app, meetingId, ballot, read } = await voted()
  const { id: voteId } = await ballot('conversion', '何雨霏', 6)
  const papers = [
    { kind: 'minutes', meetingId },
    { kind: 'signInSheet', meetingId },
    { kind: 'resolution', meetingId, voteId },
  ] as const
  for (const wanted of papers) expect((await read(wanted)).pages.join('')).not.toContain('作废')
  await app.meetings.void({ id: meetingId, reason: '与另一次登记重复' })
  for (const wanted of papers) {
    const { pages } = await read(wanted)
    for (const page of pages) expect([wanted.kind, page.includes('作废')]).toEqual([wanted.kind, true])
  }
  expect((await read(papers[0])).pages[0]).toContain('本次会议已作废，原因：与另一次登记重复')
})

test('支部大会决议有标题、票数、决定、依据和落款；表现、签名留空由人写', async () => {
  const { app, meetingId, ballot, read } = await voted()
  await app.organizations.appoint({
    organizationId: (await app.organizations.tree({}))[0]!.id,
    memberId: (await app.members.list({ organizationId: (await app.organizations.tree({}))[0]!.id }))[0]!.id,
    title: 'secretary',
    fromDay: '2026-01-01',
  })
  const { id: voteId } = await ballot('admission', '何雨霏', 6)
  const { name, pages } = await read({ kind: 'resolution', meetingId, voteId })
  expect(pages).toHaveLength(1)
  for (const words of [
    '春晖商会党支部',
    '关于接收何雨霏同志为中共预备党员的决议',
    '2026年6月10日，春晖商会党支部召开支部党员大会，讨论何雨霏的事。',
    '应到会有表决权的7人，实到7人。无记名投票，发出选票7张，收回7张，有效7张，赞成6票，反对1票，弃权0票。',
    '大会决定：同意接收何雨霏同志为中共预备党员。报上级党组织审批。',
    '依据：发展党员工作细则（2026）第二十条',
    '该同志的主要表现：',
    '党支部书记（签名）：',
  ])
    expect(pages[0]).toContain(words)
  const people = await app.members.list({ organizationId: (await app.organizations.tree({}))[0]!.id })
  for (const person of people) expect(pages[0]).not.toContain(person.name)
  expect(name).toBe('春晖商会党支部_20260610支部大会决议_何雨霏_20260615.pdf')
})

test.each([
  ['conversion', '关于何雨霏同志转为中共正式党员的决议', '同意何雨霏同志转为中共正式党员'],
  ['extension', '关于延长何雨霏同志预备期的决议', '延长的时间：自'],
  ['disqualification', '关于取消何雨霏同志预备党员资格的决议', '取消的理由：'],
] as const)('%s 的决议各有各的说法', async (kind, title, words) => {
  const { meetingId, ballot, read } = await voted()
  const { id: voteId } = await ballot(kind, '何雨霏', 5)
  const [page] = (await read({ kind: 'resolution', meetingId, voteId })).pages
  expect(page).toContain(title)
  expect(page).toContain(words)
})

test('没有通过的照实写，不写同意；一般事项不印决议', async () => {
  const { app, meetingId, ballot, read } = await voted()
  const { id: voteId } = await ballot('admission', '何雨霏', 3)
  const [page] = (await read({ kind: 'resolution', meetingId, voteId })).pages
  expect(page).toContain('接收何雨霏同志为中共预备党员，没有通过。')
  expect(page).not.toContain('同意')
  const [general] = await app.votes.listByMeeting({ meetingId })
  await expect(read({ kind: 'resolution', meetingId, voteId: general!.id })).rejects.toThrow('没有支部党员大会决议可印')
})
