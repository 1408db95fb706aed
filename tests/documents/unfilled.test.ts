import { expect, test } from 'vitest'
import { plainRecord } from '../../main/documents/plain-record.ts'
import { dutyLine, dutyWords, unfilledIn } from '../../main/documents/unfilled.ts'
import { openApp } from '../support/open-app.ts'
import { readPdf } from './read-pdf.ts'

test('责任人、时限：纸上留线，复制的文字里填了哪项写哪项', () => {
  expect(dutyLine({ responsible: '王芳', due: '' })).toMatch(/^责任人：王芳　　完成时限：_+$/)
  expect(dutyWords({ responsible: '王芳', due: '2026年7月1日' })).toBe('（责任人：王芳，完成时限：2026年7月1日）')
  expect(dutyWords({ responsible: '', due: '2026年7月1日' })).toBe('（完成时限：2026年7月1日）')
  expect(dutyWords({ responsible: '', due: '' })).toBe('')
})

const bare = {
  ...{ kind: 'minutes' as const, title: '支部党员大会记录', organization: '春晖商会党支部', kinds: [], topic: '学习讨论' },
  ...{ time: '', place: '', host: '李明', recorder: '', counts: [], floating: '', observers: '', superiors: '', excluded: '' },
  ...{ onLeave: '', absent: '', agenda: [], discussions: [], particulars: [], votes: [], corrections: [], remarks: [], attendance: [] },
  decisions: [{ text: '下月开展志愿服务。', responsible: '', due: '' }],
  ...{ attached: { listed: [], photos: [], scans: [] }, demo: false, voided: false },
}

test('复制的正文不写空着的项，章次连着', () => {
  const { text } = plainRecord(bare)
  expect(text.split('\n')).toEqual([
    '春晖商会党支部',
    '支部党员大会记录',
    '',
    '会议主题：学习讨论',
    '主持人：李明',
    '一、议定事项',
    '1. 下月开展志愿服务。',
  ])
})

test('空着的几处一一说出来', () => {
  expect(unfilledIn(bare)).toEqual(['时间', '地点', '记录人', '会议议题', '讨论情况', '议定事项的责任人', '议定事项的完成时限'])
})

test('工作表与活动记录也不印“未填写”', async () => {
  const { app, core, make } = await openApp()
  await make.members(2)
  const meetingId = await make.heldMeeting({ kinds: ['themeDay'], topic: '环境整治' })
  const made = await app.documents.make({ wanted: { kind: 'activity', meetingId, of: 'themeDay' } })
  const [page] = await readPdf(core.bytes.collect(made.ticket)?.file.bytes ?? new Uint8Array())
  expect(page?.text).toContain('学习篇目')
  expect(page?.text).not.toContain('未填写')
  expect((await app.documents.make({ wanted: { kind: 'minutes', meetingId, format: 'xlsx' } })).notes.join()).toContain('议定事项的责任人')
})
