import { expect, test } from 'vitest'
import { createBytes } from '../../main/core/bytes.ts'

const file = (name: string) => ({ name, bytes: new Uint8Array([1]) })

test('一张票只能用一次，取的票不能用来送', () => {
  const bytes = createBytes()
  const ticket = bytes.offer(file('会议记录.pdf'))
  expect(bytes.deliver(ticket, new Uint8Array())).toBe(false)
  expect(bytes.collect(ticket)?.file.name).toBe('会议记录.pdf')
  expect(bytes.collect(ticket)).toBeUndefined()
})

test('一次导出上百份而没有人来取，内存里也只留最近的几十份', () => {
  const bytes = createBytes()
  const tickets = Array.from({ length: 100 }, (_, n) => bytes.offer(file(`第${n}份.pdf`)))
  const left = tickets.map((ticket) => bytes.collect(ticket)).filter((handed) => handed !== undefined)
  expect(left.length).toBeLessThan(50)
  expect(left.at(-1)?.file.name).toBe('第99份.pdf')
})
