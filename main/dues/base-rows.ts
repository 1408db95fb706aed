import { whyCannotSetBase } from '../../shared/dues/base-rules.ts'
import type { BaseDraft, DuesStandards, PracticeDraft } from '../../shared/dues/bases.ts'
import type { BaseRow } from '../../shared/dues/contract.ts'
import { workingOf } from '../../shared/dues/rules.ts'
import type { LedgerScope } from '../../shared/kit/scope.ts'
import { refuse, refuseWhen } from '../core/refuse.ts'
import type { CommandContext, Reader } from '../core/services.ts'
import { duesStandards } from '../rules/packs.ts'
import { gridOf } from './grid.ts'
import { organizationNames, practicesOf } from './practices.ts'
import * as dues from './repository.ts'

type StoredBase = NonNullable<Awaited<ReturnType<typeof dues.findBase>>>

/** 一条核定写成核算表的一行；还没有口径时应交为空。 */
export function baseRow(base: StoredBase, branchName: string, practice: PracticeDraft | undefined, standards: DuesStandards): BaseRow {
  const items = JSON.parse(base.items) as BaseDraft['items']
  const signOf = new Map(standards.items.map(({ code, sign }) => [code, sign]))
  const total = (sign: 'add' | 'deduct') => items.reduce((sum, { code, amount }) => (signOf.get(code) === sign ? sum + amount : sum), 0)
  const working = practice && workingOf(base, practice.rounding, standards)
  return {
    id: base.id,
    memberId: base.memberId,
    name: base.name,
    branchName,
    fromMonth: base.fromMonth,
    kind: base.kind,
    kindName: standards.kinds.find(({ code }) => code === base.kind)?.name ?? '',
    additions: items.length > 0 ? total('add') : base.base,
    deductions: total('deduct'),
    base: base.base,
    ratePercent: working?.rate == null ? null : working.rate / 100,
    monthly: working?.amount ?? null,
    approval: base.approval,
    note: base.note,
  }
}

/** 党费核算表：这一年里作数的每一条核定（年初在用的，与年内新起的）。 */
export async function baseRows(db: Reader, scope: LedgerScope, today: string): Promise<BaseRow[]> {
  const people = new Map((await gridOf(db, scope, today)).map((row) => [row.memberId, row]))
  const practices = await practicesOf(db)
  const standards = duesStandards()
  const stored = await dues.bases(db).where('b.fromMonth', '<=', `${scope.year}-12`).orderBy('b.memberId').orderBy('b.fromMonth').execute()
  return stored.flatMap((base, at) => {
    const person = people.get(base.memberId)
    const next = stored[at + 1]
    const superseded = next?.memberId === base.memberId && next.fromMonth <= `${scope.year}-01`
    if (!person || superseded) return []
    const month = base.fromMonth > `${scope.year}-01` ? base.fromMonth : `${scope.year}-01`
    return [baseRow(base, person.branchName, practices(person.organizationId, month), standards)]
  })
}

export async function setBases({ db, subject }: CommandContext, { bases }: { bases: BaseDraft[] }) {
  const standards = duesStandards()
  let only = ''
  for (const base of bases) {
    const member = await db.selectFrom('member').select('name').where('id', '=', base.memberId).executeTakeFirst()
    only = (member ?? refuse('members.notFound')).name
    refuseWhen(whyCannotSetBase(base, standards))
    await dues.writeBase(db, base, standards.pack)
  }
  subject(bases.length === 1 ? only : `${bases.length} 人`)
  return { changed: bases.length }
}

export async function removeBase({ db, subject }: CommandContext, { id }: { id: number }) {
  const base = (await dues.findBase(db, id)) ?? refuse('dues.baseNotFound')
  await dues.removeBase(db, id)
  subject(`${base.name} ${base.fromMonth}`)
  return { id }
}

/** 一人的各条核定，新的在前。 */
export async function basesOfMember(db: Reader, memberId: number, organizationId: number | undefined): Promise<BaseRow[]> {
  const practices = await practicesOf(db)
  const branchName = (await organizationNames(db)).get(organizationId ?? 0) ?? ''
  const rows = await dues.bases(db).where('b.memberId', '=', memberId).orderBy('b.fromMonth', 'desc').execute()
  return rows.map((base) =>
    baseRow(base, branchName, organizationId === undefined ? undefined : practices(organizationId, base.fromMonth), duesStandards()),
  )
}
