import type { AppraisalGrade, Ballots, Entry, Round, Votes } from '../../shared/appraisal/contract.ts'
import { gradedOf, sumOf, validBallots, whyCannotTally } from '../../shared/appraisal/rules.ts'
import type { Id } from '../../shared/kit/values.ts'

/** 票的五列，次序与票上的一样。 */
export const voteFields = ['excellent', 'qualified', 'basicallyQualified', 'unqualified', 'abstained'] as const
export type VoteField = (typeof voteFields)[number]

/** 一个人的一行：票数是打的字，空着为 ''。 */
export interface LineForm {
  selfGrade: AppraisalGrade | null
  votes: Record<VoteField, string>
  grade: AppraisalGrade | null
  opinion: string
  note: string
}
export interface TallyForm {
  issued: string
  returned: string
  spoiled: string
  lines: Record<Id, LineForm>
}

const blank = { excellent: '', qualified: '', basicallyQualified: '', unqualified: '', abstained: '' }
const typed = (votes: Votes | null): Record<VoteField, string> =>
  votes ? (Object.fromEntries(voteFields.map((field) => [field, String(votes[field])])) as Record<VoteField, string>) : blank

export const lineOf = ({ selfGrade, votes, grade, opinion, note }: Entry): LineForm => ({
  ...{ selfGrade, votes: typed(votes), grade, opinion, note },
})

export const formOf = ({ ballots }: Round, entries: readonly Entry[]): TallyForm => ({
  issued: ballots ? String(ballots.issued) : '',
  returned: ballots ? String(ballots.returned) : '',
  spoiled: ballots ? String(ballots.spoiled) : '',
  lines: Object.fromEntries(entries.map((entry) => [entry.memberId, lineOf(entry)])),
})

const countOf = (text: string): number | null => (/^\d{1,5}$/.test(text.trim()) ? Number(text) : null)

/** 发出、收回都填了才算；作废空着为 0。 */
export const ballotsOf = ({ issued, returned, spoiled }: TallyForm): Ballots | null => {
  const [out, back, bad] = [countOf(issued), countOf(returned), spoiled.trim() === '' ? 0 : countOf(spoiled)]
  return out === null || back === null || bad === null ? null : { issued: out, returned: back, spoiled: bad }
}

/** 一格也没填为空；填了几格的，空格算 0。 */
export const votesOf = ({ votes }: LineForm): Votes | null =>
  voteFields.every((field) => votes[field] === '')
    ? null
    : (Object.fromEntries(voteFields.map((field) => [field, countOf(votes[field]) ?? 0])) as Votes)

const plain = (text: string) => String(countOf(text) ?? '')
const settledLine = (line: LineForm): LineForm => ({
  ...line,
  votes: typed(votesOf(line)),
  opinion: line.opinion.trim(),
  note: line.note.trim(),
})

/** 存下之后的样子：正好是名单里的人；填了几格的，空格写成 0；作废空着写成 0；意见去掉两头的空白。 */
export const settled = (form: TallyForm, entries: readonly Entry[]): TallyForm => ({
  issued: plain(form.issued),
  returned: plain(form.returned),
  spoiled: ballotsOf(form) ? plain(form.spoiled || '0') : form.spoiled,
  lines: Object.fromEntries(entries.map((entry) => [entry.memberId, settledLine(form.lines[entry.memberId] ?? lineOf(entry))])),
})

/** 一行的票数与有效票差多少；没填、还不知道有效票的为 undefined。例：收回 17、填了 15 → −2 */
export const offOf = (line: LineForm, ballots: Ballots | null): number | undefined => {
  const votes = votesOf(line)
  return votes && ballots ? sumOf(votes) - validBallots(ballots) : undefined
}

/** 这一格填上就平的数：有效票减去别的四格；已经超了为 0。 */
export const remainderOf = (line: LineForm, field: VoteField, ballots: Ballots): number => {
  const others = { ...line, votes: { ...line.votes, [field]: '' } }
  const votes = votesOf(others)
  return Math.max(0, validBallots(ballots) - (votes ? sumOf(votes) : 0))
}

/** 相对存着的，改了什么：票（整轮）、自评、等次与意见（只算改了的人）。 */
export function changesOf(form: TallyForm, round: Round, entries: readonly Entry[]) {
  const saved = formOf(round, entries)
  const ballotsText = ({ issued, returned, spoiled }: TallyForm) => [issued, returned, spoiled].join()
  const line = ({ memberId }: Entry) => form.lines[memberId]
  const changed = (entry: Entry, of: (one: LineForm) => unknown) => {
    const [now, before] = [line(entry), saved.lines[entry.memberId]]
    return now && before && JSON.stringify(of(now)) !== JSON.stringify(of(before))
  }
  return {
    tally: ballotsText(form) !== ballotsText(saved) || entries.some((entry) => changed(entry, ({ votes }) => votes)),
    ratings: entries
      .filter((entry) => changed(entry, ({ selfGrade }) => selfGrade))
      .map((entry) => ({ memberId: entry.memberId, grade: line(entry)?.selfGrade ?? null })),
    decisions: entries
      .filter((entry) => changed(entry, ({ grade, opinion, note }) => [grade, opinion, note]))
      .map((entry) => {
        const { grade = null, opinion = '', note = '' } = line(entry) ?? {}
        return { memberId: entry.memberId, grade, opinion, note }
      }),
  }
}

/** 票录到哪里：可以存的一轮票，或还差什么的一句话。 */
export function tallyOf(form: TallyForm, entries: readonly Entry[]) {
  const ballots = ballotsOf(form)
  if (!ballots) return { problem: '先填发出、收回了几张票' }
  const lines = gradedOf(entries).map(({ memberId, name }) => ({
    ...{ memberId, name },
    votes: form.lines[memberId] ? votesOf(form.lines[memberId]) : null,
  }))
  const missing = lines.filter(({ votes }) => votes === null).length
  const off = lines.filter(({ votes }) => votes && sumOf(votes) !== validBallots(ballots)).length
  if (ballots.returned > ballots.issued || ballots.spoiled > ballots.returned) return { problem: '发出、收回、作废对不上' }
  if (off > 0) return { problem: `有 ${off} 人的票数合计对不上有效票` }
  if (missing > 0 || whyCannotTally(ballots, lines)) return { problem: `还有 ${missing} 人的票没有录` }
  return { tally: { ballots, tallies: lines.flatMap(({ memberId, votes }) => (votes ? [{ memberId, votes }] : [])) } }
}

/** 贴进来的一块数字：一行一人，从光标那一格起；不是数字的格、预备党员的行不要，数出来。 */
export function pasted(text: string, entries: readonly Entry[], form: TallyForm, row: number, column: number) {
  const lines = { ...form.lines }
  let skipped = 0
  for (const [down, words] of text
    .replace(/\r?\n$/, '')
    .split(/\r?\n/)
    .entries()) {
    const entry = entries[row + down]
    for (const [right, word] of words.split('\t').entries()) {
      if (word.trim() === '') continue
      const field = voteFields[column + right]
      const line = entry?.graded ? lines[entry.memberId] : undefined
      const count = countOf(word)
      if (entry && field && line && count !== null) lines[entry.memberId] = { ...line, votes: { ...line.votes, [field]: String(count) } }
      else skipped += 1
    }
  }
  return { form: { ...form, lines }, skipped }
}
