import { withCustomFields } from '../../shared/fields/columns.ts'
import type { Adjustments, SheetPreview } from '../../shared/imports/contract.ts'
import { chosenHeaders, noAdjustments } from '../../shared/imports/understand.ts'
import { columnsOf, type Ledger } from '../../shared/ledger/define.ts'
import { ledgerNamed, ledgers } from '../../shared/ledgers.ts'
import type { Bytes } from '../core/bytes.ts'
import { refuse } from '../core/refuse.ts'
import type { CommandContext, Service, TaskContext } from '../core/services.ts'
import * as fields from '../fields/repository.ts'
import { standingOrganization } from '../organizations/service.ts'
import { memberLimits } from '../rules/packs.ts'
import { add, amend, type Entering } from './enter.ts'
import { type Checked, check } from './preview.ts'
import { readWorkbook } from './reader/read-workbook.ts'
import { keep, kept } from './readings.ts'
import * as imports from './repository.ts'

type Target = { ledger: string; organizationId: number }

const targetLedger = (id: string): Ledger => {
  const ledger = ledgerNamed(id)
  return ledger?.importable ? ledger : refuse('imports.unknownTarget', { ledger: id })
}

const heldSheet = (session: Bytes, reading: string, name: string) => {
  const held = kept(session, reading) ?? refuse('imports.readingGone')
  return {
    held,
    sheet:
      held.book.sheets.find((sheet) => sheet.name === name || sheet.name.trim() === name) ?? refuse('imports.noSheet', { sheet: name }),
  }
}

/** 任务取底只走查询。 */
async function knownTo({ app }: TaskContext, { ledger, organizationId }: Target) {
  const known = await app.imports.known({ ledger })
  if (!known.organizations.some(({ id }) => id === organizationId)) refuse('organizations.notFound')
  return known
}

async function read(context: TaskContext, { file, target }: { file: string; target: Target }) {
  const { bytes, job, ports, today } = context
  const described = targetLedger(target.ledger)
  const given = bytes.held(file) ?? refuse('files.goneHandle')
  const known = await knownTo(context, target)
  const ledger = withCustomFields(described, known.fields)
  job.progress(null, `读取“${given.name}”`)
  const book = await readWorkbook(given, { spawn: () => ports.spawnReader(), signal: job.signal })
  const sheets: SheetPreview[] = []
  for (const [at, sheet] of book.sheets.entries()) {
    job.checkpoint()
    job.progress((at + 1) / (book.sheets.length + 1), `核对“${sheet.name}”`)
    sheets.push(check(sheet, { ledger, organizationId: target.organizationId, adjustments: noAdjustments, today, known }).preview)
  }
  return { reading: keep(bytes, { name: given.name, book }), sheets }
}

/** 逐行登记或更新；有错误的行留下原因。 */
async function enter({ db, today }: CommandContext, ledger: Ledger, { rows }: Checked) {
  const entering: Entering = { db, ledger, today, founded: new Map() }
  const tally = { accepted: 0, added: 0, updated: 0, unchanged: 0 }
  const rejected: { row: number; reason: string }[] = []
  for (const { row, person, placing } of rows) {
    if (row.errors.length > 0 || (!person && 'problem' in placing)) {
      rejected.push({ row: row.row, reason: row.errors.map(({ cell, text }) => `${cell} ${text}`).join('；') })
      continue
    }
    tally.accepted++
    if (person) tally[(await amend(entering, person, row.values, placing)) ? 'updated' : 'unchanged']++
    else if ('branch' in placing) {
      await add(entering, row.values, placing)
      tally.added++
    }
  }
  return { tally, rejected }
}

const subjectOf = (name: string, { added, updated }: { added: number; updated: number }) =>
  `${name} 导入 ${added} 人${updated > 0 ? `，更新 ${updated} 人` : ''}`

async function apply(context: CommandContext, given: { reading: string; sheet: string; target: Target; adjustments: Adjustments }) {
  const { db, bytes, today } = context
  const { organizationId } = given.target
  const custom = await fields.list(db)
  const ledger = withCustomFields(targetLedger(given.target.ledger), custom)
  const { held, sheet } = heldSheet(bytes, given.reading, given.sheet)
  await standingOrganization(db, organizationId)
  const known = {
    mappings: await imports.mappings(db, ledger.id),
    people: await imports.everyone(db, today),
    organizations: await imports.organizations(db),
    fields: custom,
  }
  const checked = check(sheet, { ledger, organizationId, adjustments: given.adjustments, today, known })
  if (checked.preview.kind !== 'table' || checked.rows.length === 0) refuse('imports.notATable', { advice: checked.preview.advice })
  const { tally, rejected } = await enter(context, ledger, checked)
  if (tally.accepted === 0) refuse('imports.nothingToImport')
  const remembered = new Map(known.mappings.map(({ headerPath, field }) => [headerPath, field]))
  for (const { headerPath, field } of chosenHeaders(sheet, {
    ledger,
    adjustments: given.adjustments,
    remembered,
    today,
    limits: memberLimits(),
  }))
    if (field === null || field in ledger.columns) await imports.remember(db, ledger.id, headerPath, field)
  context.subject(subjectOf(held.name, tally))
  const skipped = checked.preview.skipped.length
  return { counts: { in: checked.rows.length + skipped, rejected: rejected.length, skipped, ...tally }, rejected }
}

export const importsService: Service<'imports'> = {
  async targets({ db }) {
    const custom = await fields.list(db)
    return ledgers
      .filter(({ importable }) => importable)
      .map((ledger) => withCustomFields(ledger, custom))
      .map((ledger) => ({
        ledger: ledger.id,
        title: ledger.title,
        fields: columnsOf(ledger).flatMap(({ field, column }) =>
          column.derived ? [] : [{ field, label: column.label, required: column.required }],
        ),
      }))
  },

  async known({ db, today }, { ledger }) {
    const { id } = targetLedger(ledger)
    return {
      mappings: await imports.mappings(db, id),
      people: await imports.everyone(db, today),
      organizations: await imports.organizations(db),
      fields: await fields.list(db),
    }
  },

  read,

  async review(context, { reading, sheet: name, target, adjustments }) {
    const described = targetLedger(target.ledger)
    const { sheet } = heldSheet(context.bytes, reading, name)
    const known = await knownTo(context, target)
    const ledger = withCustomFields(described, known.fields)
    return check(sheet, { ledger, organizationId: target.organizationId, adjustments, today: context.today, known }).preview
  },

  apply,
}
