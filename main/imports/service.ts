import { customKey, withCustomFields } from '../../shared/fields/columns.ts'
import type { Adjustments, ImportTarget, SheetPreview } from '../../shared/imports/contract.ts'
import { newFieldKey, newFieldsIn } from '../../shared/imports/new-fields.ts'
import { sheetOfPasted } from '../../shared/imports/pasted.ts'
import type { RawSheet } from '../../shared/imports/raw.ts'
import { chosenHeaders, noAdjustments } from '../../shared/imports/understand.ts'
import { columnsOf } from '../../shared/ledger/define.ts'
import type { Bytes } from '../core/bytes.ts'
import { refuse } from '../core/refuse.ts'
import type { CommandContext, Reader, Service, TaskContext } from '../core/services.ts'
import { addField } from '../fields/fill.ts'
import * as fields from '../fields/repository.ts'
import { standingOrganization } from '../organizations/service.ts'
import { check, type Known, type Part, understanding } from './check.ts'
import { enter } from './enter.ts'
import { sayEntering } from './entering.ts'
import { readWorkbook } from './reader/read-workbook.ts'
import { type Held, keep, kept } from './readings.ts'
import * as imports from './repository.ts'
import type { Setting, Target } from './target.ts'
import { targets } from './targets.ts'

const targetNamed = (id: string): Target =>
  targets.find(({ ledger }) => ledger.id === id) ??
  refuse('imports.unknownTarget', {
    ledger: id,
    choices: targets.map(({ ledger }) => `${ledger.id}（${ledger.importable?.what ?? ledger.title}）`).join('、'),
  })

interface Chosen {
  sheet: string
  adjustments: Adjustments
}

const heldReading = (session: Bytes, reading: string) => kept(session, reading) ?? refuse('imports.readingGone')

const sheetOf = ({ book }: Held, name: string): RawSheet =>
  book.sheets.find((sheet) => sheet.name === name || sheet.name.trim() === name) ?? refuse('imports.noSheet', { sheet: name })

const partsOf = (held: Held, chosen: readonly Chosen[]): Part[] =>
  chosen.map(({ sheet, adjustments }) => ({ sheet: sheetOf(held, sheet), adjustments }))

/** 要人定的几项：回答不在可选的里面不行；没有回答的按默认。 */
async function asked(db: Reader, { asks }: Target, { organizationId, choices }: ImportTarget, today: string) {
  await standingOrganization(db, organizationId)
  return ((await asks?.(db, organizationId, today)) ?? []).map((ask) => {
    const chosen = choices[ask.key] ?? ask.chosen
    if (!ask.choices.includes(chosen)) refuse('imports.noSuchChoice', { label: ask.label, chosen, choices: ask.choices.join('、') })
    return { ...ask, chosen }
  })
}

const settingOf = ({ organizationId }: ImportTarget, today: string, asks: Awaited<ReturnType<typeof asked>>): Setting => ({
  organizationId,
  today,
  choices: Object.fromEntries(asks.map(({ key, chosen }) => [key, chosen])),
})

async function knownIn(db: Reader, { ledger, existing }: Target, setting: Setting): Promise<Known> {
  return { mappings: await imports.mappings(db, ledger.id), fields: await fields.list(db), existing: await existing(db, setting) }
}

/** 任务不直接读库：定了的几项与对照的底都由查询取来。 */
async function preparing({ app, today }: TaskContext, target: ImportTarget) {
  const setting = settingOf(target, today, await app.imports.asks(target))
  return { setting, known: await app.imports.known(target) }
}

/** 每张表看懂、对照，留在内存里等人核对。 */
async function preview(context: TaskContext, held: Held, wanted: ImportTarget) {
  const { bytes, job } = context
  const target = targetNamed(wanted.ledger)
  const { setting, known } = await preparing(context, wanted)
  const sheets: SheetPreview[] = []
  for (const [at, sheet] of held.book.sheets.entries()) {
    job.progress((at + 1) / (held.book.sheets.length + 1), `核对“${sheet.name}”`)
    await job.checkpoint()
    sheets.push(...check([{ sheet, adjustments: noAdjustments }], target, setting, known))
  }
  return { reading: keep(bytes, held), sheets }
}

async function read(context: TaskContext, { file, target }: { file: string; target: ImportTarget }) {
  const { bytes, job, ports } = context
  targetNamed(target.ledger)
  const given = bytes.held(file) ?? refuse('files.goneHandle')
  job.progress(null, `读取“${given.name}”`)
  const book = await readWorkbook(given, { spawn: () => ports.spawnReader(), signal: job.signal })
  return preview(context, { name: given.name, book }, target)
}

/** 人要新增的字段真的添到名册上；给出 new-血型 → custom-7。 */
async function foundFields({ db }: CommandContext, parts: readonly Part[]): Promise<Map<string, string>> {
  const founded = new Map<string, string>()
  for (const name of newFieldsIn(parts.map(({ adjustments }) => adjustments)))
    founded.set(newFieldKey(name), customKey(await addField(db, { name, kind: 'text', options: [], privacy: 'open' })))
  return founded
}

/** 人改过的表头对应，下次照用。 */
async function remember(
  { db }: CommandContext,
  parts: readonly Part[],
  { reading }: Target,
  given: ReturnType<typeof understanding>,
  founded: Map<string, string>,
) {
  const { ledger } = given
  const headersOf = reading?.chosenHeaders ?? chosenHeaders
  for (const { sheet, adjustments } of parts)
    for (const { headerPath, field } of headersOf(sheet, { ...given, adjustments }))
      if (field === null || field in ledger.columns)
        await imports.remember(db, ledger.id, headerPath, field && (founded.get(field) ?? field))
}

async function apply(context: CommandContext, wanted: { reading: string; target: ImportTarget; parts: Chosen[] }) {
  const target = targetNamed(wanted.target.ledger)
  const held = heldReading(context.bytes, wanted.reading)
  const parts = partsOf(held, wanted.parts)
  const setting = settingOf(wanted.target, context.today, await asked(context.db, target, wanted.target, context.today))
  context.job.progress(null, '正在核对')
  const known = await knownIn(context.db, target, setting)
  const sheets = check(parts, target, setting, known)
  sayEntering(context.job)
  for (const { kind, rows, advice } of sheets) if (kind !== 'table' || rows.length === 0) refuse('imports.notATable', { advice })
  const given = understanding(
    target,
    setting,
    known,
    parts.map(({ adjustments }) => adjustments),
  )
  const founded = await foundFields(context, parts)
  const { tally, rejected, sums } = await enter(context, sheets, target, {
    ledger: given.ledger,
    existing: known.existing,
    setting,
    founded,
  })
  if (tally.accepted === 0) refuse('imports.nothingToImport')
  await remember(context, parts, target, given, founded)
  const { unit = '行' } = target.ledger.importable ?? {}
  const done = [tally.added > 0 && `新增 ${tally.added} ${unit}`, tally.updated > 0 && `更新 ${tally.updated} ${unit}`].filter(Boolean)
  context.subject(`${held.name} ${done.join('，') || '没有变化'}`)
  const skipped = sheets.reduce((sum, sheet) => sum + sheet.skipped.length, 0)
  return { counts: { in: tally.accepted + rejected.length + skipped, rejected: rejected.length, skipped, ...tally }, sums, rejected }
}

export const importsService: Service<'imports'> = {
  async targets({ db }) {
    const custom = await fields.list(db)
    return targets.map(({ ledger }) => ({
      ledger: ledger.id,
      title: ledger.title,
      what: ledger.importable?.what ?? ledger.title,
      unit: ledger.importable?.unit ?? '行',
      room: ledger.source.split('.')[0] ?? '',
      fields: columnsOf(withCustomFields(ledger, custom)).flatMap(({ field, column }) =>
        column.derived ? [] : [{ field, label: column.label, required: column.required }],
      ),
    }))
  },

  asks: ({ db, today }, target) => asked(db, targetNamed(target.ledger), target, today),
  async known({ db, today }, wanted) {
    const target = targetNamed(wanted.ledger)
    return knownIn(db, target, settingOf(wanted, today, await asked(db, target, wanted, today)))
  },

  read,
  paste: (context, { table, target }) => preview(context, { name: '粘贴的表', book: { sheets: [sheetOfPasted(table)] } }, target),

  async review(context, { reading, target, parts }) {
    const held = heldReading(context.bytes, reading)
    const { setting, known } = await preparing(context, target)
    return check(partsOf(held, parts), targetNamed(target.ledger), setting, known)
  },

  apply,
}
