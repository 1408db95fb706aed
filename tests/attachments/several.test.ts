import { expect, test } from 'vitest'
import { readPdf } from '../documents/read-pdf.ts'
import { openApp } from '../support/open-app.ts'

const scene = async () => {
  const open = await openApp()
  await open.make.members(3)
  const ids = [await open.make.heldMeeting({ topic: '六月学习讨论' }), await open.make.heldMeeting({ topic: '七月学习讨论' })]
  const make = async (wanted: Parameters<typeof open.app.documents.make>[0]['wanted']) => {
    const made = await open.app.documents.make({ wanted })
    return { made, pages: await readPdf(open.core.bytes.collect(made.ticket)!.file.bytes) }
  }
  return { ...open, ids, print: make }
}

test('几次会议的记录合成一份：各自另起一页，页码各自从 1 起，“共几页”各算各的，与单独印的一样', async () => {
  const { ids, print } = await scene()
  const [one, two] = [await print({ kind: 'minutes', meetingId: ids[0]! }), await print({ kind: 'minutes', meetingId: ids[1]! })]
  const both = await print({ kind: 'severalMeetings', what: 'minutes', meetingIds: ids })
  expect(both.pages.map((page) => page.text)).toEqual([...one.pages, ...two.pages].map((page) => page.text))
  expect(both.made.name).toContain('会议记录2次')
})

test('几次会议的签到表合成一份，次序照给的', async () => {
  const { ids, print } = await scene()
  const { pages } = await print({ kind: 'severalMeetings', what: 'signInSheet', meetingIds: ids.toReversed() })
  expect(pages).toHaveLength(2)
  expect(pages[0]?.text).toContain('七月学习讨论')
  expect(pages[1]?.text).toContain('六月学习讨论')
})

test('合印的签到表照记住的排法，与单独印的一样', async () => {
  const { ids, print } = await scene()
  const options = { columns: 1, makeup: true, spareRows: 7 } as const
  const one = await print({ kind: 'signInSheet', meetingId: ids[0]!, ...options })
  const { pages } = await print({ kind: 'severalMeetings', what: 'signInSheet', meetingIds: ids, signIn: options })
  expect(pages[0]?.text).toContain('补课')
  expect(pages[0]?.text).toBe(one.pages[0]?.text)
})

test('复制正文：人数、发言、议定事项都在，网页文字里的尖括号不会变成标签，没有证件号与电话', async () => {
  const { app, ids } = await scene()
  await app.meetings.writeMinutes({
    id: ids[0]!,
    speeches: [{ speaker: '李明', text: '学习<实施办法>' }],
    decisions: [{ text: '下月开展志愿服务。', responsible: '王芳' }],
  })
  const { text, html } = await app.documents.text({ meetingId: ids[0]! })
  for (const words of [
    '春晖商会党支部\n支部党员大会记录',
    '人数：应到 3 人，实到 3 人',
    '李明：学习<实施办法>',
    '下月开展志愿服务。（责任人：王芳）',
  ])
    expect(text).toContain(words)
  expect(html).toContain('<p>李明：学习&lt;实施办法&gt;</p>')
  expect(`${text}${html}`).not.toMatch(/\d{11}/)
})
