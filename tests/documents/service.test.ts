import { expect, test } from 'vitest'
import { openApp } from '../support/open-app.ts'
import { readPdf } from './read-pdf.ts'

const collect = (core: Awaited<ReturnType<typeof openApp>>['core'], ticket: string) =>
  core.bytes.collect(ticket)?.file.bytes ?? new Uint8Array()

test('预览的、保存的、打印的是同一份字节', async () => {
  const { app, core, make, desk } = await openApp()
  await make.members(5)
  const meetingId = await make.meeting()
  const made = await app.documents.make({ wanted: { kind: 'signInSheet', meetingId } })
  const preview = collect(core, made.ticket)
  await app.documents.save({ made: made.made })
  await app.documents.print({ made: made.made })
  expect(made.format).toBe('pdf')
  expect(made.bytes).toBe(preview.byteLength)
  expect(desk.saved).toHaveLength(2)
  for (const saved of desk.saved) expect(Buffer.from(saved.bytes).equals(Buffer.from(preview))).toBe(true)
  expect(made.name).toBe('春晖商会党支部_20260610支部党员大会签到表_学习讨论_20260615.pdf')
})

test('做好的文件不在手边时，请人重新制作', async () => {
  const { app } = await openApp()
  await expect(app.documents.save({ made: 'gone' })).rejects.toThrow('重新制作')
})

test('签到表列出应到的每个人，签名留空', async () => {
  const { app, core, make } = await openApp()
  await make.members(12)
  const made = await app.documents.make({ wanted: { kind: 'signInSheet', meetingId: await make.meeting() } })
  const [page] = await readPdf(collect(core, made.ticket))
  for (const row of await app.members.list({ organizationId: await make.root() })) expect(page?.text).toContain(row.name)
  expect(page?.text).toContain('春晖商会党支部党员大会签到表')
  expect(page?.text).toContain('应到 12 人')
})

test('会议记录写明概况、发言、议定事项，另页附出勤名单', async () => {
  const { app, core, make } = await openApp()
  await make.members(3)
  const made = await app.documents.make({ wanted: { kind: 'minutes', meetingId: await make.heldMeeting() } })
  const pages = await readPdf(collect(core, made.ticket))
  const text = pages.map((page) => page.text).join('\n')
  for (const words of [
    '支部党员大会记录',
    '2026年6月10日14时30分至16时00分',
    '三楼会议室',
    '李明：传达了有关文件精神。',
    '下月开展志愿服务。',
    '散会。',
    '主持人（签名）',
    `本记录共 ${pages.length} 页`,
  ])
    expect(text).toContain(words)
  expect(pages.at(-1)?.text).toContain('出勤名单')
  expect(pages[0]?.text).not.toContain('出勤名单')
  // 没有填的留着线手写，并先说出来
  expect(text).toContain('责任人：____')
  expect(text).not.toContain('未填写')
  expect(made.notes).toContain('没有填的留着空，可以手写：议定事项的责任人、议定事项的完成时限。')
})

test('上报级不写用途就不做，写了才做，并记下谁为什么要', async () => {
  const { app, make } = await openApp()
  await make.member()
  const wanted = {
    kind: 'ledger' as const,
    ledger: 'roster',
    scope: { organizationId: await make.root(), year: 2026 },
    format: 'xlsx' as const,
  }
  await expect(app.documents.make({ wanted, grade: 'reported', purpose: '  ' })).rejects.toThrow('请写明用途')
  const made = await app.documents.make({ wanted, grade: 'reported', purpose: '报街道党工委' })
  expect(made.name).toBe('春晖商会党支部_党员花名册_2026_上报版_20260615.xlsx')
  const { last } = await app.history.latest({})
  expect(last).toMatchObject({
    actor: expect.stringContaining('李明'),
    title: '制作上报文书',
    subject: '春晖商会党支部_党员花名册_2026_上报版_20260615.xlsx，用途：报街道党工委',
  })
})

test('没有这本台账时照实说', async () => {
  const { app, make } = await openApp()
  await expect(
    app.documents.make({
      wanted: { kind: 'ledger', ledger: 'nothing', scope: { organizationId: await make.root(), year: 2026 }, format: 'xlsx' },
    }),
  ).rejects.toThrow('没有“nothing”这本台账')
})

test('名册空着时不印空白采集表，请人先登记', async () => {
  const { app, make } = await openApp()
  await expect(app.documents.make({ wanted: { kind: 'memberCards', organizationId: await make.root() } })).rejects.toThrow(
    '请先登记或导入党员',
  )
})

test('架子上写着每本台账有多少行', async () => {
  const { app, make } = await openApp()
  await make.members(4)
  await make.heldMeeting()
  const shelf = await app.documents.shelf({ organizationId: await make.root(), year: 2026 })
  expect(shelf.map(({ ledger, rows }) => [ledger, rows])).toEqual(
    expect.arrayContaining([
      ['roster', 4],
      ['members', 4],
      ['register', 1],
    ]),
  )
  const some = await app.documents.shelf({ organizationId: await make.root(), year: 2026, only: ['register', 'members', '没有这本'] })
  expect(some.map(({ ledger, rows }) => [ledger, rows])).toEqual([
    ['members', 4],
    ['register', 1],
  ])
})

test('采集表一人一页', async () => {
  const { app, core, make } = await openApp()
  await make.members(3)
  const made = await app.documents.make({ wanted: { kind: 'memberCards', organizationId: await make.root() } })
  expect(await readPdf(collect(core, made.ticket))).toHaveLength(3)
})

test('签到表和会议记录没有证件号、电话，各级别都一样，不用写用途', async () => {
  const { app, make } = await openApp()
  await make.member({ mobile: '13800005678' })
  const made = await app.documents.make({ wanted: { kind: 'signInSheet', meetingId: await make.meeting() }, grade: 'reported' })
  expect(made.format).toBe('pdf')
})

test('取消了就什么也不留下：没有文件，没有记录', async () => {
  const { app, make, core, desk } = await openApp()
  await make.members(20)
  const wanted = { kind: 'memberCards' as const, organizationId: await make.root() }
  const before = (await app.history.latest({})).last?.id
  const making = app.documents.make({ wanted, grade: 'reported', purpose: '检查', job: 'cards' }).then(
    () => 'made',
    (error: Error) => error.message,
  )
  await expect.poll(() => core.jobs.cancel('cards')).toBe(true)
  expect(await making).toContain('已取消')
  expect((await app.history.latest({})).last?.id).toBe(before)
  expect(desk.saved).toEqual([])
})

test('制作上报版的时候换开了别的台账，这一份不作数，也不在别的台账里留下一笔', async () => {
  const { app, make } = await openApp()
  await make.member()
  const other = await app.files.create({ name: '二支部', actor: { name: '王芳' } })
  await app.files.open({ path: other.path.replace('二支部', '春晖商会党支部') })
  const making = app.documents.make({
    wanted: { kind: 'memberCards', organizationId: await make.root() },
    grade: 'reported',
    purpose: '报街道党工委',
    job: 'cards',
  })
  while (!(await app.jobs.state({})).some(({ job, doing }) => job === 'cards' && doing === '正在排版')) await app.files.current({})
  const [, made] = await Promise.allSettled([app.files.open({ path: other.path }), making])
  expect(String((made as PromiseRejectedResult).reason)).toContain('其间换开了别的台账')
  expect((await app.history.list({})).filter(({ command }) => command === 'documents.make')).toEqual([])
})

test('签到表、会议记录定上报级，不问用途，也不当作上报记一笔', async () => {
  const { app, make } = await openApp()
  await make.members(2)
  await app.documents.make({ wanted: { kind: 'signInSheet', meetingId: await make.meeting() }, grade: 'reported' })
  expect((await app.history.latest({})).last).toMatchObject({ title: '安排会议' })
})

test('一份文书里的数都是同一刻的：取数之间插不进别的命令', async () => {
  const { app, core, make } = await openApp()
  const [memberId = 0] = await make.members(2)
  const meetingId = await make.meeting()
  await app.attendance.allPresent({ meetingId })
  const seen: string[] = []
  const stateNow = async () => (await app.attendance.sheet({ meetingId })).find((row) => row.memberId === memberId)?.state ?? ''
  const reading = core.session.atOneMoment(async () => {
    seen.push(await stateNow())
    for (let turn = 0; turn < 50; turn += 1) await app.meetings.page({ id: meetingId })
    seen.push(await stateNow())
  })
  await Promise.all([reading, app.attendance.mark({ meetingId, marks: [{ memberId, state: 'leave' }] })])
  expect([...seen, await stateNow()]).toEqual(['present', 'present', 'leave'])
})
