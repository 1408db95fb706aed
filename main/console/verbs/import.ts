import { basename } from 'node:path'
import type { SheetPreview } from '../../../shared/imports/contract.ts'
import { showFen } from '../../../shared/kit/money.ts'
import { Refused } from '../../../shared/kit/refusal.ts'
import { explain, refusal } from '../../../shared/refusals.ts'
import { readOutside } from '../../files/read-outside.ts'
import { dryRun, lockedFile, whyDoubtful } from '../../imports/dry-run.ts'
import { fromHere, needed, positions } from '../arguments.ts'
import { chosenOrganization, type Outcome, openLedger, type Verb } from '../context.ts'
import { UsageError } from '../usage.ts'

export const importSheet: Verb = async (context, rest) => {
  const { app, flags, say } = context
  const [file, sheetFile] = positions(rest, 'FILE', 'SHEETFILE')
  const ledger = needed(flags.ledger, '--ledger')
  await openLedger(context, file, { writes: !flags['dry-run'] })
  const choices = Object.fromEntries((flags.choose ?? []).map(choiceOf))
  const target = { ledger, organizationId: (await chosenOrganization(context)).id, choices }
  const { bytes } = context.core
  const held = bytes.hold(await readOutside(fromHere(sheetFile), bytes.limit))
  if (flags['dry-run']) return tryOnly(app.imports.read({ file: held, target }), basename(sheetFile), flags.sheet)

  const { reading, sheets } = await app.imports.read({ file: held, target })
  const sheet = chosenSheet(sheets, flags.sheet)
  const changing = sheet.rows.flatMap(({ changes }) => changes.map(({ field }) => [field, true] as const))
  const columns = flags.overwrite ? Object.fromEntries(changing) : {}
  const { counts, sums, rejected } = await app.imports.apply({ reading, target, parts: [{ sheet: sheet.name, adjustments: { columns } }] })
  for (const said of new Set(rejected.map(({ row, reason }) => `第 ${row} 行没有导入：${reason}`))) say(said)
  return {
    value: { sheet: sheet.name, counts, sums, rejected },
    lines: [
      `“${sheet.name}”共 ${counts.in} 行：导入 ${counts.accepted}（新增 ${counts.added}，更新 ${counts.updated}，没有变化 ${counts.unchanged}），` +
        `没有导入 ${counts.rejected}，跳过 ${counts.skipped}。`,
      ...sums.map(
        ({ label, file, entered, already, left }) =>
          `${label}：文件 ${showFen(file)} = 记入 ${showFen(entered)} + 原来就有 ${showFen(already)} + 没有导入 ${showFen(left)}`,
      ),
    ],
  }
}

/** 例：choiceOf('account=银行存款') → ['account', '银行存款'] */
const choiceOf = (text: string): [string, string] => {
  const [key, ...value] = text.split('=')
  if (!key || value.length === 0) throw new UsageError(`--choose 要写成 项目=回答，“${text}”不是。`)
  return [key, value.join('=')]
}

/** 只看不写；整个文件上了锁也如实说出来。 */
async function tryOnly(read: Promise<{ sheets: SheetPreview[] }>, name: string, sheet: string | undefined): Promise<Outcome> {
  try {
    const { sheets } = await read
    const wanted = sheet === undefined ? sheets : [named(sheets, sheet)]
    return { value: dryRun(wanted), lines: wanted.flatMap(inWords) }
  } catch (error) {
    if (!(error instanceof Refused) || error.refusal.code !== 'imports.locked') throw error
    return { value: lockedFile(name), lines: [explain(error.refusal)] }
  }
}

const named = (sheets: SheetPreview[], name: string): SheetPreview => {
  const found = sheets.find((sheet) => sheet.name === name)
  if (!found) throw new Refused(refusal('imports.noSheet', { sheet: name }))
  return found
}

/** 没有点名时，只有一张能导入的表才用它；几张都能导入就请人点名，不猜。 */
function chosenSheet(sheets: SheetPreview[], name: string | undefined): SheetPreview {
  if (name !== undefined) return named(sheets, name)
  const tables = sheets.filter(({ kind }) => kind === 'table')
  const filled = tables.filter(({ rows }) => rows.length > 0)
  const [only] = filled.length > 0 ? filled : tables
  if (only && (filled.length === 1 || tables.length === 1)) return only
  throw new Refused(
    only
      ? refusal('imports.whichSheet', { sheets: tables.map((sheet) => sheet.name) })
      : refusal('imports.notATable', { advice: sheets.map(({ name: sheet, advice }) => `“${sheet}”：${advice}`).join('\n') }),
  )
}

/** 给人看的试读结果：每张表几行能导入、几行不能、为什么。 */
function inWords(sheet: SheetPreview): string[] {
  const bad = sheet.rows.filter(({ state }) => state === 'doubtful')
  const warned = sheet.rows.filter(({ warnings }) => warnings.length > 0)
  return [
    `“${sheet.name}”：${sheet.rows.length} 行，能导入 ${sheet.rows.length - bad.length} 行，不能导入 ${bad.length} 行，有提醒 ${warned.length} 行，跳过 ${sheet.skipped.length} 行。${sheet.advice}`,
    ...bad.map((row) => `  第 ${row.row} 行不能导入：${whyDoubtful(row).join('；')}`),
    ...warned.map(({ row, warnings }) => `  第 ${row} 行请留意：${warnings.map(({ cell, text }) => `${cell} ${text}`).join('；')}`),
  ]
}
