import { fenIn, MONTH_FIELDS, registerImport } from '../../shared/dues/import-ledger.ts'
import { registerBody } from '../../shared/dues/read-register.ts'
import { methodWords } from '../../shared/dues/words.ts'
import type { CellNote, PreviewRow } from '../../shared/imports/contract.ts'
import { chosenHeaders, understand } from '../../shared/imports/understand.ts'
import { endOfMonth } from '../../shared/kit/calendar.ts'
import { showFen, sumOf } from '../../shared/kit/money.ts'
import type { Day, Month } from '../../shared/kit/values.ts'
import { explain, refusal } from '../../shared/refusals.ts'
import type { CommandContext, Reader } from '../core/services.ts'
import { entering } from '../imports/entering.ts'
import type { Answer, Difference, Entry, Finding, ReadLine, Setting, Target } from '../imports/target.ts'
import { duesStandards } from '../rules/packs.ts'
import { assessor } from './assess.ts'
import { collect } from './collect.ts'
import { exempt } from './exemptions.ts'
import { everIn, peopleOf } from './people.ts'
import { organizationNames, practicesOf } from './practices.ts'

const YEARS = 5

/** 一格现在的样子：交了多少（连同多交、大额），免了没有，为什么收不了。 */
interface Standing {
  paid: number
  exempt: boolean
  why: string | null
}
interface Known {
  people: { id: number; name: string; branch: string; months: Record<Month, Standing> }[]
}

const monthOf = (year: number, at: number): Month => `${year}-${String(at + 1).padStart(2, '0')}`
const yearsUntil = (today: Day) => Array.from({ length: YEARS }, (_, at) => Number(today.slice(0, 4)) - at)

/** 交费的日子表里没有，记作当月最后一天；还没有到的记今天。 */
const paidOnFor = (month: Month, today: Day): Day => [endOfMonth(month), today].toSorted()[0] ?? today

const closedIn = async (db: Reader) => {
  const rows = await db.selectFrom('duesPeriod').select(['organizationId', 'month']).where('closed', '=', 1).execute()
  const shut = new Set(rows.map(({ organizationId, month }) => `${organizationId} ${month}`))
  return (organizationId: number, month: Month) => shut.has(`${organizationId} ${month}`)
}

/** 近五年、这里收过的每个人每个月。 */
async function known(db: Reader, { organizationId, today }: Setting): Promise<Known> {
  const years = yearsUntil(today)
  const months = years.toReversed().flatMap((year) => Array.from({ length: 12 }, (_, at) => monthOf(year, at)))
  const people = await peopleOf(db, everIn(organizationId), months[0] ?? '', months.at(-1) ?? '')
  const assess = assessor(duesStandards(), await practicesOf(db), today)
  const [names, closed] = [await organizationNames(db), await closedIn(db)]
  return {
    people: [...people.values()].map((person) => {
      let branch = ''
      const standings = months.map((month): [Month, Standing] => {
        const { cell, organizationId: owner, working } = assess(person, month)
        if (owner !== undefined) branch = names.get(owner) ?? branch
        const paid = cell.paid + (cell.extra ?? 0) + (cell.large ?? 0)
        const no = (): string | null => {
          if (owner === undefined) return explain(refusal('dues.notMember', { name: person.name, month }))
          if (closed(owner, paidOnFor(month, today).slice(0, 7))) return `${month} 已经结账，写不进去。确需补记请先反结账。`
          if (cell.state === 'exempt' && cell.payable === 0 && working?.amount !== 0)
            return explain(refusal('dues.exempted', { name: person.name, month }))
          return cell.state === 'unset' ? explain(refusal('dues.noBase', { name: person.name, month })) : null
        }
        return [month, { paid, exempt: cell.state === 'exempt', why: no() }]
      })
      return { id: person.id, name: person.name, branch, months: Object.fromEntries(standings) }
    }),
  }
}

const yearFor = ({ values }: Pick<ReadLine, 'values'>, { choices }: Setting) => Number(values.year || choices.year)

const note = (row: ReadLine, field: string, text: string): CellNote => ({ field, cell: `第 ${row.row} 行`, text })

/** 一个月的一格与账上对照：要添的、不同的，收不了的，只提醒的。 */
function compareCell(row: ReadLine, field: string, month: Month, standing: Standing) {
  const text = row.values[field] ?? ''
  const [differences, warnings, errors]: [Difference[], CellNote[], CellNote[]] = [[], [], []]
  const [fen, label] = [fenIn(text), `${Number(month.slice(5))}月`]
  if (text === '免') {
    if (standing.paid > 0) warnings.push(note(row, field, `${label}写的是免，账上收了 ${showFen(standing.paid)}，没有改`))
    else if (!standing.exempt && standing.why !== null) warnings.push(note(row, field, `${label}没有登记免交：${standing.why}`))
    else if (!standing.exempt) differences.push({ field, from: '', to: text, overwrites: false })
  } else if (fen > 0 && fen !== standing.paid) {
    if (standing.paid > fen)
      warnings.push(note(row, field, `${label}账上收了 ${showFen(standing.paid)}，多于表里的 ${showFen(fen)}；要改请在党费里冲销`))
    else if (standing.why !== null) errors.push(note(row, field, standing.why))
    else differences.push({ field, from: standing.paid === 0 ? '' : showFen(standing.paid), to: text, overwrites: standing.paid > 0 })
  }
  return { differences, warnings, errors }
}

function findingFor(row: ReadLine, { people }: Known, setting: Setting, answer: Answer, seen: Map<string, ReadLine>): Finding {
  const wrong = (text: string): Finding => ({ is: 'wrong', errors: [note(row, 'name', text)] })
  const year = yearFor(row, setting)
  if (!yearsUntil(setting.today).includes(year)) return wrong(`只能导入近 ${YEARS} 年的，表里是 ${year} 年`)
  const { name = '', branchName = '' } = row.values
  const namesakes = people.filter((person) => person.name === name)
  const inBranch = branchName === '' ? [] : namesakes.filter(({ branch }) => branch === branchName)
  const told = answer(row)
  const [only] = inBranch.length === 1 ? inBranch : namesakes.length === 1 ? namesakes : namesakes.filter(({ id }) => id === told)
  if (namesakes.length === 0) return wrong(`名册里没有“${name}”，请先登记或改正姓名`)
  if (!only) {
    const choices = namesakes.map(({ id, branch }) => ({ id, label: `${name} ${branch}` }))
    return { is: 'unsure', question: { text: `名册里有 ${namesakes.length} 位“${name}”，是哪一位`, choices, none: null } }
  }
  const before = seen.get(`${only.id} ${year}`)
  if (before) return wrong(`与${before.line}是同一个人，请留下其中一行`)
  seen.set(`${only.id} ${year}`, row)
  const cells = MONTH_FIELDS.map((field, at) => {
    const month = monthOf(year, at)
    return compareCell(row, field, month, only.months[month] ?? { paid: 0, exempt: false, why: '不归这里收' })
  })
  const errors = cells.flatMap((cell) => cell.errors)
  const warnings = cells.flatMap((cell) => cell.warnings)
  if (errors.length > 0) return { is: 'wrong', errors, warnings }
  return { is: 'known', record: { id: only.id, name: only.name }, differences: cells.flatMap((cell) => cell.differences), warnings }
}

/** 一行里选定要记的各月：文件里的减账上已有的。 */
const addedIn = ({ changes }: Pick<PreviewRow, 'changes'>) =>
  sumOf(changes.filter(({ taken }) => taken).map(({ from, to }) => fenIn(to) - fenIn(from)))

/** 表里的实交，去掉要记的，余下的有多少账上已经有。 */
const alreadyIn = (row: Pick<PreviewRow, 'changes' | 'values'>) =>
  sumOf(
    MONTH_FIELDS.map((field) => {
      const change = row.changes.find((one) => one.field === field)
      return change ? fenIn(change.from) : fenIn(row.values[field])
    }),
  )

const NOTE = '据原台账导入'

/** 照交费的日子一天一批，与“收缴党费”同一套函数；写“免”的登记免交。 */
async function enter(context: CommandContext, entries: readonly Entry[], existing: Known, setting: Setting): Promise<readonly number[]> {
  const { today, actor } = context
  const standingOf = new Map(existing.people.map((person) => [person.id, person.months]))
  const cells = entries.flatMap(({ row, id, taken }) =>
    MONTH_FIELDS.flatMap((field, at) => {
      const month = monthOf(yearFor(row, setting), at)
      return id !== null && taken.has(field) ? [{ memberId: id, month, text: row.values[field] ?? '' }] : []
    }),
  )
  const owing = cells.flatMap(({ memberId, month, text }) => {
    const amount = fenIn(text) - (standingOf.get(memberId)?.[month]?.paid ?? 0)
    return text !== '免' && amount > 0 ? [{ memberId, month, amount, late: text.startsWith('补'), paidOn: paidOnFor(month, today) }] : []
  })
  const free = cells.flatMap(({ memberId, month, text }) => (text === '免' ? [{ memberId, month }] : []))
  if (free.length > 0) await exempt(context, { cells: free, reason: `${NOTE}：原表写“免”`, approval: '' })
  const method = Object.entries(methodWords).find(([, word]) => word === setting.choices.method)?.[0] as keyof typeof methodWords
  let entered = 0
  const days = [...Map.groupBy(owing, (each) => each.paidOn)].toSorted(([one], [other]) => (one < other ? -1 : 1))
  for (const [paidOn, some] of entering(context.job, days)) {
    const payments = some.map(({ memberId, month, amount, late }) => ({
      ...{ memberId, months: [{ month, amount }], payer: '', advanced: false },
      note: late ? `${NOTE}：补交，日期原表没有写` : NOTE,
    }))
    entered += (await collect(context, { paidOn, method: method ?? 'other', collector: actor, payments, receipts: false })).amount
  }
  return [entered]
}

/** 外来的党费收缴台账怎样记成交费。 */
export const duesTarget: Target<Known> = {
  ledger: registerImport,
  reading: {
    understand: (sheet, given) => understand(sheet, given, registerBody),
    chosenHeaders: (sheet, given) => chosenHeaders(sheet, given, registerBody),
  },
  asks: async (_, __, today) => [
    { key: 'year', label: '标题没写年份的，是', choices: yearsUntil(today).map(String), chosen: today.slice(0, 4) },
    { key: 'method', label: '怎样交的', choices: Object.values(methodWords), chosen: methodWords.cash },
  ],
  sums: [
    {
      label: '实交合计',
      of: (values) => sumOf(MONTH_FIELDS.map((field) => fenIn(values[field]))),
      split: (row) => ({ entered: addedIn(row), already: alreadyIn(row) }),
    },
  ],
  existing: known,
  compare(rows, existing, setting, answer) {
    const seen = new Map<string, ReadLine>()
    return rows.map((row) => findingFor(row, existing, setting, answer, seen))
  },
  enter,
}
