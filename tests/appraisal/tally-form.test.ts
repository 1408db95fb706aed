import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changesOf, formOf, offOf, pasted, remainderOf, settled, tallyOf, voteFields } from '../../renderer/appraisal/tally-form.ts'
import type { Entry, Round } from '../../shared/appraisal/contract.ts'

const entry = (memberId: number, over: Partial<Entry> = {}): Entry => ({
  ...{ memberId, name: `党员${memberId}`, aside: '', organizationName: '', graded: true },
  ...{ selfGrade: null, votes: null, grade: null, opinion: '', note: '' },
  ...over,
})
const round = { ballots: null } as Round
const entries = [entry(1), entry(2), entry(3, { graded: false })]
const ballots = { issued: '20', returned: '18', spoiled: '' }
const empty = { ...formOf(round, entries), ...ballots }

test('空格填余下的票，不论先填了哪几格，填完总是平的；已经超了的填 0', () => {
  const count = fc.integer({ min: 0, max: 18 })
  fc.assert(
    fc.property(fc.constantFrom(...voteFields), count, count, (field, some, more) => {
      const line = empty.lines[1]!
      const [one, other] = voteFields.filter((each) => each !== field)
      const typed = { ...line, votes: { ...line.votes, [one!]: String(some), [other!]: String(more) } }
      const whole = { issued: 20, returned: 18, spoiled: 0 }
      const rest = remainderOf(typed, field, whole)
      const filled = { ...typed, votes: { ...typed.votes, [field]: String(rest) } }
      expect(offOf(filled, whole)).toBe(Math.max(0, some + more - 18))
    }),
  )
})

test('从 Excel 贴一块：一行一人，预备党员的行、不是数字的格不要，说出几格', () => {
  const { form, skipped } = pasted('10\t8\r\n9\t九\r\n1\t1\r\n5\n', entries, empty, 0, 0)
  expect(form.lines[1]?.votes).toMatchObject({ excellent: '10', qualified: '8', abstained: '' })
  expect(form.lines[2]?.votes).toMatchObject({ excellent: '9', qualified: '' })
  expect([form.lines[3]?.votes.excellent, skipped]).toEqual(['', 4])
})

test('票没录齐、对不上、没填收回的，各说各的；录齐了空格算 0，正好是要评定等次的人', () => {
  expect(tallyOf({ ...empty, returned: '' }, entries).problem).toContain('发出、收回')
  expect(tallyOf(empty, entries).problem).toBe('还有 2 人的票没有录')
  const off = pasted('10\t7\n18', entries, empty, 0, 0).form
  expect(tallyOf(off, entries).problem).toBe('有 1 人的票数合计对不上有效票')
  const { tally } = tallyOf(pasted('10\t8\n18', entries, empty, 0, 0).form, entries)
  expect(tally?.tallies.map(({ memberId, votes }) => [memberId, votes.excellent, votes.unqualified])).toEqual([
    [1, 10, 0],
    [2, 18, 0],
  ])
})

test('存下之后与存着的一样，不再算有改动；名单改了，多出来的人不带着', () => {
  const typed = pasted('10\t8\n18', entries, empty, 0, 0).form
  const given = settled(typed, entries)
  const { tally, ...others } = changesOf(given, round, entries)
  expect([tally, others]).toEqual([true, { ratings: [], decisions: [] }])
  const kept = entries.map((one) => ({
    ...one,
    votes: tallyOf(given, entries).tally?.tallies.find((t) => t.memberId === one.memberId)?.votes ?? null,
  }))
  const after = { ballots: { issued: 20, returned: 18, spoiled: 0 } } as Round
  expect(JSON.stringify(given)).toBe(JSON.stringify(formOf(after, kept)))
  expect(Object.keys(settled(typed, entries.slice(1)).lines)).toEqual(['2', '3'])
})
