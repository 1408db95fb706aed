import type { GridRow, PostedRow, RegisterRow, Summary } from '../../shared/dues/contract.ts'
import { monthsOf, unsetIn } from '../../shared/dues/rules.ts'
import { kindWords } from '../../shared/dues/words.ts'
import { addDays } from '../../shared/kit/calendar.ts'
import { showFen, sumOf } from '../../shared/kit/money.ts'
import type { LedgerScope } from '../../shared/kit/scope.ts'
import type { Day } from '../../shared/kit/values.ts'
import type { Reader } from '../core/services.ts'
import { duesStandards } from '../rules/packs.ts'
import { balanceBefore, movementsIn } from './fund.ts'
import { gridOf } from './grid.ts'
import { closedThrough, practicesOf } from './practices.ts'
import * as dues from './repository.ts'

/** 一格写进台账：金额，或免、转、停。 */
const sheetCell = ({ state, paid, extra = 0 }: GridRow['cells'][number]): number | string | null => {
  if (paid + extra > 0) return paid + extra
  return state === 'exempt' ? '免' : state === 'before' ? '转' : state === 'suspended' ? '停' : null
}

type Months = Pick<RegisterRow, `m${'01' | '02' | '03' | '04' | '05' | '06' | '07' | '08' | '09' | '10' | '11' | '12'}`>

const sheetMonths = (cells: GridRow['cells']): Months =>
  Object.fromEntries(cells.map((cell, at) => [`m${String(at + 1).padStart(2, '0')}`, sheetCell(cell)])) as Months

const noteOf = ({ cells, arrears }: GridRow): string => {
  const late = cells.flatMap(({ late }, at) => (late ? [`${at + 1}月`] : []))
  const large = sumOf(cells.map(({ large = 0 }) => large))
  const extra = sumOf(cells.map(({ extra = 0 }) => extra))
  return [
    late.length > 0 ? `${late.join('、')}补交` : '',
    extra > 0 ? `自愿多交 ${showFen(extra)} 元` : '',
    large > 0 ? `大额党费 ${showFen(large)} 元另计` : '',
    arrears > 0 ? `连续欠 ${arrears} 个月` : '',
  ]
    .filter(Boolean)
    .join('；')
}

/** 党费收缴台账：每格实交（应交与自愿多交；大额党费另计）。 */
export async function registerRows(db: Reader, scope: LedgerScope, today: Day): Promise<RegisterRow[]> {
  return (await gridOf(db, scope, today)).map((row) => {
    return {
      memberId: row.memberId,
      name: row.name,
      branchName: row.branchName,
      kindName: row.kind ? kindWords[row.kind] : '',
      base: row.base,
      ratePercent: row.rate === null ? null : row.rate / 100,
      monthly: row.monthly,
      ...sheetMonths(row.cells),
      payable: row.payable,
      paid: sumOf(row.cells.map(({ paid, extra = 0 }) => paid + extra)),
      owing: row.owing,
      note: noteOf(row),
    }
  })
}

/** 一年的总数与要留意的人。 */
export async function summaryOf(db: Reader, scope: LedgerScope, today: Day): Promise<Summary> {
  const rows = await gridOf(db, scope, today)
  const months = monthsOf(scope.year)
  const month = months.indexOf(today.slice(0, 7))
  const balances = await balanceBefore(db, scope.organizationId, addDays(today, 1))
  const stateNow = (row: GridRow) => row.cells[month]?.state
  const practices = await practicesOf(db)
  return {
    payable: sumOf(rows.map(({ payable }) => payable)),
    paid: sumOf(rows.map(({ paid }) => paid)),
    over: sumOf(rows.flatMap(({ cells }) => cells.map(({ paid, payable }) => Math.max(0, paid - payable)))),
    owing: sumOf(rows.map(({ owing }) => owing)),
    coming: sumOf(
      rows.flatMap(({ cells }) =>
        cells.map(({ payable, paid }, at) => ((months[at] ?? '') < today.slice(0, 7) ? 0 : Math.max(0, payable - paid))),
      ),
    ),
    peopleOwing: rows.filter(({ owing }) => owing > 0).length,
    peopleOpen: rows.filter((row) => stateNow(row) === 'open').length,
    peopleUnset: rows.filter(({ cells }) => unsetIn(cells, month)).length,
    arrears: rows
      .filter(({ arrears }) => arrears > 0)
      .map(({ memberId, name, arrears, owing }) => ({ memberId, name, months: arrears, owing }))
      .sort((a, b) => b.months - a.months),
    large: sumOf(rows.flatMap(({ cells }) => cells.map(({ large = 0 }) => large))),
    extra: sumOf(rows.flatMap(({ cells }) => cells.map(({ extra = 0 }) => extra))),
    balance: balances.ordinary,
    largeBalance: balances.large,
    closedThrough: await closedThrough(db, scope.organizationId),
    practised: practices(scope.organizationId, today.slice(0, 7)) !== undefined || (await dues.hasPractice(db)),
  }
}

/** 公示表：收缴、上缴、返还、使用、结余；没有人名、收入与证件号。 */
export async function postedRows(db: Reader, scope: LedgerScope, today: Day): Promise<PostedRow[]> {
  const [payments, movements] = [await dues.paymentsIn(db, scope), await movementsIn(db, scope)]
  const sum = (kind: string, purpose?: string) =>
    sumOf(movements.filter((one) => one.kind === kind && (purpose === undefined || one.purpose === purpose)).map(({ amount }) => amount))
  const end = `${scope.year + 1}-01-01`
  const opening = await balanceBefore(db, scope.organizationId, `${scope.year}-01-01`)
  const closing = await balanceBefore(db, scope.organizationId, end)
  const people = new Set(
    payments.filter(({ reverses, reversedBy }) => reverses === null && reversedBy === null).map(({ memberId }) => memberId),
  )
  const owing = (await gridOf(db, scope, today)).filter((row) => row.owing > 0).length
  const purposes = duesStandards().purposes
  return [
    { item: '上年结转', amount: opening.ordinary + sum('opening'), note: '' },
    { item: '本年收缴', amount: sumOf(payments.map(({ ordinary }) => ordinary)), note: `${people.size} 名党员` },
    { item: '上级下拨', amount: sum('allocated'), note: '' },
    { item: '党费返还', amount: sum('returned'), note: '' },
    { item: '利息', amount: sum('interest'), note: '' },
    { item: '上缴', amount: sum('remitted'), note: '' },
    ...purposes.map(({ code, name }) => ({ item: `使用：${name}`, amount: sum('used', code), note: '' })),
    { item: '结余', amount: closing.ordinary, note: '' },
    {
      item: '大额党费（单列，全部上缴）',
      amount: sumOf(payments.map(({ large }) => large)),
      note: `已上缴 ${showFen(sum('largeRemitted'))} 元`,
    },
    { item: '尚未交清的党员', amount: null, note: `${owing} 人` },
    { item: '公示时间（张贴时填写）', amount: null, note: '' },
    { item: '监督电话（张贴时填写）', amount: null, note: '' },
  ]
}
