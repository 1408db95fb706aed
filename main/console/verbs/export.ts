import type { Grade, Wanted } from '../../../shared/documents/contract.ts'
import { signInFrom, signInKey, whyCannotMake } from '../../../shared/documents/rules.ts'
import { Refused } from '../../../shared/kit/refusal.ts'
import { ledgerNamed, ledgers } from '../../../shared/ledgers.ts'
import type { Organization } from '../../../shared/organizations/contract.ts'
import { isBranch } from '../../../shared/organizations/rules.ts'
import { explain } from '../../../shared/refusals.ts'
import { localDay } from '../../core/local-day.ts'
import { fromHere, needed, positions } from '../arguments.ts'
import { type Context, chosenOrganization, openLedger, type Verb } from '../context.ts'
import { UsageError } from '../usage.ts'

const grades: Record<string, Grade> = { 公示: 'posted', 内部: 'internal', 上报: 'reported' }

interface Order {
  title: string
  wanted: Wanted
}

export const exportAll: Verb = async (context, rest) => {
  const { app, flags, say } = context
  const [file] = positions(rest, 'FILE')
  const out = fromHere(needed(flags.out, '--out'))
  const grade = Object.hasOwn(grades, flags.grade) ? grades[flags.grade] : undefined
  if (!grade) throw new UsageError(`没有“${flags.grade}”这个级别，请写 公示、内部 或 上报。`)
  const [year, format, named] = [chosenYear(flags.year), chosenFormat(flags.format), namedLedgers(flags.ledger)]
  const unfit = whyCannotMake(grade, flags.purpose)
  if (unfit) throw new Refused(unfit)
  context.saveInto(out)
  await openLedger(context, file, { writes: true })
  const organization = await chosenOrganization(context)
  const orders = [
    ...(await ledgerOrders(context, organization, year, named, format)),
    ...(named ? [] : await paperOrders(context, organization, year)),
  ]

  const saved: { title: string; path: string; notes: string[] }[] = []
  const refused: { title: string; code: string; sentence: string }[] = []
  for (const [index, { title, wanted }] of orders.entries()) {
    say(`${index + 1}/${orders.length} ${title}`)
    try {
      const made = await app.documents.make({ wanted, grade, purpose: flags.purpose })
      const answer = await app.documents.save({ made: made.made })
      if (answer.kind === 'saved') saved.push({ title, path: answer.path, notes: made.notes })
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      const sentence = explain(error.refusal)
      refused.push({ title, code: error.refusal.code, sentence })
      say(`${title}：${sentence}`)
    }
  }
  return {
    value: { out, year, saved, refused },
    lines: [...saved.map(({ path }) => path), `存好 ${saved.length} 份${refused.length > 0 ? `，没有做成 ${refused.length} 份` : ''}。`],
    failed: refused.length > 0,
  }
}

const chosenYear = (text: string | undefined): number => {
  const year = Number(text ?? localDay(new Date()).slice(0, 4))
  if (!Number.isInteger(year) || year < 1921 || year > 2200) throw new UsageError(`“${text}”不是年份。`)
  return year
}

const chosenFormat = (text: string | undefined): 'xlsx' | 'pdf' | undefined => {
  if (text === undefined || text === 'xlsx' || text === 'pdf') return text
  throw new UsageError(`没有“${text}”这种格式，请写 xlsx 或 pdf。`)
}

const namedLedgers = (text: string | undefined): string[] | undefined => {
  const ids = text?.split(/[,，]/).map((id) => id.trim())
  const unknown = ids?.find((id) => !ledgerNamed(id))
  if (unknown !== undefined)
    throw new UsageError(`没有“${unknown}”这本台账，可以写：${ledgers.map(({ id, title }) => `${id}（${title}）`).join('、')}。`)
  return ids
}

/** 要哪些台账；没有点名格式就用它的第一种（工作簿）。 */
async function ledgerOrders(
  { app }: Context,
  { id }: Organization,
  year: number,
  named: string[] | undefined,
  format: 'xlsx' | 'pdf' | undefined,
) {
  const scope = { organizationId: id, year }
  const shelf = await app.documents.shelf(scope)
  const wanted = named ? shelf.filter(({ ledger }) => named.includes(ledger)) : shelf
  return wanted.flatMap(({ ledger, title, formats }): Order[] => {
    const chosen = format ?? formats[0]
    if (!chosen || !formats.includes(chosen)) {
      if (named) throw new UsageError(`“${title}”不能导出成 ${chosen}。`)
      return []
    }
    return [{ title: `${title}（${chosen}）`, wanted: { kind: 'ledger', ledger, scope, format: chosen } }]
  })
}

/** 本年每次会议的签到表，开过的会的会议记录，民主评议的测评票，各支部的党员采集表。 */
async function paperOrders({ app }: Context, organization: Organization, year: number): Promise<Order[]> {
  const meetings = await app.meetings.listByYear({ organizationId: organization.id, year })
  const signIn = signInFrom((await app.drafts.find({ key: signInKey }))?.content)
  const ofMeetings = meetings.flatMap(({ id: meetingId, topic, day, status }): Order[] => [
    { title: `签到表 ${day} ${topic}`, wanted: { kind: 'signInSheet', meetingId, ...signIn, format: 'pdf' } },
    ...(status === 'planned'
      ? []
      : [{ title: `会议记录 ${day} ${topic}`, wanted: { kind: 'minutes' as const, meetingId, format: 'pdf' as const } }]),
  ])
  const rounds = await app.appraisal.rounds({ organizationId: organization.id, year })
  const branches = within(await app.organizations.tree({}), organization.id).filter(
    ({ kind, memberCount }) => isBranch(kind) && memberCount > 0,
  )
  return [
    ...ofMeetings,
    ...rounds.map(
      ({ id: roundId, organizationName }): Order => ({
        title: `民主评议测评票 ${organizationName}`,
        wanted: { kind: 'ballots', roundId, perPage: 2, back: false },
      }),
    ),
    ...branches.map(
      ({ id: organizationId, name }): Order => ({ title: `采集表 ${name}`, wanted: { kind: 'memberCards', organizationId } }),
    ),
  ]
}

/** 一个组织和它下面的全部组织。 */
const within = (tree: readonly Organization[], id: number): Organization[] =>
  tree.filter((one) => one.id === id).concat(tree.filter(({ parentId }) => parentId === id).flatMap((part) => within(tree, part.id)))
