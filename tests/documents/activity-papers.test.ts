import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { openApp } from '../support/open-app.ts'
import { readPdf } from './read-pdf.ts'

/** 一次既是主题党日又是党课、组织生活会的会，各类的几项都写了。 */
async function held() {
  const open = await openApp()
  const { app, make } = open
  await make.members(3)
  const meetingId = await make.heldMeeting({ kinds: ['themeDay', 'lecture', 'orgLife'], topic: '学习党章' })
  await app.particulars.writeLecture({ meetingId, lecture: { title: '总纲里的根本宗旨', lecturer: '李明', hours: 2, outline: '一、宗旨' } })
  await app.particulars.writeThemeDay({ meetingId, themeDay: { parts: ['集中学习', '植树'], reading: '党章总纲', shortcomings: '人不齐' } })
  const criticisms = [{ critic: '李明', criticised: '王芳', text: '联系商户不够' }]
  await app.particulars.writeOrgLife({ meetingId, orgLife: { theme: '查摆问题', study: '支部条例', criticisms } })
  const organizationId = await make.root()
  await app.rectification.add({ organizationId, meetingId, raisedOn: '2026-06-10', problem: '学习不经常', due: '2026-12-01' })
  const made = async (of: 'lecture' | 'themeDay' | 'orgLife', rest: { reported?: true; format?: 'xlsx' } = {}) => {
    const { reported, ...given } = rest
    const level = reported ? { grade: 'reported' as const, purpose: '上级检查' } : {}
    const paper = await app.documents.make({ wanted: { kind: 'activity', meetingId, of, ...given }, ...level })
    await app.documents.save({ made: paper.made })
    return { ...paper, bytes: open.desk.saved.at(-1)!.bytes }
  }
  const printed = async (of: 'lecture' | 'themeDay' | 'orgLife', reported?: true) =>
    (await readPdf((await made(of, reported ? { reported } : {})).bytes)).map(({ text }) => text).join('\n')
  return { ...open, meetingId, made, printed }
}
const inOrder = (text: string, words: readonly string[]) => {
  const places = words.map((word) => [word, text.indexOf(word)] as const)
  expect(places.filter(([, at]) => at < 0)).toEqual([])
  expect(places.toSorted((a, b) => a[1] - b[1]).map(([word]) => word)).toEqual(words)
}

test('主题党日、党课、组织生活会各有自己的记录，各栏次序照样表；表名是各自的', async () => {
  const { printed } = await held()
  const themeDay = await printed('themeDay')
  inOrder(themeDay, [
    '主题党日活动记录',
    '学习党章',
    '地点',
    '主持人',
    '记录人',
    '应到、实到',
    '集中学习',
    '学习篇目',
    '讨论发言',
    '议定事项',
    '经费',
    '不足',
  ])
  expect(themeDay).toContain('植树')
  expect(themeDay).toContain('（照片）')
  const lecture = await printed('lecture')
  inOrder(lecture, ['党课记录', '时间', '地点', '主讲人', '题目', '听课人员', '应到、实到', '提纲', '主要内容', '党员交流', '课件附件'])
  expect(lecture).toContain('传达了有关文件精神')
  const orgLife = await printed('orgLife')
  inOrder(orgLife, [
    '组织生活会记录',
    '会前',
    '会议主题',
    '学习内容',
    '谈心谈话',
    '征求意见',
    '会上',
    '对照检查',
    '批评意见',
    '会后整改',
    '学习不经常',
  ])
})

test('批评意见的原文只在上报级里，要写用途、记一笔', async () => {
  const { printed, app, meetingId } = await held()
  expect(await printed('orgLife')).not.toContain('联系商户不够')
  expect(await printed('orgLife', true)).toContain('联系商户不够')
  expect((await app.history.list({ limit: 1 }))[0]?.subject).toContain('上级检查')
  const wanted = { kind: 'activity' as const, meetingId, of: 'orgLife' as const }
  await expect(app.documents.make({ wanted, grade: 'reported' })).rejects.toThrow('用途')
})

test('工作簿与印出来的各栏一样；会议记录的工作簿里也有专项', async () => {
  const { made, app, meetingId, desk } = await held()
  const textOf = async (bytes: Uint8Array) => {
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(bytes.buffer as ArrayBuffer)
    return workbook.worksheets[0]!.getSheetValues().flat().join('\n')
  }
  const sheet = await textOf((await made('themeDay', { format: 'xlsx' })).bytes)
  expect(sheet).toContain('☑集中学习　')
  expect(sheet).toContain('□交纳党费')
  expect(sheet).toContain('党章总纲')
  const minutes = await app.documents.make({ wanted: { kind: 'minutes', meetingId, format: 'xlsx' } })
  await app.documents.save({ made: minutes.made })
  expect(await textOf(desk.saved.at(-1)!.bytes)).toContain('题目：总纲里的根本宗旨')
})

test('没有算这一类的会没有这份记录；没填专项的照印，说明空着', async () => {
  const { app, make, meetingId } = await held()
  const plain = await make.heldMeeting({ kinds: ['themeDay'], topic: '植树' })
  await expect(app.documents.make({ wanted: { kind: 'activity', meetingId: plain, of: 'lecture' } })).rejects.toThrow('没有党课记录')
  const { notes } = await app.documents.make({ wanted: { kind: 'activity', meetingId: plain, of: 'themeDay' } })
  expect(notes.join('')).toContain('还没有填这一类')
  expect((await app.documents.make({ wanted: { kind: 'activity', meetingId, of: 'themeDay' } })).name).toContain('主题党日活动记录')
})
